import { type Finding, note, well, wrong } from '../../app/finding.ts';
import { listed } from '../../domain/words.ts';
import type { Api, Called } from './api.ts';
import type { Workspace } from './settings.ts';

/** What was found of a bot's token, and who the bot is where it may be used. */
export interface Token {
  readonly findings: readonly Finding[];
  readonly bot?: string;
}

export const about = ({ name }: Workspace): string => `Slack, ${name}`;
const variable = ({ name }: Workspace, what: string): string =>
  `SLACK_${name.toUpperCase()}_${what}`;

export const checkToken = async (
  api: Api,
  workspace: Workspace,
  scopes: readonly string[],
): Promise<Token> => {
  const tested = await api.call(workspace.botToken, 'auth.test', {});
  if (tested.is !== 'done') return { findings: [unlet(workspace, tested)] };
  const { team_id: team, user_id: bot, response_metadata: metadata } = tested.result;
  if (team !== workspace.team) return { findings: [elsewhere(workspace, String(team))] };
  const granted = (metadata as { scopes?: readonly string[] } | undefined)?.scopes;
  return {
    bot: String(bot),
    findings: [
      well(about(workspace), `the bot token opens ${workspace.team}.`),
      ...scopeFindings(workspace, scopes, granted),
    ],
  };
};

const elsewhere = (workspace: Workspace, team: string): Finding =>
  wrong(
    about(workspace),
    `the bot token opens ${team}, and the settings say ${workspace.team}. Put the token of ${workspace.team} in ${variable(workspace, 'BOT_TOKEN')}, or correct the team.`,
  );

const unlet = (workspace: Workspace, called: Called): Finding => {
  if (called.is !== 'refused') return unanswered(workspace, called);
  const remedy = REMEDIES[called.error] ?? ADMINISTRATOR;
  return wrong(
    about(workspace),
    `Slack does not take the bot token (${called.error}). ${remedy.replace('VARIABLE', variable(workspace, 'BOT_TOKEN'))}`,
  );
};

/** Slack did not say no, but it did not do it either. */
const unanswered = (workspace: Workspace, called: Called): Finding =>
  called.is === 'limited'
    ? note(about(workspace), `Slack asks to wait ${called.seconds} seconds. Run the doctor again.`)
    : wrong(
        about(workspace),
        'Slack did not answer. Let this machine reach slack.com by HTTPS, or see slack-status.com.',
      );

const COPY =
  'Copy the Bot User OAuth Token, under OAuth & Permissions, into VARIABLE again, and restart Heed.';
const REINSTALL = `Heed was taken out of the workspace: install it again, under Install App. ${COPY}`;
const ADMINISTRATOR = "Ask the workspace's administrators to let the app in.";
const REMEDIES: Readonly<Record<string, string>> = {
  account_inactive: REINSTALL,
  token_revoked: REINSTALL,
  invalid_auth: COPY,
  not_authed: COPY,
  not_allowed_token_type: COPY,
  token_expired:
    'The app has token rotation switched on, which cannot be undone: make the app anew from the manifest.',
};

const FROM_MANIFEST =
  'Put the manifest that npm run manifest draws under App Manifest, and install the app again.';

const scopeFindings = (
  workspace: Workspace,
  needed: readonly string[],
  granted: readonly string[] | undefined,
): readonly Finding[] => {
  if (!granted) return [note(about(workspace), 'Slack did not say which scopes the bot has.')];
  const missing = needed.filter((scope) => !granted.includes(scope));
  const more = granted.filter((scope) => !needed.includes(scope));
  const [lacks, has] = [missing, more].map((scopes) => listed(scopes));
  return [
    missing.length > 0
      ? wrong(about(workspace), `the bot lacks ${lacks}. ${FROM_MANIFEST}`)
      : well(about(workspace), 'the bot has every scope that it needs.'),
    ...(more.length > 0
      ? [note(about(workspace), `the bot has more than it needs: ${has}. ${FROM_MANIFEST}`)]
      : []),
  ];
};

/** In socket mode Heed calls Slack; asking for an address opens nothing. */
export const checkSocket = async (api: Api, workspace: Workspace): Promise<Finding> => {
  const opened = await api.call(workspace.appToken, 'apps.connections.open', {});
  if (opened.is === 'done') return well(about(workspace), 'the app token opens a socket.');
  if (opened.is !== 'refused') return unanswered(workspace, opened);
  return wrong(
    about(workspace),
    `the app token opens no socket (${opened.error}). Switch Socket Mode on, make a token under Basic Information, App-Level Tokens, with connections:write, and put it in ${variable(workspace, 'APP_TOKEN')}.`,
  );
};
