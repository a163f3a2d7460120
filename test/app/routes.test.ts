import { describe, expect, it } from 'vitest';
import type { Brought, Way } from '../../src/app/deliver.ts';
import { plain } from '../../src/app/message.ts';
import { routes } from '../../src/app/routes.ts';
import type { Person } from '../../src/domain/arrangement.ts';
import type { Unheard } from '../../src/domain/unheard.ts';
import { merton } from '../support/given.ts';

const somebody = [...merton.people.values()][0] as Person;

const way = (brought: Brought, more: Partial<Way> = {}) => {
  let asked = 0;
  return {
    asked: () => asked,
    courier: {
      send: async (): Promise<Brought> => {
        asked += 1;
        return brought;
      },
      ...more,
    },
  };
};

const send = (...ways: readonly { readonly courier: Way }[]) =>
  routes(ways.map(({ courier }) => courier)).send(somebody, plain('Said.'));

describe('several routes to one person', () => {
  it.each<readonly [Brought, Brought, Brought, number]>([
    ['sent', 'sent', 'sent', 0],
    ['unsure', 'sent', 'unsure', 0],
    ['undeliverable', 'sent', 'sent', 1],
    ['not-sent', 'sent', 'sent', 1],
    ['not-sent', 'undeliverable', 'not-sent', 1],
    ['undeliverable', 'undeliverable', 'undeliverable', 1],
  ])('%s, then %s: %s', async (first, second, all, askedSecond) => {
    const next = way(second);
    expect(await send(way(first), next)).toBe(all);
    expect(next.asked()).toBe(askedSecond);
  });

  it('leaves out what does not reach them, and what cannot be spoken to', async () => {
    const nowhere = way('sent', { reaches: () => false });
    const away = way('sent', { isReady: () => false });
    const here = way('sent');
    expect(await send(nowhere, away, here)).toBe('sent');
    expect([nowhere.asked(), away.asked(), here.asked()]).toEqual([0, 0, 1]);
  });

  it('waits where the only one is away, and says at once where there is none', async () => {
    const away = routes([way('sent', { isReady: () => false }).courier]);
    expect(away.isReady?.(somebody)).toBe(false);
    const none = routes([way('sent', { reaches: () => false }).courier]);
    expect(none.isReady?.(somebody)).toBe(true);
    expect(await none.send(somebody, plain('Said.'))).toBe('undeliverable');
  });

  const inAll = (person: Person, unheard?: Unheard) =>
    routes(
      (['email', 'slack', 'teams'] as const).map((route) => way('sent', { route }).courier),
    ).send(person, plain('Said.'), unheard);

  it('says which one took it: in Slack, unless the post has an order of its own', async () => {
    expect(await inAll(somebody)).toEqual({ is: 'sent', route: 'slack' });
    expect(await inAll({ ...somebody, routes: ['email'] })).toEqual({ is: 'sent', route: 'email' });
  });

  it('gives the next one a turn where nothing was heard of them', async () => {
    const once = new Map([['slack', 1]] as const);
    expect(await inAll(somebody, once)).toEqual({ is: 'sent', route: 'teams' });
    const all = new Map([
      ['slack', 1],
      ['teams', 1],
      ['email', 1],
    ] as const);
    expect(await inAll(somebody, all)).toEqual({ is: 'sent', route: 'slack' });
  });
});
