import { describe, expect, it } from 'vitest';
import type { Fault } from '../../support/slack/fault-types.ts';
import {
  afterNine,
  dmsOf,
  log,
  minutesOf,
  seqOf,
  tickAll,
  troublesOf,
} from '../../support/slack-sights.ts';
import { type Stage, slackStage } from '../../support/slack-stage.ts';

const FIRST_DAY = '2026-04-02';
const LATE_DAY = '2026-04-09';

/** SI-2026-1 is logged, and nothing is done about it until a minute before nine of a day. */
const before = async (day: string, without: readonly string[] = []): Promise<Stage> => {
  const stage = await slackStage({ cases: false, without });
  await log(stage);
  await stage.passTo(`${day} 08:59`);
  return stage;
};

const whileCalling = (stage: Stage, method: string, fault: Fault): (() => void) =>
  stage.slack.faults.during((call) => (call.method === method ? fault : undefined));

const sentAgain = async (stage: Stage): Promise<number> =>
  (await stage.engine().store.read()).sentAgain;

describe('a trouble of which nobody knows whether it was heard', () => {
  it('is said seven times in an hour, not every minute, and each is counted', async () => {
    const stage = await before(FIRST_DAY, ['notifier']);
    const stop = whileCalling(stage, 'chat.postMessage', { is: 'accepted-then-reset' });
    await tickAll(stage, minutesOf(FIRST_DAY, 0, 60));
    stop();
    const copies = dmsOf(stage, 'manager').filter((text) => text.startsWith('Heed needs your'));
    expect(copies).toHaveLength(7);
    expect(await sentAgain(stage)).toBe(6);
    await tickAll(stage, minutesOf(FIRST_DAY, 60, 80));
    expect(dmsOf(stage, 'manager')).toHaveLength(8);
  });
});

describe('a permission that only one thing needs', () => {
  it('is told once while it lacks, and who waited for it is told when it is there', async () => {
    const stage = await slackStage({ cases: false });
    await log(stage);
    // The direct messages of the business unit are open from here on.
    const first = { key: 'first', sentence: 'Something first.', lasts: false };
    await stage.engine().heed.report([first]);
    await stage.tick('2026-04-01 09:00');
    const lacking: Fault = { is: 'error', error: 'missing_scope' };
    const stop = whileCalling(stage, 'conversations.open', lacking);
    await stage.passTo(`${FIRST_DAY} 08:59`);
    await tickAll(stage, minutesOf(FIRST_DAY, 0, 30));
    const [, told, ...more] = dmsOf(stage, 'manager');
    expect(told).toContain('(conversations.open: missing_scope)');
    expect(more).toEqual([]);
    expect(dmsOf(stage, 'notifier')).toEqual([]);
    stop();
    await tickAll(stage, minutesOf(FIRST_DAY, 30, 32));
    expect(dmsOf(stage, 'notifier')).toHaveLength(1);
    expect(await troublesOf(stage)).toEqual([]);
  });
});

describe('eight hours in which Slack answers nothing but 500', () => {
  /** When something is tried that may have arrived: after 1, 2 and 4 minutes, then each quarter of an hour. */
  const QUARTERS = Array.from({ length: 32 }, (_, at) => (at + 1) * 15);
  const TRIES = [0, 1, 3, 7, ...QUARTERS].map((minutes) => afterNine(LATE_DAY, minutes));
  const WAITING = ['notifier', 'notifier-deputy', 'manager'];

  it('lose nothing: nobody is given up, all are told in the end, and whom it was unclear of is said', async () => {
    const stage = await before(LATE_DAY);
    const had = new Map(WAITING.map((who) => [who, dmsOf(stage, who).length]));
    const stop = stage.slack.faults.during(({ method }) =>
      method === 'auth.test' ? undefined : { is: '5xx', status: 500 },
    );
    await tickAll(stage, TRIES);
    stop();
    await stage.passTo('2026-04-10 09:00');
    await stage.tick('2026-04-10 09:01');
    const { told, outbox } = await stage.engine().store.read();
    expect([...told.values()].flat().filter(({ is }) => is === 'undeliverable')).toEqual([]);
    expect(outbox.isEmpty()).toBe(true);
    for (const who of WAITING)
      expect(dmsOf(stage, who).slice(had.get(who)).join(), who).toContain(
        'This should have reached you on Thu 9 Apr at 09:00',
      );
    expect(dmsOf(stage, 'manager').join()).toContain(
      'The notifier may not know of SI-2026-1: notify the Panel by Wed 8 Apr 2026. Heed has sent it 12 times',
    );
  });
});

describe('how often something may have come twice', () => {
  it('counts no send that certainly did not happen', async () => {
    const stage = await before(FIRST_DAY);
    stage.slack.faults.next('chat.postMessage', { is: '5xx', status: 500 });
    await stage.tick(afterNine(FIRST_DAY, 0));
    const stop = whileCalling(stage, 'chat.postMessage', { is: '5xx', status: 503 });
    await tickAll(stage, minutesOf(FIRST_DAY, 1, 40));
    stop();
    await tickAll(stage, minutesOf(FIRST_DAY, 40, 45));
    expect(dmsOf(stage, 'notifier')).toHaveLength(1);
    expect(await sentAgain(stage)).toBe(1);
  });
});

describe('a revoked token', () => {
  it('is written down when it is found, and then nothing more until Heed is let in again', async () => {
    const stage = await before(LATE_DAY);
    const stop = stage.slack.faults.during(() => ({ is: 'error', error: 'token_revoked' }));
    await tickAll(stage, minutesOf(LATE_DAY, 0, 2));
    const found = await seqOf(stage);
    await tickAll(stage, minutesOf(LATE_DAY, 2, 60));
    expect((await seqOf(stage)) - found).toBe(0);
    stop();
    await tickAll(stage, minutesOf(LATE_DAY, 60, 62));
    expect(dmsOf(stage, 'manager').join()).toContain('2 things are late');
    expect(await troublesOf(stage)).toEqual([]);
  });
});

describe('a home tab', () => {
  it('is not drawn anew before Slack takes it again, and then as things are by now', async () => {
    const stage = await slackStage({ cases: false });
    const notifier = stage.who('notifier');
    await notifier.opensHome();
    await stage.slack.until(() => notifier.home, 'a home tab');
    const published = () =>
      stage.slack.calls.filter(({ method }) => method === 'views.publish').length;
    stage.slack.faults.next('views.publish', { is: '429', retryAfter: 600 });
    await log(stage);
    const before = published();
    await tickAll(stage, minutesOf('2026-03-30', 1, 9));
    expect(published()).toBe(before);
    await tickAll(stage, minutesOf('2026-03-30', 9, 13));
    expect(published()).toBe(before + 1);
    expect(JSON.stringify(notifier.home)).toContain('What I owe (2)');
  });
});
