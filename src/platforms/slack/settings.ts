import { z } from 'zod';
import type { Arrangement } from '../../domain/arrangement.ts';
import type { PersonId } from '../../domain/incident.ts';
import {
  BadSettingsFile,
  readSettingsFile,
  type Secrets,
  strangers,
  twice,
} from '../chat/settings-file.ts';

/** What may come before every command, in the manifest as in the settings. */
export const PREFIX = /^([a-z][a-z0-9_-]{0,11})?$/;

const ACCOUNT = /^(T[A-Z0-9]{2,})\/([UW][A-Z0-9]{2,})$/;
const Account = z
  .string()
  .regex(ACCOUNT, 'expected a team and a person, like T0123ABCD/U0456EFGH')
  .brand<'Account'>();
/** Who somebody is in Slack: the workspace they are at home in, and their id there. */
export type Account = z.infer<typeof Account>;

const File = z.strictObject({
  mode: z.enum(['http', 'socket']).default('http'),
  prefix: z.string().regex(PREFIX, 'expected at most 12 small letters, like scp-').default(''),
  workspaces: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^[a-z][a-z0-9]*$/, 'expected one word in small letters, like merton'),
        team: z.string().regex(/^T[A-Z0-9]{2,}$/, "expected the workspace's id, like T0123ABCD"),
        cases: z
          .string()
          .regex(/^[CG][A-Z0-9]{2,}$/, "expected a channel's id, like C0123ABCD, not its name")
          .optional(),
      }),
    )
    .min(1, 'expected at least one workspace'),
  people: z.record(
    z.string(),
    z.union([Account, z.array(Account).min(1)]).transform((one) => [one].flat()),
  ),
});

export interface Workspace {
  readonly name: string;
  readonly team: string;
  readonly botToken: string;
  /** Checks what comes over HTTP. */
  readonly signingSecret: string;
  /** Opens the socket, in socket mode. */
  readonly appToken: string;
  /** The private channel that cases are shown in. */
  readonly cases?: string | undefined;
}

export interface SlackSettings {
  readonly mode: 'http' | 'socket';
  readonly prefix: string;
  readonly workspaces: readonly Workspace[];
  readonly people: ReadonlyMap<PersonId, readonly Account[]>;
}

/** Reads slack.yaml, and the secrets that its workspaces name in the environment. Throws BadSettingsFile. */
export const readSettings = (
  yaml: string,
  secrets: Secrets,
  arrangement: Pick<Arrangement, 'people' | 'name'>,
): SlackSettings => {
  const file = readSettingsFile(File, yaml);
  const mistakes: string[] = [];
  const workspaces = file.workspaces.map((one) => ({
    ...one,
    ...secretsOf(one.name, file.mode, secrets, mistakes),
  }));
  mistakes.push(
    ...twice(
      workspaces.map(({ name }) => name),
      'workspaces: two have the name',
    ),
    ...twice(
      workspaces.map(({ team }) => team),
      'workspaces: two have the team',
    ),
    ...strangers(file.people, arrangement),
    ...twice(Object.values(file.people).flat(), 'people: two have the account'),
  );
  if (mistakes.length > 0) throw new BadSettingsFile(mistakes.join('\n'));
  const people = new Map(
    Object.entries(file.people).map(([id, accounts]) => [id as PersonId, accounts]),
  );
  return { mode: file.mode, prefix: file.prefix, workspaces, people };
};

/** SLACK_MERTON_BOT_TOKEN and its like: secrets stand in the environment, never in the file. */
const secretsOf = (
  name: string,
  mode: SlackSettings['mode'],
  secrets: Secrets,
  mistakes: string[],
): Pick<Workspace, 'botToken' | 'signingSecret' | 'appToken'> => {
  const secret = (what: string, begins: string): string => {
    const variable = `SLACK_${name.toUpperCase()}_${what}`;
    const value = secrets[variable] ?? '';
    if (value === '') mistakes.push(`${variable} is not set in the environment. ${WHERE[what]}`);
    else if (!value.startsWith(begins))
      mistakes.push(`${variable} should begin with ${begins}. ${WHERE[what]}`);
    return value;
  };
  return {
    botToken: secret('BOT_TOKEN', 'xoxb-'),
    signingSecret: mode === 'http' ? secret('SIGNING_SECRET', '') : '',
    appToken: mode === 'socket' ? secret('APP_TOKEN', 'xapp-') : '',
  };
};

const WHERE: Readonly<Record<string, string>> = {
  BOT_TOKEN: 'It is the Bot User OAuth Token, under OAuth & Permissions.',
  SIGNING_SECRET: 'It is under Basic Information, App Credentials.',
  APP_TOKEN: 'Make one under Basic Information, App-Level Tokens, with connections:write.',
};
