import { catalogue } from '../../commands/index.ts';
import { slackManifest, USUAL } from '../../manifest/slack-manifest.ts';
import type { SlackChoice } from '../../src/chat.ts';
import { connectSlack } from '../../src/platforms/slack/connect.ts';
import { readSettings } from '../../src/platforms/slack/settings.ts';
import { merton } from './given.ts';
import { slackDouble } from './slack/double.ts';
import type { Clock } from './teams-stage.ts';

const HOST = 'T0HOST';
export const HOST_CASES = 'C0CASES';
const userOf = (person: string): string => `U${person.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;

/** Slack with these people in it, to stand beside another product under the same clock. */
export const slackBeside = async (
  clock: Clock,
  people: readonly string[],
  inCases: readonly string[] = people,
) => {
  const slack = await slackDouble({ now: clock.now, ackTimeoutMs: 3000, prefix: '' });
  slack.install(slackManifest(catalogue, USUAL));
  const team = slack.workspace(HOST, { name: 'Merton' });
  const members = new Map(people.map((id) => [id, team.user(userOf(id), { name: id })]));
  team.channel(HOST_CASES, { private: true, members: inCases.map(userOf) });
  const yaml = [
    'workspaces:',
    `  - { name: host, team: ${HOST}, cases: ${HOST_CASES} }`,
    'people:',
    ...people.map((id) => `  ${id}: ${HOST}/${userOf(id)}`),
  ].join('\n');
  const secrets = {
    SLACK_HOST_BOT_TOKEN: team.token,
    SLACK_HOST_SIGNING_SECRET: slack.signingSecret,
  };
  const pause = async (ms: number): Promise<void> => clock.set(clock.now() + ms);
  const choice: SlackChoice = {
    connect: connectSlack,
    settings: readSettings(yaml, secrets, merton),
    pace: { now: clock.now, pause },
    apiUrl: slack.apiUrl,
  };
  const who = (person: string) => {
    const member = members.get(person);
    if (!member) throw new Error(`${person} is not in Slack`);
    return member;
  };
  return { choice, who, close: slack.close };
};
