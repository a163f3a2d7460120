import { describe, expect, it } from 'vitest';
import type { Shown } from '../../support/teams/member.ts';
import { TEAM_CASES, type TeamsStage, teamsStage } from '../../support/teams-stage.ts';

const LOG = 'incident log harm=died abuse=suspected aware=2026-03-30';

const logged = async (): Promise<TeamsStage> => {
  const stage = await teamsStage();
  await stage.who('manager').types(LOG);
  await stage.quiet();
  return stage;
};

const there = (stage: TeamsStage): readonly Shown[] =>
  stage.who('manager').sees(TEAM_CASES).slice(1);
const textThere = (stage: TeamsStage): string =>
  JSON.stringify(there(stage).map(({ card }) => card));

const locally = async (stage: TeamsStage, typed: string): Promise<void> => {
  await stage.engine().heed.ask({ actor: 'manager', via: 'local', asking: { typed } });
  await stage.quiet();
};

describe('the channel for cases', () => {
  it('has a card a record, and a thread with a line for each decision', async () => {
    const stage = await logged();
    const [card, line, ...more] = there(stage);
    expect(more).toEqual([]);
    expect(card?.text).toContain('Child A');
    expect(card?.summary.startsWith('SI-2026-1')).toBe(true);
    expect(line?.conversation).toBe(`${TEAM_CASES};messageid=${card?.id}`);
    expect(line?.text).toContain('/incident log');
  });

  it('is drawn anew when the record changes, wherever that was', async () => {
    const stage = await logged();
    const before = there(stage)[0]?.text;
    await locally(stage, '/incident notified SI-2026-1 on=today');
    expect(there(stage)[0]?.text).not.toBe(before);
    expect(there(stage)).toHaveLength(3);
  });

  it('shows nothing any more once a stranger is in it, and why is told', async () => {
    const stage = await logged();
    stage.teams.user('stranger');
    stage.cases?.members.add('stranger');
    await stage.tick('2026-03-30 09:01');
    expect(textThere(stage)).not.toContain('Child A');
    const sentences = [...(await stage.engine().store.read()).troubles.values()];
    expect(sentences.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('somebody who is not on the roster is in it'),
    ]);
    stage.cases?.members.delete('stranger');
    await stage.tick('2026-03-30 09:02');
    expect(textThere(stage)).toContain('Child A');
  });

  it('is looked at as soon as Teams says that somebody has come in', async () => {
    const stage = await logged();
    const stranger = stage.teams.user('stranger');
    stage.cases?.members.add('stranger');
    const { person } = stranger;
    await stage.teams.tell({
      type: 'conversationUpdate',
      id: '77',
      channelId: 'msteams',
      from: { id: person.id, aadObjectId: person.object },
      recipient: { id: '28:bot' },
      conversation: { id: TEAM_CASES, conversationType: 'channel', tenantId: person.tenant },
      membersAdded: [{ id: person.id }],
    });
    await stage.quiet();
    expect(textThere(stage)).not.toContain('Child A');
  });

  it('shows a case that is held back to nobody', async () => {
    const stage = await logged();
    await locally(stage, '/review embargo SI-2026-1');
    expect(textThere(stage)).not.toContain('Child A');
    await locally(stage, '/review embargo SI-2026-1 off');
    expect(textThere(stage)).toContain('Child A');
    expect(stage.bugs).toEqual([]);
  });

  it('shows nothing where nobody can say who is in it', async () => {
    const stage = await teamsStage();
    stage.teams.faults.during(({ method }) =>
      method === 'members' ? { is: 'status', status: 500 } : undefined,
    );
    await stage.who('manager').types(LOG);
    await stage.quiet();
    expect(there(stage)).toEqual([]);
  });
});

describe('what was sent to people', () => {
  it('is drawn anew when it is over', async () => {
    const stage = await logged();
    await stage.passTo('2026-04-02 09:00');
    const notice = () =>
      stage
        .who('notifier')
        .sees()
        .find(({ summary }) => summary.startsWith('SI-2026-1'));
    expect(notice()?.buttons).toContain('I have notified them');
    await locally(stage, '/incident notified SI-2026-1 on=today');
    expect(notice()?.text).toContain('Part of this is over by now; /due shows what is left.');
    expect(notice()?.buttons).not.toContain('I have notified them');
  });

  it('changes in place when its button is pressed, with the answer below', async () => {
    const stage = await logged();
    await stage.passTo('2026-04-02 09:00');
    const notifier = stage.who('notifier');
    const notice = notifier.sees().find(({ buttons }) => buttons.includes('I have notified them'));
    if (!notice) throw new Error('there is no notice');
    await notifier.presses('I have notified them', notice);
    const now = notifier.sees().find(({ id }) => id === notice.id);
    expect(now?.text).toContain('Part of this is over by now; /due shows what is left.');
    await stage.quiet();
    expect(notifier.sees().at(-1)?.text).toContain('the notification was submitted on Thu 2 Apr');
  });

  it('a desk is the newest, and follows what happens', async () => {
    const stage = await teamsStage({ cases: false, opened: ['notifier'] });
    const desk = () =>
      stage
        .who('notifier')
        .sees()
        .filter(({ summary }) => summary === 'Your desk');
    expect(desk()[0]?.text).toContain('You owe nothing at the moment.');
    await stage.who('manager').types(LOG);
    await stage.quiet();
    expect(desk()[0]?.text).toContain('SI-2026-1');
    await stage.who('notifier').types('desk');
    await stage.quiet();
    expect(desk()).toHaveLength(2);
    await locally(stage, '/incident withdraw SI-2026-1 reason="logged twice"');
    expect(desk()[1]?.text).not.toContain('SI-2026-1');
  });
});
