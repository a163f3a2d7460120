import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { catalogue } from '../../../commands/index.ts';
import { slackManifest, USUAL } from '../../../manifest/slack-manifest.ts';
import { instant } from '../../../src/domain/day.ts';
import { openEngine } from '../../../src/engine.ts';
import { connectSlack } from '../../../src/platforms/slack/connect.ts';
import { readSettings } from '../../../src/platforms/slack/settings.ts';
import { merton, moment } from '../../support/given.ts';
import { slackDouble } from '../../support/slack/double.ts';
import { aFolder } from '../../support/workspace.ts';

/** A partnership with a workspace of its own, and the police in theirs; one more reaches it by Slack Connect. */
const twoWorkspaces = async () => {
  let now = Date.parse(moment('2026-03-30 09:00'));
  const slack = await slackDouble({ now: () => now });
  slack.install(slackManifest(catalogue, USUAL));
  const host = slack.workspace('T0HOST', { name: 'Merton' });
  const police = slack.workspace('T0POLICE', { name: 'Police' });
  const manager = host.user('UMANAGER');
  const notifier = host.user('UNOTIFIER');
  const officer = police.user('UMANAGER');
  const nurse = host.user('UNURSE', { home: 'T0HEALTH' });
  const settings = readSettings(
    [
      'workspaces:',
      '  - { name: host, team: T0HOST }',
      '  - { name: police, team: T0POLICE }',
      'people:',
      '  manager: T0HOST/UMANAGER',
      '  notifier: T0HOST/UNOTIFIER',
      '  police-lead: T0POLICE/UMANAGER',
      '  health-lead: T0HEALTH/UNURSE',
    ].join('\n'),
    {
      SLACK_HOST_BOT_TOKEN: host.token,
      SLACK_HOST_SIGNING_SECRET: slack.signingSecret,
      SLACK_POLICE_BOT_TOKEN: police.token,
      SLACK_POLICE_SIGNING_SECRET: slack.signingSecret,
    },
    merton,
  );
  const bugs: unknown[] = [];
  const onBug = (bug: unknown): string => `${bugs.push(bug)}`;
  const engine = await openEngine({
    folder: await aFolder(),
    arrangement: merton,
    machineTime: () => instant(now),
    onBug,
    onTrouble: (problem) => void onBug(problem),
    slack: {
      connect: connectSlack,
      settings,
      apiUrl: slack.apiUrl,
      pace: {
        now: () => now,
        pause: async (ms) => {
          now += ms;
        },
      },
    },
  });
  const server = createServer((request, response) => engine.slack?.handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  slack.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  onTestFinished(async () => {
    await engine.close();
    server.closeAllConnections();
    server.close();
    await slack.close();
  });
  const tick = async (when: string): Promise<void> => {
    now = Date.parse(moment(when));
    await engine.heed.tick();
    engine.slack?.tick();
    await engine.slack?.idle();
  };
  return { slack, engine, manager, notifier, officer, nurse, tick, bugs };
};

it('several workspaces are one partnership: each is answered and told in its own', async () => {
  const { slack, manager, notifier, officer, nurse, tick, bugs } = await twoWorkspaces();
  await manager.types('/incident log harm=died abuse=suspected aware=2026-03-30');
  await manager.answer();
  for (const when of ['2026-04-02', '2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10'])
    await tick(`${when} 09:00`);
  const [told] = officer.history(officer.dm);
  expect(told?.text).toContain('You have these as a safeguarding partner.');
  expect(nurse.history(nurse.dm)).toHaveLength(1);
  const posted = slack.calls.filter(({ method }) => method === 'chat.postMessage');
  expect(new Set(posted.map(({ team }) => team))).toEqual(new Set(['T0HOST', 'T0POLICE']));
  await officer.presses('See the case');
  expect((await officer.answer()).words).toContain('Children: Child A');
  expect(notifier.history(notifier.dm).length).toBeGreaterThan(0);
  expect(bugs).toEqual([]);
});

it('somebody is who they are in their own workspace: the same id elsewhere is another', async () => {
  const { manager, officer } = await twoWorkspaces();
  await officer.types('/incident log harm=died abuse=known');
  expect((await officer.answer()).words).toContain(
    '/incident log is for the business unit and the notifying officer.',
  );
  await manager.types('/incident log harm=died abuse=known');
  expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
});

it('whoever comes by Slack Connect presses buttons as who they are', async () => {
  const { manager, nurse, tick } = await twoWorkspaces();
  await manager.types('/incident log harm=died abuse=suspected aware=2026-03-30');
  await manager.answer();
  await tick('2026-04-10 09:00');
  await nurse.presses('See the case');
  expect((await nurse.answer()).words).toContain('SI-2026-1');
});
