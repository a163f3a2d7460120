import { describe, expect, it } from 'vitest';
import type { Fault } from '../../support/slack/fault-types.ts';
import type { ApiCall } from '../../support/slack/types.ts';
import {
  afterNine,
  dmsOf,
  inCases,
  LOG,
  locally,
  log,
  minutesOf,
  tickAll,
  troublesOf,
} from '../../support/slack-sights.ts';
import { CASES, HOST, type Stage, slackStage, userOf } from '../../support/slack-stage.ts';

const DAY = '2026-03-30';
const at = (minutes: number): string => afterNine(DAY, minutes);
const GONE = 'This is not shown here any more.';

/** What only those who may see a case may read. */
const isCase = (text: string): boolean => text.includes('Child');

const isPostedThere = ({ method, args }: Pick<ApiCall, 'method' | 'args'>): boolean =>
  method === 'chat.postMessage' && args.channel === CASES;

/** While it stands, every post in the channel for cases goes wrong. */
const whilePosting = (stage: Stage, fault: Fault): (() => void) =>
  stage.slack.faults.during((call) => (isPostedThere(call) ? fault : undefined));

const refusing = (stage: Stage, methods: readonly string[], error: string): (() => void) =>
  stage.slack.faults.during(({ method }) =>
    methods.includes(method) ? { is: 'error', error } : undefined,
  );

const strangerJoins = async (stage: Stage, user = 'USTRANGER'): Promise<void> => {
  stage.team.user(user);
  await stage.channel(CASES).join(user);
};

/** Incidents that were logged while Slack was away, so that they wait for the channel. */
const backlog = async (count: number): Promise<Stage> => {
  const stage = await slackStage();
  stage.slack.faults.down(true);
  for (let n = 0; n < count; n += 1) await locally(stage, LOG);
  await stage.quiet();
  stage.slack.faults.down(false);
  return stage;
};

describe('a backlog for the channel', () => {
  it('stops when a stranger comes in while it is posted, and shows them no case', async () => {
    const stage = await backlog(8);
    const stranger = stage.team.user('USTRANGER');
    const joining: Promise<unknown>[] = [];
    let posts = 0;
    stage.slack.faults.during((call) => {
      if (!isPostedThere(call)) return undefined;
      posts += 1;
      if (posts === 2) joining.push(stage.channel(CASES).join(stranger.id));
      return posts < 2 ? undefined : { is: 'slow', ms: 30 };
    });
    await stage.tick(at(5));
    await Promise.all(joining);
    expect(joining).toHaveLength(1);
    // The one that was on its way, and at most one more.
    expect(posts).toBeLessThanOrEqual(3);
    expect(stranger.sees(CASES).filter(({ text }) => isCase(text))).toEqual([]);
  });

  it('goes on from where it stopped when they have gone', async () => {
    const stage = await backlog(2);
    await strangerJoins(stage);
    await stage.tick(at(1));
    expect(inCases(stage)).toEqual([]);
    stage.channel(CASES).leave('USTRANGER');
    await stage.tick(at(2));
    expect(inCases(stage).filter(isCase)).toHaveLength(2);
    expect(inCases(stage)).toHaveLength(4);
  });

  it('holds up no look at the clock: it is posted beside it', async () => {
    const stage = await backlog(10);
    const before = stage.now();
    stage.engine().slack?.tick();
    expect(stage.now()).toBe(before);
    expect(inCases(stage)).toEqual([]);
    await stage.engine().slack?.idle();
    expect(inCases(stage)).toHaveLength(20);
  });
});

describe('what is begun while Heed stops', () => {
  it('does no harm, and is there after the start', async () => {
    const stage = await backlog(3);
    const stop = stage.slack.faults.during(() => ({ is: 'slow', ms: 20 }));
    const { slack } = stage.engine();
    slack?.tick();
    const restarting = stage.restart(at(10));
    slack?.tick();
    stop();
    await restarting;
    await stage.tick(at(11));
    expect(stage.bugs).toEqual([]);
    expect(inCases(stage).filter(isCase)).toHaveLength(3);
  });
});

describe('a card of which nobody knows whether it arrived', () => {
  /** Half an hour in which Slack takes what is posted there and never says so. */
  const halfAnHour = async (): Promise<Stage> => {
    const stage = await slackStage();
    const stop = whilePosting(stage, { is: 'accepted-then-reset' });
    await log(stage);
    await tickAll(stage, minutesOf(DAY, 1, 31));
    stop();
    return stage;
  };

  it('is posted again after 1, 2, 4, 8 and 15 minutes, with its bare reference, and each is counted', async () => {
    const stage = await halfAnHour();
    expect(inCases(stage)).toEqual(Array.from({ length: 6 }, () => 'SI-2026-1'));
    expect(stage.engine().slack?.postedAgain()).toBe(6);
  });

  it('is drawn where it is known to lie, once; on the others nothing but the reference ever stands', async () => {
    const stage = await halfAnHour();
    await stage.tick(at(46));
    const [card, ...more] = inCases(stage).filter(isCase);
    expect(card).toContain('Children: Child A');
    expect(more).toEqual([]);
    const orphans = inCases(stage).filter((text) => !(isCase(text) || text.includes(': ')));
    expect(orphans).toEqual(Array.from({ length: 6 }, () => 'SI-2026-1'));
  });

  it('tells a stranger who comes in later of no case', async () => {
    const stage = await slackStage();
    stage.slack.faults.next('chat.postMessage', { is: 'accepted-then-reset' });
    await log(stage);
    await stage.tick(at(1));
    expect(inCases(stage).filter(isCase)).toHaveLength(1);
    await strangerJoins(stage);
    await tickAll(stage, [at(2), at(3)]);
    expect(inCases(stage).filter(isCase)).toEqual([]);
    expect(new Set(inCases(stage))).toEqual(new Set(['SI-2026-1', GONE]));
  });
});

describe('a channel in which Heed may not post', () => {
  it('is a trouble that the business unit is told of, and what waited comes when it is mended', async () => {
    const stage = await slackStage();
    const stop = whilePosting(stage, { is: 'error', error: 'restricted_action' });
    await log(stage);
    await tickAll(stage, minutesOf(DAY, 1, 11));
    const [told] = dmsOf(stage, 'manager');
    expect(told).toContain('Heed needs your help with one thing');
    expect(told).toContain('restricted_action');
    expect(inCases(stage)).toEqual([]);
    stop();
    await tickAll(stage, [at(11), at(12)]);
    expect(inCases(stage).filter(isCase)).toHaveLength(1);
    expect(await troublesOf(stage)).toEqual([]);
  });
});

describe('what has to be taken down', () => {
  it('is deleted where it may not be changed any more', async () => {
    const stage = await slackStage();
    await log(stage);
    const stop = refusing(stage, ['chat.update'], 'edit_window_closed');
    await strangerJoins(stage);
    await tickAll(stage, minutesOf(DAY, 1, 4));
    stop();
    expect(inCases(stage)).toEqual([]);
    expect(dmsOf(stage, 'manager').join()).toContain(
      'What was shown there is taken down meanwhile',
    );
  });

  it.each<Fault>([
    { is: '429', retryAfter: 30 },
    { is: '5xx', status: 503 },
    { is: 'reset' },
    { is: 'accepted-then-reset' },
  ])('is deleted in the end, where Slack does not do it at once: $is', async (fault) => {
    const stage = await slackStage();
    await log(stage);
    const stop = refusing(stage, ['chat.update'], 'edit_window_closed');
    stage.slack.faults.next('chat.delete', fault);
    await strangerJoins(stage);
    await tickAll(stage, minutesOf(DAY, 1, 6));
    stop();
    expect(inCases(stage)).toEqual([]);
    expect(dmsOf(stage, 'manager').join()).not.toContain('by hand');
  });

  it('and can be neither changed nor deleted, the business unit takes down by hand', async () => {
    const stage = await slackStage();
    await log(stage);
    const stop = refusing(stage, ['chat.update', 'chat.delete'], 'cant_update_message');
    await strangerJoins(stage);
    await tickAll(stage, minutesOf(DAY, 1, 4));
    stop();
    expect(inCases(stage).filter(isCase)).toHaveLength(1);
    expect(dmsOf(stage, 'manager').join()).toContain(
      `Take it down by hand: it is in the channel ${CASES}.`,
    );
  });

  it('is what lies in a channel that is not in the settings any more', async () => {
    const stage = await slackStage();
    await log(stage);
    const members = ['manager', 'administrator'].map(userOf);
    stage.team.channel('C0NEW', { private: true, members });
    await stage.withCases('C0NEW');
    expect(new Set(inCases(stage))).toEqual(new Set([GONE]));
    await stage.who('manager').types(LOG);
    await stage.quiet();
    expect(inCases(stage, 'C0NEW').filter(isCase)).toHaveLength(1);
    await strangerJoins(stage);
    await tickAll(stage, minutesOf(DAY, 1, 6));
    expect(new Set(inCases(stage))).toEqual(new Set([GONE]));
  });
});

describe('why a channel shows no cases', () => {
  it('is told again when it has another reason', async () => {
    const stage = await slackStage();
    await log(stage);
    await strangerJoins(stage, 'USTRANGERA');
    await tickAll(stage, [at(1), at(2)]);
    await strangerJoins(stage, 'USTRANGERB');
    stage.channel(CASES).leave('USTRANGERA');
    await tickAll(stage, [at(3), at(4), at(5)]);
    const [first, second, ...more] = dmsOf(stage, 'manager');
    expect(first).toContain(`add ${HOST}/USTRANGERA to the settings`);
    expect(second).toContain(`add ${HOST}/USTRANGERB to the settings`);
    expect(more).toEqual([]);
  });
});

describe('a card that grows', () => {
  it('keeps its buttons, and what has no room is one button away', async () => {
    const stage = await slackStage();
    await log(stage);
    const reason = 'the duty desk looked again and said so '.repeat(12).trim();
    for (let n = 0; n < 9; n += 1) {
      const abuse = n % 2 ? 'suspected' : 'known';
      const typed = `/incident correct SI-2026-1 abuse=${abuse} reason="${reason}"`;
      expect((await locally(stage, typed)).is).toBe('accepted');
    }
    await stage.tick(at(1));
    const manager = stage.who('manager');
    const [card] = manager.history(CASES);
    if (!card) throw new Error('there is no card');
    expect(card.buttons).toEqual([
      'I have notified them',
      'I have told the partners',
      'See all of it',
    ]);
    const said = (text: string): number => text.split(reason).length - 1;
    expect(said(card.text)).toBeLessThan(9);
    await manager.presses('See all of it', { on: card });
    const pages = () => manager.sees(CASES).filter(({ ephemeral }) => ephemeral);
    await stage.slack.until(() => pages().length === 2, 'both pages');
    expect(pages().reduce((sum, { text }) => sum + said(text), 0)).toBe(9);
  });
});

describe('a message that could not be changed while the token was revoked', () => {
  it('is changed afterwards', async () => {
    const stage = await slackStage({ cases: false });
    await log(stage);
    await stage.passTo('2026-04-02 09:00');
    const notifier = stage.who('notifier');
    expect(notifier.history(notifier.dm).at(-1)?.buttons).toContain('I have notified them');
    const stop = stage.slack.faults.during(() => ({ is: 'error', error: 'token_revoked' }));
    await locally(stage, '/incident withdraw SI-2026-1');
    await stage.tick('2026-04-02 09:01');
    stop();
    await tickAll(stage, ['2026-04-02 09:02', '2026-04-02 09:03']);
    expect(notifier.history(notifier.dm).at(-1)?.buttons).toEqual([]);
  });
});
