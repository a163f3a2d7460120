import { expect, it } from 'vitest';
import { purgeFolder } from '../../../store/purge-folder.ts';
import { merton, moment } from '../../support/given.ts';
import { dmsOf, inCases, log } from '../../support/slack-sights.ts';
import { slackStage } from '../../support/slack-stage.ts';

const GONE = 'This was about a record that has been purged since';
const arrangement = {
  ...merton,
  retention: [{ records: 'incidents', years: 1, source: 'Our schedule' }] as const,
};

it('what lies in Slack of a record that was purged says so, and nothing else, when Heed starts again', async () => {
  const stage = await slackStage({ arrangement });
  await log(stage);
  await stage.passTo('2026-04-02 09:00');
  const { heed } = stage.engine();
  const ask = (typed: string) => heed.ask({ actor: 'manager', via: 'local', asking: { typed } });
  await ask('/incident withdraw SI-2026-1');
  await stage.quiet();
  expect(inCases(stage).join()).toContain('Circumstances: Died');
  expect(dmsOf(stage, 'notifier').join()).toContain('SI-2026-1');
  await stage.restart('2027-04-05 10:00');
  await stage.engine().heed.ask({
    actor: 'manager',
    via: 'local',
    asking: { typed: '/keep purge SI-2026-1 sure=yes' },
  });
  await stage.quiet();
  await stage.restart('2027-04-06 10:00', async (dir) => {
    const { plan } = await purgeFolder({ dir, now: moment('2027-04-06 09:30') });
    expect(plan?.refs).toEqual(['SI-2026-1']);
  });
  await stage.tick('2027-04-06 10:01');
  const [card, ...lines] = inCases(stage);
  expect(card).toContain(GONE);
  expect(lines.every((line) => line.includes(GONE))).toBe(true);
  expect(dmsOf(stage, 'notifier').join()).not.toContain('SI-2026-1');
  expect(stage.bugs).toEqual([]);
});
