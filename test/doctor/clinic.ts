import { onTestFinished } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { slackManifest, USUAL } from '../../manifest/slack-manifest.ts';
import { SCOPES } from '../../manifest/slack-scopes.ts';
import type { Finding } from '../../src/app/finding.ts';
import { checkSlack } from '../../src/platforms/slack/checks.ts';
import { readSettings } from '../../src/platforms/slack/settings.ts';
import { merton } from '../support/given.ts';
import { slackDouble } from '../support/slack/double.ts';
import type {
  ChannelOptions,
  DoubleOptions,
  SlackDouble,
  UserOptions,
  Workspace,
} from '../support/slack/types.ts';
import { CASES, HOST, userOf } from '../support/slack-stage.ts';

const PEOPLE = [...merton.people.keys()].map(String);
const IN_CASES = ['manager', 'administrator', 'notifier', 'council-lead'].map(userOf);

interface Given extends DoubleOptions {
  readonly mode?: 'http' | 'socket';
  readonly channel?: ChannelOptions;
  /** What is odd about these people's accounts; null where there is none in Slack. */
  readonly users?: Readonly<Record<string, UserOptions | null>>;
  /** Whom the settings give no account. */
  readonly without?: readonly string[];
  readonly scopes?: readonly string[];
  readonly settings?: string;
  /** What the arrangement calls its channel for cases. */
  readonly calls?: string;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** A Slack where all is well but for what is given, and Heed's settings for it. */
export interface Clinic {
  readonly slack: SlackDouble;
  readonly team: Workspace;
  readonly yaml: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly look: () => Promise<readonly Finding[]>;
}

export const clinic = async (given: Given = {}): Promise<Clinic> => {
  const { mode = 'http', users = {}, without = [] } = given;
  const slack = await slackDouble(given);
  onTestFinished(() => slack.close());
  slack.install(slackManifest(catalogue, { ...USUAL, socket: mode === 'socket' }));
  const team = slack.workspace(HOST, given.scopes ? { scopes: given.scopes } : {});
  for (const id of PEOPLE.filter((one) => users[one] !== null))
    team.user(userOf(id), users[id] ?? {});
  team.channel(CASES, { private: true, members: IN_CASES, ...given.channel });
  const yaml = [
    `mode: ${mode}`,
    'workspaces:',
    `  - ${given.settings ?? `{ name: host, team: ${HOST}, cases: ${CASES} }`}`,
    'people:',
    ...PEOPLE.filter((id) => !without.includes(id)).map((id) => `  ${id}: ${HOST}/${userOf(id)}`),
    '',
  ].join('\n');
  const secrets = {
    SLACK_HOST_BOT_TOKEN: team.token,
    SLACK_HOST_SIGNING_SECRET: slack.signingSecret,
    SLACK_HOST_APP_TOKEN: slack.appToken,
    ...given.secrets,
  };
  const look = () =>
    checkSlack({
      settings: readSettings(yaml, secrets, merton),
      arrangement: given.calls
        ? { ...merton, channels: new Map([['cases', given.calls]]) }
        : merton,
      scopes: Object.keys(SCOPES),
      apiUrl: slack.apiUrl,
    });
  return { slack, team, yaml, secrets, look };
};

/** "wrong Slack, host: …", for what is not well. */
export const amiss = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ is }) => is !== 'well')
    .map(({ is, about, sentence }) => `${is} ${about}: ${sentence}`);
