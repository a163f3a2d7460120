import { expect, it } from 'vitest';
import { CASES, type Stage, slackStage } from '../../support/slack-stage.ts';

const says = async (stage: Stage, who: string, typed: string): Promise<string> => {
  const member = stage.who(who);
  await member.types(typed);
  for (;;) {
    const sight = await member.answer();
    if (sight.is !== 'message' || sight.shown.channel !== CASES) {
      await stage.quiet();
      return sight.words;
    }
  }
};

/** All that somebody has before them in Slack at this moment, but for what they typed themselves. */
const before = async (stage: Stage, who: string): Promise<string> => {
  const member = stage.who(who);
  await member.opensHome();
  await member.answer();
  const isInCases = stage.casesMembers.includes(who);
  return JSON.stringify([
    member.history(member.dm),
    member.home,
    ...(isInCases ? [member.history(CASES)] : []),
  ]);
};

const TRACES = /Child A|Died|suspected|notify the Panel|rapid review/i;

it('an embargo takes a case off every surface of Slack for all but the business unit and the chair', async () => {
  const stage = await slackStage();
  await says(stage, 'manager', '/incident log harm=died abuse=suspected aware=2026-03-30');
  await stage.passTo('2026-04-02 09:00');
  const notifier = stage.who('notifier');
  expect(await before(stage, 'notifier')).toMatch(TRACES);
  expect(notifier.history(CASES)[0]?.text).toContain('Child A');

  expect(
    await says(stage, 'chair', '/review embargo SI-2026-1 reason="a trial is under way"'),
  ).toMatch(/SI-2026-1/);
  for (const who of ['notifier', 'council-lead', 'police-lead', 'qapr-chair'])
    expect(await before(stage, who), who).not.toMatch(TRACES);
  for (const typed of ['/due all', '/incident list', '/why SI-2026-1', '/preview 90'])
    expect(await says(stage, 'notifier', typed), typed).not.toMatch(TRACES);
  expect(await says(stage, 'manager', '/incident show SI-2026-1')).toContain('Child A');

  await stage.passTo('2026-04-10 09:00');
  for (const who of ['notifier', 'notifier-deputy', 'council-lead', 'police-lead'])
    expect(await before(stage, who), who).not.toMatch(TRACES);
  expect(await before(stage, 'manager')).toMatch(TRACES);
  expect(stage.bugs).toEqual([]);
});
