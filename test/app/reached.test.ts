import { describe, expect, it } from 'vitest';
import { cameBack } from '../../src/app/came-back.ts';
import type { Way } from '../../src/app/deliver.ts';
import { sayEvidence } from '../../src/app/evidence.ts';
import { routes } from '../../src/app/routes.ts';
import { tick } from '../../src/app/sweep.ts';
import { evidenceOf } from '../../src/domain/requests/evidence.ts';
import type { Route } from '../../src/domain/route.ts';
import { merton } from '../support/given.ts';
import { LOGGED, openHouse, textOf, told } from '../support/house.ts';

/** Heed with Slack and e-mail as values: what each took, and whether it takes anything. */
const reached = () => {
  const house = openHouse();
  const took: string[] = [];
  const shut = new Set<Route>();
  const way = (route: Route): Way => ({
    route,
    send: async ({ id }) => {
      if (shut.has(route)) return 'undeliverable';
      took.push(`${route} ${id}`);
      return 'sent';
    },
  });
  const watch = { ...house.watch, courier: routes([way('slack'), way('email')]) };
  const pass = async (...moments: readonly string[]): Promise<readonly string[]> => {
    const before = took.length;
    for (const moment of moments) {
      house.at(moment);
      await tick(watch);
    }
    return took.slice(before);
  };
  return { ...house, pass, shut };
};

const ASK =
  '/request new what="Attendance at strategy meetings" kind=data to=probation due=2026-05-01';

describe('what falls to a post goes', () => {
  it('on the first way that takes it, and the log says on which', async () => {
    const house = reached();
    await house.ask('manager', LOGGED);
    house.shut.add('slack');
    expect(await house.pass('2026-04-02 09:00')).toEqual(['email notifier']);
    expect((await told(house)).map(({ is, route }) => [is, route])).toEqual([
      ['sent', 'email'],
      ['sent', 'email'],
    ]);
  });

  it('first on the way that the business unit has set for it', async () => {
    const house = reached();
    await house.ask('manager', LOGGED);
    await house.ask('manager', '/roster route notifier first=email');
    expect(await house.pass('2026-04-02 09:00')).toEqual(['email notifier']);
  });

  it('on the next way at the next rung, where nothing was heard of them', async () => {
    const house = reached();
    await house.ask('manager', LOGGED);
    expect(await house.pass('2026-04-02 09:00', '2026-04-07 09:00', '2026-04-08 09:00')).toEqual([
      'slack notifier',
      'email notifier',
      'slack notifier',
    ]);
  });

  it('on the same way again where they have been heard of', async () => {
    const house = reached();
    await house.ask('manager', LOGGED);
    await house.pass('2026-04-02 09:00');
    house.at('2026-04-02 09:30');
    await house.ask('notifier', '/incident told-partners SI-2026-1 on=today');
    expect(await house.pass('2026-04-07 09:00')).toEqual(['slack notifier']);
  });

  it('on the first way, where what they were not heard on is another thing', async () => {
    const house = reached();
    await house.ask('manager', LOGGED);
    await house.pass('2026-04-02 09:00');
    house.at('2026-04-02 09:30');
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-04-02');
    await house.ask('manager', '/incident notified SI-2026-1 on=today');
    await house.ask('manager', '/incident told-partners SI-2026-1 on=today');
    expect(await house.pass('2026-04-09 09:00')).toEqual(['slack notifier']);
  });

  it('and the board and the evidence say on which', async () => {
    const house = reached();
    await house.ask('manager', ASK);
    await house.ask('manager', '/roster route probation-lead first=email');
    expect(await house.pass('2026-03-30 09:10')).toEqual(['email probation-lead']);
    expect(textOf(await house.ask('manager', '/request show IR-2026-1'))).toContain(
      'Probation: sent; told by e-mail',
    );
    const evidence = evidenceOf(await Array.fromAsync(house.store.chain()), 'IR-2026-1' as never);
    expect(evidence.map((one) => sayEvidence(one, merton).what).at(-1)).toMatch(
      /^The question about Probation reached the .+ by e-mail$/,
    );
  });

  it('that came back has not reached them: the business unit is told, once, while it is wanted', async () => {
    const house = reached();
    await house.ask('manager', ASK);
    await house.pass('2026-03-30 09:10');
    const { key } = (await told(house))[0] ?? { key: '' };
    const back = () => cameBack(house.watch, [key, 'never sent'], 'probation-lead' as never);
    await back();
    await back();
    expect((await told(house)).map(({ is }) => is)).toEqual(['undeliverable']);
    expect(textOf(await house.ask('manager', '/request show IR-2026-1'))).toContain(
      'Probation: undeliverable',
    );
    const { troubles } = await house.store.read();
    expect([...troubles.values()].map(({ sentence }) => sentence)).toEqual([
      'The probation lead could not be told what has happened in IR-2026-1. What was sent has come back. Tell them yourself, and see whether their address is still right.',
    ]);
    const evidence = evidenceOf(await Array.fromAsync(house.store.chain()), 'IR-2026-1' as never);
    expect(evidence.map((one) => sayEvidence(one, merton).what).at(-1)).toMatch(
      /^The question about Probation could not reach the .+ in Slack$/,
    );
  });

  it('the next time on another way', async () => {
    const house = reached();
    await house.ask('manager', ASK);
    expect(await house.pass('2026-03-30 09:10')).toEqual(['slack probation-lead']);
    const keys = (await told(house)).map(({ key }) => key);
    await cameBack(house.watch, keys, 'probation-lead' as never);
    house.at('2026-03-30 10:00');
    await house.ask('probation-lead', '/roster away from=2026-06-01 to=2026-06-02');
    expect(await house.pass('2026-04-29 09:00')).toContain('email probation-lead');
  });

  it('that came back after it was answered is no trouble', async () => {
    const house = reached();
    await house.ask('manager', ASK);
    await house.pass('2026-03-30 09:10');
    await house.ask('probation-lead', '/request answer IR-2026-1 answer=provided');
    const keys = (await told(house)).map(({ key }) => key);
    await cameBack(house.watch, keys, 'probation-lead' as never);
    const { troubles } = await house.store.read();
    expect(troubles.size).toBe(0);
  });
});
