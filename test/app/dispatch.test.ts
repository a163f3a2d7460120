import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../../commands/index.ts';
import { accept, type Command, defineCommand } from '../../src/app/command.ts';
import { plain } from '../../src/app/message.ts';
import { type Store, UnsafeStore } from '../../src/app/ports.ts';
import { memoryStore } from '../../store/memory.ts';
import { LOGGED, openHouse, textOf } from '../support/house.ts';

describe('a stranger', () => {
  const STRANGER =
    "You are not on this partnership's roster, so I cannot help you here. Ask its business unit to add you.";

  it.each([
    '/due',
    '/help',
    '/incident show SI-2026-1',
    '/incident show SI-2026-2',
    LOGGED,
    'hello',
    '',
    ...catalogue.map(({ name }) => `/${name}`),
  ])('learns nothing from %s', async (typed) => {
    const { ask, entries } = openHouse();
    await ask('manager', LOGGED);
    for (const who of ['stranger', '', 'heed', 'Manager', '__proto__', 'constructor']) {
      const answer = await ask(who, typed);
      expect(textOf(answer)).toBe(STRANGER);
      expect(answer).toMatchObject({
        is: 'refused',
        asked: '',
        message: { buttons: [], about: [] },
      });
    }
    expect(await entries()).toHaveLength(1);
  });
});

describe('an accepted request', () => {
  it('is one entry: who, when, through what, what it changed', async () => {
    const { ask, entries, now } = openHouse();
    expect(await ask('notifier', LOGGED)).toMatchObject({ is: 'accepted', asked: 'incident log' });
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      seq: 1,
      at: now(),
      by: 'notifier',
      via: 'test',
      asked: 'incident log',
      changes: [{ type: 'incident-logged', incident: { ref: 'SI-2026-1' } }],
      queued: [],
    });
  });

  it('queues what it moves for whom it concerns, in the same entry', async () => {
    const { ask, entries, at, now } = openHouse();
    await ask('manager', LOGGED);
    at('2026-03-31 10:00');
    await ask(
      'manager',
      '/incident correct SI-2026-1 aware=2026-03-27 reason="the night desk knew"',
    );
    const [, corrected] = await entries();
    const moved = { to: 'notifier', rung: 'moved', was: '2026-04-08', due: '2026-04-07' };
    expect(corrected?.queued).toMatchObject([
      { ...moved, duty: 'notify-panel', moment: now() },
      { ...moved, duty: 'tell-partners', moment: now() },
    ]);
  });
});

describe('a bug', () => {
  const SECRET = 'Jane Example, 943 476 5919';
  const broken: Command = defineCommand({
    name: 'break',
    summary: 'Breaks.',
    allow: 'everyone',
    fields: z.object({}),
    decide: () => {
      throw new TypeError(`cannot read ${SECRET}\nof ${SECRET}`);
    },
  });

  it('is answered with a code; nothing is stored, and the next request works', async () => {
    const { ask, entries, bugs } = openHouse({ catalogue: [...catalogue, broken] });
    const answer = await ask('manager', '/break');
    const [, code] =
      /^Something went wrong inside Heed and nothing was saved\. Tell the business unit this code: ([0-9A-F]{8})\.$/.exec(
        textOf(answer),
      ) ?? [];
    expect(answer.is).toBe('refused');
    expect(code).toBeDefined();
    expect(await entries()).toEqual([]);
    expect(bugs).toHaveLength(1);
    expect(bugs.join('')).toContain(`bug ${code} TypeError`);
    expect(bugs.join('')).toContain('dispatch.test.ts');
    expect(bugs.join('')).not.toMatch(/Jane|Example,|943/);
    expect(await ask('manager', LOGGED)).toMatchObject({ is: 'accepted' });
  });

  it('in the store is answered with a code too', async () => {
    const store: Store = {
      ...memoryStore(),
      append: async () => {
        throw new Error(SECRET);
      },
    };
    const { ask, bugs } = openHouse({ store });
    expect(textOf(await ask('manager', LOGGED))).toContain('nothing was saved');
    expect(bugs.join('')).not.toMatch(/Jane|943/);
  });

  it.each(['read', 'append', 'durable'] as const)(
    'is not what an unsafe store is: that goes through, from %s',
    async (method) => {
      const store: Store = {
        ...memoryStore(),
        [method]: async () => {
          throw new UnsafeStore('the disk is full');
        },
      };
      const { ask, bugs } = openHouse({ store });
      const typed = method === 'durable' ? '/due' : LOGGED;
      await expect(ask('manager', typed)).rejects.toThrow(UnsafeStore);
      expect(bugs).toEqual([]);
    },
  );
});

it('answers with what a command says, and no more', async () => {
  const hello: Command = defineCommand({
    name: 'hello',
    summary: 'Says hello.',
    allow: 'everyone',
    fields: z.object({}),
    decide: () => accept(plain('Good morning.')),
  });
  const { ask } = openHouse({ catalogue: [hello] });
  expect(textOf(await ask('manager', '/hello'))).toBe('Good morning.');
});

describe('a link', () => {
  const TOMORROW = '2026-03-31 09:00';
  const by = (link: string, typed = LOGGED) => ({
    ...{ actor: 'manager', via: 'email', asking: { typed }, link },
  });

  it('is used by what it brings about, in one entry, and for ever', async () => {
    const { request, entries, at } = openHouse();
    expect((await request(by('hash'))).is).toBe('accepted');
    expect((await entries()).at(-1)?.changes.map(({ type }) => type)).toEqual([
      'incident-logged',
      'link-used',
    ]);
    at(TOMORROW);
    expect(textOf(await request(by('hash')))).toContain('This link has been used already');
    expect((await request(by('another'))).is).toBe('accepted');
    expect(await entries()).toHaveLength(2);
  });

  it('is not used by what is declined, nor by what changes nothing', async () => {
    const { request, store } = openHouse();
    expect((await request(by('hash', `${LOGGED} secure-ref="call 07700 900123"`))).is).toBe(
      'refused',
    );
    await request(by('hash', '/help'));
    expect((await store.read()).links.used.size).toBe(0);
  });
});

describe('a request that comes twice under one name', () => {
  const twice = async (first: string, second = first) => {
    const { request, entries, at } = openHouse();
    const asking = { typed: first };
    const answers = [await request({ actor: 'manager', via: 'test', asking, once: 'T1/trigger' })];
    at('2026-03-30 10:59');
    answers.push(
      await request({
        actor: 'manager',
        via: 'test',
        asking: { typed: second },
        once: 'T1/trigger',
      }),
    );
    return { answers, written: (await entries()).length };
  };

  it('is done once, and says so', async () => {
    const { answers, written } = await twice(LOGGED);
    expect(written).toBe(1);
    expect(answers[1]).toMatchObject({ is: 'accepted', changed: false });
    expect(answers.map(textOf)[1]).toBe(
      'This came twice and was done once: incident log, SI-2026-1',
    );
  });

  it('is done when it had been declined before, and is put right', async () => {
    const { answers, written } = await twice(`${LOGGED} secure-ref="call 07700 900123"`, LOGGED);
    expect(answers.map(({ is }) => is)).toEqual(['refused', 'accepted']);
    expect(written).toBe(2);
  });

  it('is known for two hours', async () => {
    const { request, at, store } = openHouse();
    const ask = (once: string) =>
      request({ actor: 'manager', via: 'test', asking: { typed: LOGGED }, once });
    await ask('one');
    at('2026-03-30 11:01');
    await ask('two');
    expect([...(await store.read()).seen.keys()]).toEqual(['two']);
  });
});
