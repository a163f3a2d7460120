import { expect, it } from 'vitest';
import { startCluster } from '../../support/postgres.ts';
import { CASES, type Stage, slackStage } from '../../support/slack-stage.ts';

const cluster = await startCluster();
const PEOPLE = ['manager', 'administrator', 'notifier', 'police-lead', 'health-lead', 'chair'];

/** A case from the log to the notification, with what is asked coming to both by turns. */
const play = async (stage: Stage): Promise<void> => {
  const [manager, notifier] = [stage.who('manager'), stage.who('notifier')];
  const says = async (who: typeof manager, typed: string): Promise<void> => {
    await who.types(typed);
    await who.answer();
    await stage.quiet();
  };
  await says(manager, '/incident log harm=died abuse=suspected aware=2026-03-30');
  await says(notifier, '/incident log harm=seriously-harmed abuse=known aware=2026-03-30');
  await stage.passTo('2026-04-02 09:05');
  await says(notifier, '/incident notified SI-2026-1 on=today');
  await says(manager, '/incident told-partners SI-2026-2 on=today');
  await stage.passTo('2026-04-09 09:05');
  await says(notifier, '/incident notified SI-2026-2 on=today');
  await stage.tick('2026-04-09 09:06');
  await stage.tick('2026-04-09 09:07');
};

/** What lies where: each text, with the channel's cards and lines in their order. */
const seen = (stage: Stage) => ({
  cases: stage
    .who('manager')
    .history(CASES)
    .map(({ text }) => text),
  own: PEOPLE.map((id) => {
    const member = stage.who(id);
    return [id, member.history(member.dm).map(({ text }) => text)] as const;
  }),
});

it('two Heeds on one database say in Slack what one says on a folder: each thing once, in one place', async () => {
  const alone = await slackStage();
  await play(alone);
  const address = cluster.url();
  const both = await slackStage({ shared: { address, partnership: 'slack', heeds: 2 } });
  await play(both);
  const [one, two] = [seen(alone), seen(both)];
  expect(one.cases.length).toBeGreaterThan(5);
  expect([...two.cases].sort()).toEqual([...one.cases].sort());
  expect(two.own).toEqual(one.own);
  expect(both.bugs).toEqual([]);
  expect((await both.engine().store.read()).sentAgain).toBe(0);
});
