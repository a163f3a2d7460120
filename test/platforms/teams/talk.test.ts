import { describe, expect, it } from 'vitest';
import { STRANGER } from '../../../src/app/dispatch.ts';
import type { Member } from '../../support/teams/member.ts';
import { TEAM_CASES, type TeamsStage, teamsStage } from '../../support/teams-stage.ts';

const LOG = 'incident log harm=died abuse=suspected aware=2026-03-30';

const said = async (stage: TeamsStage, who: Member, text: string, where?: string) => {
  const before = new Set(who.sees(where).map(({ id }) => id));
  const heard = await who.types(text, where);
  expect(heard.status).toBe(200);
  await stage.quiet();
  return who.sees(where).filter(({ id }) => !before.has(id));
};

describe('what is typed', () => {
  it.each(['due', '/due', ' /due ', 'DUE', '&nbsp;due', '/due\n'])(
    "is understood in one's own chat: %j",
    async (typed) => {
      const stage = await teamsStage({ cases: false });
      const [answer] = await said(stage, stage.who('notifier'), typed);
      expect(answer?.text).toBe('You owe nothing at the moment.');
    },
  );

  it('may hold what HTML escapes', async () => {
    const stage = await teamsStage({ cases: false });
    const [answer] = await said(
      stage,
      stage.who('manager'),
      'why &quot;x&lt;y&gt; &amp;amp;&quot;',
    );
    expect(answer?.text).not.toContain('&quot;');
    expect(stage.bugs).toEqual([]);
  });

  it('shows what one may ask, from the catalogue, where nothing is said', async () => {
    const stage = await teamsStage({ cases: false });
    const [help] = await said(stage, stage.who('notifier'), ' ');
    expect(help?.text).toContain('/incident log');
    expect(help?.text).not.toContain('/action import');
  });

  it('is done once, however often Teams says it', async () => {
    const stage = await teamsStage({ cases: false });
    const { person } = stage.who('manager');
    const activity = {
      type: 'message',
      id: '42',
      channelId: 'msteams',
      from: { id: person.id, aadObjectId: person.object },
      recipient: { id: '28:bot' },
      conversation: { id: person.chat, conversationType: 'personal', tenantId: person.tenant },
      text: LOG,
    };
    for (let n = 0; n < 3; n += 1) await stage.teams.tell(activity);
    await stage.quiet();
    const { records } = await stage.engine().store.read();
    expect([...records.keys()]).toEqual(['SI-2026-1']);
  });

  it('by a guest who is not on the roster teaches them nothing', async () => {
    const stage = await teamsStage({ cases: false });
    await said(stage, stage.who('manager'), LOG);
    const guest = stage.teams.user('a guest');
    for (const typed of ['due all', 'why SI-2026-1', 'help', LOG])
      expect((await said(stage, guest, typed))[0]?.text).toBe(STRANGER);
    await guest.install();
    await stage.quiet();
    expect(guest.sees().at(-1)?.text).toBe(STRANGER);
  });

  it('by a partner is known by tenant and object id together', async () => {
    const stage = await teamsStage({ cases: false, elsewhere: ['police-lead'] });
    const [answer] = await said(stage, stage.who('police-lead'), 'due');
    expect(answer?.text).toBe('You owe nothing at the moment.');
    const { person } = stage.who('police-lead');
    const home = stage.who('manager').person.tenant;
    await stage.teams.tell({
      type: 'message',
      id: '43',
      channelId: 'msteams',
      from: { id: '29:other', aadObjectId: person.object },
      recipient: { id: '28:bot' },
      conversation: { id: person.chat, conversationType: 'personal', tenantId: home },
      text: 'due',
    });
    await stage.quiet();
    expect(stage.who('police-lead').sees().at(-1)?.text).toBe(STRANGER);
  });
});

describe('what is asked among others', () => {
  it('is answered there, where everybody may see it', async () => {
    const stage = await teamsStage();
    await said(stage, stage.who('manager'), LOG);
    const manager = stage.who('manager');
    const fresh = await said(stage, manager, 'incident show SI-2026-1', TEAM_CASES);
    expect(fresh.at(-1)?.text).toContain('Child A');
  });

  it.each(['incident show SI-2026-1', 'due all', 'why SI-2026-1', LOG])(
    'is answered in the own chat, where somebody may not see it: %s',
    async (typed) => {
      const stage = await teamsStage({ cases: false });
      const manager = stage.who('manager');
      await said(stage, manager, LOG);
      stage.teams.room('19:group@thread.v2', 'groupChat', ['manager', 'probation-lead']);
      const before = manager.sees().length;
      const [there, ...more] = await said(stage, manager, typed, '19:group@thread.v2');
      expect(more).toEqual([]);
      expect(there?.text).toBe('The answer is for you alone: it is in your own chat with me.');
      expect(manager.sees().length).toBe(before + 1);
      expect(manager.sees().at(-1)?.text).toContain('SI-2026-');
    },
  );

  it('is answered nowhere but in the own chat, where a stranger is', async () => {
    const stage = await teamsStage({ cases: false });
    stage.teams.user('stranger');
    stage.teams.room('19:group@thread.v2', 'groupChat', ['manager', 'stranger']);
    const [there] = await said(stage, stage.who('manager'), 'help', '19:group@thread.v2');
    expect(there?.text).toContain('The answer is for you alone');
  });

  it('says how, where there is no such chat', async () => {
    const stage = await teamsStage({ cases: false });
    const manager = stage.who('manager');
    manager.person.state = 'not-installed';
    stage.teams.room('19:group@thread.v2', 'groupChat', ['manager', 'probation-lead']);
    const [there] = await said(stage, manager, 'due all', '19:group@thread.v2');
    expect(there?.text).toContain('Open one, and ask there.');
  });
});
