import { describe, expect, it } from 'vitest';
import type { Fault } from '../../support/slack/fault-types.ts';
import { type Stage, slackStage } from '../../support/slack-stage.ts';

const pad = (n: number): string => String(n).padStart(2, '0');
const minutesFrom = (hour: number, count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) => `2026-04-09 ${pad(hour + Math.floor(at / 60))}:${pad(at % 60)}`,
  );

/** Who is to be told at 09:00 of the day after the last, and in what words. */
const TOLD = {
  notifier: 'SI-2026-1: 2 duties',
  'notifier-deputy': '2 things are late',
  manager: '2 things are late',
};

/** An incident is logged, and nothing is done about it until it is late, at 09:00 on Thu 9 Apr. */
const late = async (timeoutMs = 10_000): Promise<Stage> => {
  const stage = await slackStage({ cases: false, timeoutMs });
  const manager = stage.who('manager');
  await manager.types('/incident log harm=died abuse=suspected aware=2026-03-30');
  await manager.answer();
  await stage.passTo('2026-04-09 08:59');
  return stage;
};

const since = (stage: Stage, who: string, count: number): readonly string[] =>
  stage
    .who(who)
    .history(stage.who(who).dm)
    .map(({ text }) => text.split('\n')[0] ?? '')
    .slice(count);

const counts = (stage: Stage): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.keys(TOLD).map((who) => [who, stage.who(who).history(stage.who(who).dm).length]),
  );

/** An hour of faults, then Slack as it should be. */
const hour = async (stage: Stage, fault: Fault | undefined): Promise<void> => {
  const stop = fault
    ? stage.slack.faults.during(({ method }) => (method === 'auth.test' ? undefined : fault))
    : undefined;
  if (!fault) stage.slack.faults.down(true);
  for (const minute of minutesFrom(9, 60)) await stage.tick(minute);
  stop?.();
  stage.slack.faults.down(false);
  for (const minute of minutesFrom(10, 20)) await stage.tick(minute);
};

const expectAllTold = async (stage: Stage, before: Readonly<Record<string, number>>) => {
  for (const who of Object.keys(TOLD))
    expect(since(stage, who, before[who] ?? 0).length, who).toBeGreaterThan(0);
  expect((await stage.engine().store.read()).outbox.isEmpty()).toBe(true);
};

describe('Slack is away for an hour, and every notice is delivered once it is back', () => {
  it.each<readonly [string, Fault | undefined]>([
    ['answering 429', { is: '429', retryAfter: 30 }],
    ['answering 503', { is: '5xx', status: 503 }],
    ['not answering at all', undefined],
  ])('%s: once', async (_, fault) => {
    const stage = await late();
    const before = counts(stage);
    await hour(stage, fault);
    await expectAllTold(stage, before);
    for (const who of Object.keys(TOLD))
      expect(since(stage, who, before[who] ?? 0)).toHaveLength(1);
    expect(stage.bugs).toEqual([]);
  });

  it.each<readonly [string, Fault]>([
    ['answering 500', { is: '5xx', status: 500 }],
    ['breaking connections', { is: 'reset' }],
  ])('%s: once, though nobody could know', async (_, fault) => {
    const stage = await late();
    const before = counts(stage);
    await hour(stage, fault);
    await expectAllTold(stage, before);
    for (const who of Object.keys(TOLD))
      expect(since(stage, who, before[who] ?? 0)).toHaveLength(1);
    expect((await stage.engine().store.read()).sentAgain).toBeGreaterThan(0);
  });

  it.each<readonly [string, Fault, number]>([
    ['taking messages and breaking off before it says so', { is: 'accepted-then-reset' }, 10_000],
    ['taking messages without ever answering', { is: 'accepted-then-timed-out' }, 250],
  ])('%s: twice only where it was ambiguous, and each is counted', async (_, fault, timeoutMs) => {
    const stage = await late(timeoutMs);
    const before = counts(stage);
    const earlier = (await stage.engine().store.read()).sentAgain;
    await hour(stage, fault);
    await expectAllTold(stage, before);
    const extra = Object.keys(TOLD).map((who) => since(stage, who, before[who] ?? 0).length - 1);
    const sentAgain = (await stage.engine().store.read()).sentAgain - earlier;
    expect(extra.reduce((sum, one) => sum + one, 0)).toBe(sentAgain);
    expect(sentAgain).toBeGreaterThan(0);
    // 1, 2, 4, 8 and then 15 minutes apart: seven in the hour, and the one that is known to have arrived.
    expect(Math.max(...extra)).toBeLessThanOrEqual(7);
  });

  it('keeps what Slack said to wait', async () => {
    const stage = await late();
    stage.slack.faults.next('chat.postMessage', { is: '429', retryAfter: 150 }, 99);
    const asked = () =>
      stage.slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
    const first = asked();
    await stage.tick('2026-04-09 09:00');
    const after = asked();
    expect(after - first).toBe(3);
    await stage.tick('2026-04-09 09:01');
    await stage.tick('2026-04-09 09:02');
    expect(asked()).toBe(after);
    stage.slack.faults.clear();
    await stage.tick('2026-04-09 09:03');
    expect(asked()).toBe(after + 3);
  });

  it('and what is over by then is not said', async () => {
    const stage = await late();
    stage.slack.faults.down(true);
    for (const minute of minutesFrom(9, 30)) await stage.tick(minute);
    const { heed } = stage.engine();
    for (const typed of [
      '/incident notified SI-2026-1 on=today',
      '/incident told-partners SI-2026-1 on=today',
    ])
      await heed.ask({ actor: 'manager', via: 'local', asking: { typed } });
    stage.slack.faults.down(false);
    const before = counts(stage);
    for (const minute of minutesFrom(10, 20)) await stage.tick(minute);
    expect(counts(stage)).toEqual(before);
  });
});

describe('a limit of one message a second in a channel', () => {
  it('is kept, so that Slack never has to say so', async () => {
    const stage = await slackStage();
    stage.slack.faults.limit('chat.postMessage', { perChannelMs: 1000 });
    const manager = stage.who('manager');
    for (let n = 0; n < 8; n += 1) {
      await manager.types('/incident log harm=died abuse=suspected aware=2026-03-30');
      await stage.quiet();
    }
    expect(stage.slack.calls.filter(({ answered }) => answered === '429')).toEqual([]);
    expect(manager.history('C0CASES')).toHaveLength(16);
  });
});

describe('somebody who cannot be reached', () => {
  it('because they have no account: the business unit is told', async () => {
    const stage = await slackStage({ cases: false, without: ['notifier'] });
    await stage.who('manager').types('/incident log harm=died abuse=suspected aware=2026-03-30');
    await stage.passTo('2026-04-02 09:00');
    const manager = stage.who('manager');
    expect(manager.history(manager.dm).map(({ text }) => text)).toEqual([
      expect.stringContaining('The notifier could not be told of SI-2026-1: notify the Panel'),
    ]);
  });

  it('because their account is deactivated: the business unit is told, and it is not tried for ever', async () => {
    const stage = await slackStage({ cases: false });
    await stage.who('manager').types('/incident log harm=died abuse=suspected aware=2026-03-30');
    stage.who('notifier').deactivate();
    await stage.passTo('2026-04-02 09:10');
    const manager = stage.who('manager');
    expect(manager.history(manager.dm)).toHaveLength(1);
    expect((await stage.engine().store.read()).outbox.isEmpty()).toBe(true);
  });

  it('because Heed is let in no more: it waits, and goes out when that is mended', async () => {
    const stage = await slackStage({ cases: false });
    await stage.who('manager').types('/incident log harm=died abuse=suspected aware=2026-03-30');
    await stage.who('manager').answer();
    const stop = stage.slack.faults.during(() => ({ is: 'error', error: 'token_revoked' }));
    await stage.tick('2026-04-02 09:00');
    await stage.tick('2026-04-02 09:01');
    const notifier = stage.who('notifier');
    expect(notifier.history(notifier.dm)).toEqual([]);
    const ledger = await stage.engine().store.read();
    expect([...ledger.troubles.values()].map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('Slack does not let Heed into the workspace host (token_revoked)'),
    ]);
    stop();
    await stage.tick('2026-04-02 09:02');
    expect(notifier.history(notifier.dm)).toHaveLength(1);
    expect((await stage.engine().store.read()).troubles.isEmpty()).toBe(true);
  });
});
