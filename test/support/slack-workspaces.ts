import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { slackManifest, USUAL } from '../../manifest/slack-manifest.ts';
import { instant } from '../../src/domain/day.ts';
import { openEngine } from '../../src/engine.ts';
import { connectSlack } from '../../src/platforms/slack/connect.ts';
import { readSettings } from '../../src/platforms/slack/settings.ts';
import { merton, moment } from './given.ts';
import { slackDouble } from './slack/double.ts';
import { aFolder } from './workspace.ts';

interface Given {
  /** What the police's own app signs with; the host's secret, unless a test says otherwise. */
  readonly policeSecret?: string;
}

const YAML = [
  'workspaces:',
  '  - { name: host, team: T0HOST }',
  '  - { name: police, team: T0POLICE }',
  'people:',
  '  manager: T0HOST/UMANAGER',
  '  notifier: T0HOST/UNOTIFIER',
  '  police-lead: T0POLICE/UMANAGER',
  '  health-lead: T0HEALTH/UNURSE',
].join('\n');

/** A partnership with a workspace of its own, and the police in theirs; one more reaches it by Slack Connect. */
export const twoWorkspaces = async ({ policeSecret }: Given = {}) => {
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
    YAML,
    {
      SLACK_HOST_BOT_TOKEN: host.token,
      SLACK_HOST_SIGNING_SECRET: slack.signingSecret,
      SLACK_POLICE_BOT_TOKEN: police.token,
      SLACK_POLICE_SIGNING_SECRET: policeSecret ?? slack.signingSecret,
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
    await engine.slack?.idle();
    now = Date.parse(moment(when));
    await engine.heed.tick();
    engine.slack?.tick();
    await engine.slack?.idle();
  };
  return { slack, engine, manager, notifier, officer, nurse, tick, bugs, now: () => now };
};
