import { describe, expect, it } from 'vitest';
import type { Channel, ChannelOptions } from '../../support/slack/types.ts';
import { dmsOf, inCases, LOG, log } from '../../support/slack-sights.ts';
import { CASES, type Stage, slackStage, userOf } from '../../support/slack-stage.ts';

describe('the channel for cases', () => {
  it('has one card a record, and a thread with a line for each decision, wherever it was made', async () => {
    const stage = await slackStage();
    await log(stage);
    const { heed } = stage.engine();
    await heed.ask({
      actor: 'notifier',
      via: 'local',
      asking: { typed: '/incident told-partners SI-2026-1 on=today' },
    });
    await stage.quiet();
    const [card, ...lines] = stage.who('manager').history(CASES);
    expect(card?.text).toContain('Partnership told: Mon 30 Mar 2026');
    expect(card?.buttons).toEqual(['I have notified them', 'Why?']);
    expect(card?.edited).toBe(true);
    expect(lines.map(({ text }) => text)).toEqual([
      'SI-2026-1: Mon 30 Mar 2026, 09:00: /incident log. The manager, in Slack.',
      'SI-2026-1: Mon 30 Mar 2026, 09:00: /incident told-partners. The notifier, in the local workspace.',
    ]);
    expect(lines.every(({ threadTs }) => threadTs === card?.ts)).toBe(true);
  });

  it('has a card whose buttons act, for whoever presses them', async () => {
    const stage = await slackStage();
    await log(stage);
    const council = stage.who('council-lead');
    const [card] = council.history(CASES);
    await council.presses('I have notified them', card ? { on: card } : {});
    expect((await council.answer()).words).toContain(
      '/incident notified is for the business unit and the notifying officer.',
    );
    const notifier = stage.who('notifier');
    await notifier.presses('I have notified them', card ? { on: card } : {});
    await stage.quiet();
    expect(inCases(stage)[0]).toContain('Notification submitted: Mon 30 Mar 2026');
  });

  it('says what is late when the day has changed, though nobody did anything', async () => {
    const stage = await slackStage();
    await log(stage);
    expect(inCases(stage)[0]).toContain('Notify the Panel: by Wed 8 Apr 2026');
    await stage.tick('2026-04-09 00:01');
    expect(inCases(stage)[0]).toContain('Notify the Panel: late, was due Wed 8 Apr 2026');
  });

  it('is told after a stop of what happened meanwhile', async () => {
    const stage = await slackStage();
    stage.slack.faults.down(true);
    const { heed } = stage.engine();
    await heed.ask({ actor: 'manager', via: 'local', asking: { typed: LOG } });
    await stage.quiet();
    stage.slack.faults.down(false);
    await stage.restart('2026-03-30 10:00');
    expect(inCases(stage)).toHaveLength(2);
    await stage.tick('2026-03-30 10:01');
    expect(inCases(stage)).toHaveLength(2);
  });

  it('is told nothing of what was there before Slack came', async () => {
    const stage = await slackStage();
    await log(stage);
    expect(inCases(stage)).toHaveLength(2);
    expect(inCases(stage).join()).not.toContain('SI-2026-2');
  });
});

/** Heed with a channel that is not as it should be, after an incident was logged. */
const wrongly = async (
  options: ChannelOptions,
): Promise<{ readonly stage: Stage; readonly channel: Channel }> => {
  const stage = await slackStage({ cases: false });
  const members = ['manager', 'administrator'].map(userOf);
  const channel = stage.team.channel(CASES, { private: true, members, ...options });
  await stage.withCases(CASES);
  await log(stage);
  await stage.tick('2026-03-30 09:01');
  return { stage, channel };
};

describe('a channel that may not have cases never gets one, and the business unit is told why', () => {
  it.each<readonly [string, ChannelOptions, string]>([
    ['public', { private: false }, 'it is no private channel that Heed is in'],
    ['shared with outsiders', { shared: true }, 'it is shared with another organisation'],
    ['archived', { archived: true }, 'it is archived'],
    ['without Heed', { botIsMember: false }, 'it is no private channel that Heed is in'],
    [
      'with somebody who is not on the roster',
      { members: [userOf('manager'), 'USTRANGER'] },
      'somebody who is not on the roster is in it (their profile shows the member ID USTRANGER)',
    ],
    [
      'with somebody who may see no cases',
      { members: [userOf('manager'), userOf('probation-lead')] },
      'the probation lead is in it and may see no cases',
    ],
  ])('%s', async (_, options, why) => {
    const { stage } = await wrongly(options);
    if (!options.archived && options.private !== false) expect(inCases(stage)).toEqual([]);
    const posted = stage.slack.calls.filter(
      ({ method, args }) => method === 'chat.postMessage' && args.channel === CASES,
    );
    expect(posted).toEqual([]);
    const [told, ...more] = dmsOf(stage, 'manager');
    expect(told).toContain('Heed needs your help with one thing');
    expect(told).toContain(why);
    expect(more).toEqual([]);
    await stage.tick('2026-03-30 09:02');
    expect(dmsOf(stage, 'manager')).toHaveLength(1);
  });

  it('once it is mended, what waited is shown there', async () => {
    const { stage, channel } = await wrongly({ members: [userOf('manager'), 'USTRANGER'] });
    channel.leave('USTRANGER');
    await stage.tick('2026-03-30 09:03');
    expect(inCases(stage)).toHaveLength(2);
    expect((await stage.engine().store.read()).troubles.isEmpty()).toBe(true);
  });

  it('when it comes to be shared with outsiders, what was shown is taken down, and nothing more is shown', async () => {
    const stage = await slackStage();
    await log(stage);
    stage.channel(CASES).share();
    await stage.tick('2026-03-30 09:01');
    await log(stage);
    await stage.tick('2026-03-30 09:02');
    expect(new Set(inCases(stage))).toEqual(new Set(['This is not shown here any more.']));
    expect(dmsOf(stage, 'manager').join()).toContain('it is shared with another organisation');
  });

  it('when a stranger comes in, what was shown is taken down at once, and comes back when they have gone', async () => {
    const stage = await slackStage();
    await log(stage);
    stage.team.user('USTRANGER');
    const channel = stage.channel(CASES);
    await channel.join('USTRANGER');
    const gone = 'This is not shown here any more.';
    await stage.slack.until(() => inCases(stage).every((text) => text === gone));
    await stage.tick('2026-03-30 09:01');
    expect(dmsOf(stage, 'manager').join()).toContain(
      'What was shown there is taken down meanwhile',
    );
    channel.leave('USTRANGER');
    await stage.tick('2026-03-30 09:02');
    expect(inCases(stage)[0]).toContain('Children: Child A');
  });

  it('a command typed in a public channel is answered to whoever typed it alone', async () => {
    const stage = await slackStage({ cases: false });
    stage.team.channel('C0TOWN', {
      members: [userOf('manager'), userOf('probation-lead')],
    });
    const manager = stage.who('manager');
    await manager.types(LOG, { channel: 'C0TOWN' });
    expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
    expect(stage.who('probation-lead').sees('C0TOWN')).toEqual([]);
    expect(manager.history('C0TOWN')).toEqual([]);
  });
});

describe('a message that was sent', () => {
  it('changes when what it speaks of is done on another platform', async () => {
    const stage = await slackStage({ cases: false });
    await log(stage);
    await stage.passTo('2026-04-02 09:00');
    const notifier = stage.who('notifier');
    const before = notifier.history(notifier.dm).at(-1);
    expect(before?.buttons).toContain('I have notified them');
    const { heed } = stage.engine();
    for (const what of ['notified', 'told-partners'])
      await heed.ask({
        actor: 'manager',
        via: 'local',
        asking: { typed: `/incident ${what} SI-2026-1 on=today` },
      });
    await stage.quiet();
    const after = notifier.history(notifier.dm).at(-1);
    expect(after?.ts).toBe(before?.ts);
    expect(after?.buttons).toEqual([]);
    expect(after?.text).toContain('Over: nothing more is wanted of you on this.');
  });

  it('changes in part where part is over', async () => {
    const stage = await slackStage({ cases: false });
    await log(stage);
    await stage.passTo('2026-04-02 09:00');
    const notifier = stage.who('notifier');
    await notifier.presses('I have told the partners');
    await stage.quiet();
    const [notice] = notifier.history(notifier.dm);
    expect(notice?.buttons).toEqual(['I have notified them', 'Why?']);
  });

  it('changes after a restart, where it could not before', async () => {
    const stage = await slackStage({ cases: false });
    await log(stage);
    await stage.passTo('2026-04-02 09:00');
    stage.slack.faults.down(true);
    const { heed } = stage.engine();
    await heed.ask({
      actor: 'manager',
      via: 'local',
      asking: { typed: '/incident withdraw SI-2026-1' },
    });
    await stage.quiet();
    stage.slack.faults.down(false);
    await stage.restart('2026-04-02 10:00');
    const notifier = stage.who('notifier');
    expect(notifier.history(notifier.dm).at(-1)?.buttons).toEqual([]);
  });

  it('has a first line that a lock screen may show, and the same words as its blocks', async () => {
    const stage = await slackStage();
    await log(stage);
    await stage.passTo('2026-04-10 09:30');
    for (const { args } of stage.slack.calls.filter(
      ({ method }) => method === 'chat.postMessage',
    )) {
      const text = String(args.text);
      const [first = ''] = text.split('\n');
      expect(first).not.toMatch(/Child|died|abuse|harm/i);
      const words = JSON.stringify(args.blocks);
      for (const line of text.split('\n').slice(1))
        if (!line.startsWith('[')) expect(words).toContain(JSON.stringify(line).slice(1, -1));
    }
    expect(stage.slack.mentions).toEqual([]);
  });
});
