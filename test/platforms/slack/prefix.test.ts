import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../commands/index.ts';
import { signed } from '../../support/slack/double.ts';
import { isJson } from '../../support/slack/json.ts';
import { afterNine, dmsOf, tickAll } from '../../support/slack-sights.ts';
import { CASES, HOST, type Stage, slackStage, userOf } from '../../support/slack-stage.ts';

const families = [...new Set(catalogue.map(({ name }) => name.split(' ')[0]))];
/** A command as no Slack with a prefix has it. */
const UNKNOWN = new RegExp(`(?<![\\w-])/(${families.join('|')})\\b.*`, 'g');

/** Every text within, however deep. */
const textsIn = (said: unknown): readonly string[] => {
  if (typeof said === 'string') return [said];
  if (Array.isArray(said)) return said.flatMap(textsIn);
  return isJson(said) ? Object.values(said).flatMap(textsIn) : [];
};

/** What slash commands were acknowledged with: that is an answer too, and no call of Heed's. */
const acknowledged = new WeakMap<Stage, readonly string[]>();

const saidBy = (stage: Stage): readonly string[] => [
  ...[...stage.slack.calls, ...stage.slack.responses].flatMap(({ args }) => textsIn(args)),
  ...(acknowledged.get(stage) ?? []),
];

const types = async (stage: Stage, who: string, typed: string): Promise<string> => {
  const member = stage.who(who);
  const { body } = await member.types(typed);
  acknowledged.set(stage, [...(acknowledged.get(stage) ?? []), ...textsIn(body)]);
  return (await member.answer()).words;
};

const LOG = '/scp-incident log harm=died abuse=known aware=2026-03-30';

describe('where commands have a prefix, Heed names them with it', () => {
  it('in what it declines, explains and helps with', async () => {
    const stage = await slackStage({ cases: false, prefix: 'scp-' });
    await types(stage, 'manager', LOG);
    await types(stage, 'manager', '/scp-incident notified SI-2026-1 on=today');
    expect(await types(stage, 'manager', '/scp-incident notified SI-2026-1 on=today')).toContain(
      'If that is wrong: /scp-incident correct SI-2026-1 notified=DAY',
    );
    expect(await types(stage, 'police-lead', LOG)).toContain('/scp-incident log is for');
    expect(await types(stage, 'manager', '/scp-help')).toContain('/scp-action add');
    for (const asked of ['help incident log', 'incident', 'incident show SI-2026-9', 'due all'])
      await types(stage, 'manager', `/scp-${asked}`);
    await types(stage, 'manager', '/scp-why SI-2026-1');
    await types(stage, 'manager', '/scp-holiday list');
    await types(stage, 'manager', '/scp-undo');
    expect(saidBy(stage).join('\n')).toContain('/scp-incident log is for');
    expect(saidBy(stage).join('\n').match(UNKNOWN)).toBeNull();
  });

  it('in forms, and in what is wrong with them', async () => {
    const stage = await slackStage({ cases: false, prefix: 'scp-' });
    await types(stage, 'manager', LOG);
    await types(stage, 'manager', '/scp-incident notified SI-2026-1');
    const manager = stage.who('manager');
    manager.fill('When was the notification submitted?', '2026-03-28');
    await manager.submit();
    expect((await manager.answer()).words).toContain('/scp-incident correct SI-2026-1');
    expect(saidBy(stage).join('\n').match(UNKNOWN)).toBeNull();
  });

  it('on the home tab', async () => {
    const stage = await slackStage({ cases: false, prefix: 'scp-' });
    await types(stage, 'manager', LOG);
    await stage.passTo('2026-04-10 09:00');
    for (const who of ['manager', 'notifier', 'police-lead']) await stage.who(who).opensHome();
    await stage.quiet();
    expect(saidBy(stage).join('\n').match(UNKNOWN)).toBeNull();
  });

  it('in the channel for cases', async () => {
    const stage = await slackStage({ prefix: 'scp-' });
    await types(stage, 'manager', LOG);
    await stage.quiet();
    await types(stage, 'manager', '/scp-undo');
    await stage.quiet();
    const texts = stage
      .who('manager')
      .history(CASES)
      .map(({ text }) => text);
    expect(texts.join('\n')).toContain(': /scp-incident log. The manager, in Slack.');
    expect(texts.join('\n').match(UNKNOWN)).toBeNull();
  });

  it('in reminders, those that are over in part, and what Heed needs', async () => {
    const stage = await slackStage({ cases: false, prefix: 'scp-' });
    await types(stage, 'manager', LOG);
    await stage.passTo('2026-04-02 09:00');
    await stage.who('notifier').presses('I have told the partners');
    await stage.quiet();
    expect(dmsOf(stage, 'notifier').join('\n')).toContain('/scp-due shows what is left');
    const sentence = 'Look with /due or /incident list.';
    await stage.engine().heed.report([{ key: 'one', sentence, lasts: true }]);
    await tickAll(stage, [afterNine('2026-04-02', 1)]);
    expect(dmsOf(stage, 'manager').join('\n')).toContain(
      'Look with /scp-due or /scp-incident list.',
    );
    await stage.who('manager').opensHome();
    expect((await stage.who('manager').answer()).words).toContain('/scp-due or /scp-incident list');
    await stage.passTo('2026-04-10 09:00');
    expect(saidBy(stage).join('\n').match(UNKNOWN)).toBeNull();
  });
});

it('a command that was installed without the prefix of the settings is understood all the same', async () => {
  const stage = await slackStage({ cases: false, prefix: 'scp-' });
  const body = new URLSearchParams({
    command: '/incident',
    text: 'log harm=died abuse=known',
    team_id: HOST,
    user_id: userOf('manager'),
    trigger_id: '1.2.3',
    response_url: 'https://hooks.slack.com/commands/T/1/x',
  }).toString();
  const answered = await stage.slack.post(body, {
    'content-type': 'application/x-www-form-urlencoded',
    ...signed(stage.slack.signingSecret, Date.parse(stage.now()), body),
  });
  expect(answered.body).toContain('SI-2026-1 is logged');
});
