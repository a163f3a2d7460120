import { z } from 'zod';

const filled = z.string().min(1, 'it is set to nothing: unset it, or give it a value');

const standIn = (wanted: string) =>
  z
    .url(wanted)
    .refine(
      (url) => ['127.0.0.1', 'localhost'].includes(new URL(url).hostname),
      'it is for tests: only an address of this machine is taken',
    )
    .optional();

const Environment = z.object({
  HEED_KEY: filled.optional(),
  HEED_DATA: filled.optional(),
  HEED_STORE: filled.optional(),
  HEED_PARTNERSHIP: filled.optional(),
  HEED_PARTNERSHIPS: filled.optional(),
  PORT: z.coerce.number('write a number').int().min(0).max(65_535).default(3000),
  HEED_ARRANGEMENT: filled.default('merton-2023'),
  HEED_SLACK: filled.optional(),
  SLACK_API_URL: standIn(
    'write the address of a stand-in for Slack, like http://127.0.0.1:8080/api/',
  ),
  HEED_TEAMS: filled.optional(),
  TEAMS_STAND_IN: standIn(
    'write the address of a stand-in for Microsoft, like http://127.0.0.1:8080',
  ),
  HEED_EMAIL: filled.optional(),
  FRONT_PORT: z.coerce.number('write a number').int().min(0).max(65_535).default(3001),
  HEED_PUBLIC_URL: z
    .url('write the address that others reach Heed under, like https://heed.example.org')
    .optional(),
  FRONT_HOST: filled.default('127.0.0.1'),
});

export interface Config {
  /** Seals the folder with AES-256-GCM: 32 bytes, as base64 or hex. */
  readonly key: string | undefined;
  /** The folder that the log is kept in, or the address of a database; without either, a rehearsal. */
  readonly data: string | undefined;
  /** Which one's, where a database has several and its user is nobody's in particular. */
  readonly partnership: string | undefined;
  /** Several in this one process, where they are listed; all else of each is then said there. */
  readonly partnerships: PartnershipsPlace | undefined;
  /** The port of the local page. */
  readonly port: number;
  /** The name of an arrangement that ships, or a YAML file. */
  readonly arrangement: string;
  /** The server that Slack and Teams call, and whoever answers by a link in an e-mail; a proxy with a certificate stands before it. */
  readonly front: { readonly host: string; readonly port: number };
  /** Where calendars are subscribed to: the address of the proxy that stands before the front, or this machine's. */
  readonly address: string;
  readonly slack: SlackPlace | undefined;
  readonly teams: TeamsPlace | undefined;
  readonly email: EmailPlace | undefined;
}

export interface PartnershipsPlace {
  /** The file that lists them. */
  readonly file: string;
  /** The environment: the list names the variables that hold secrets. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly slackUrl: string | undefined;
  readonly teamsStandIn: string | undefined;
}

interface EmailPlace {
  /** The file with the settings for e-mail. */
  readonly file: string;
  /** EMAIL_PASSWORD. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
}

interface TeamsPlace {
  /** The file with the settings for Teams. */
  readonly file: string;
  /** TEAMS_APP_PASSWORD. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
  /** A stand-in for Microsoft, for tests. */
  readonly standIn: string | undefined;
}

interface SlackPlace {
  /** The file with the settings for Slack. */
  readonly file: string;
  /** SLACK_…_BOT_TOKEN and its like. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
  /** A stand-in for Slack, for tests. */
  readonly apiUrl: string | undefined;
}

/** A setting cannot be used; the message names it and says what to do. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

/** Reads the environment; nobody else does. Throws BadSetting. */
export const config = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const read = Environment.safeParse(environment);
  if (!read.success)
    throw new BadSetting(
      read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    );
  const { HEED_KEY: key, HEED_ARRANGEMENT: arrangement, PORT: port } = read.data;
  const { FRONT_HOST, FRONT_PORT } = read.data;
  const partnerships = partnershipsPlace(read.data, environment);
  const own = partnerships ? FRONT_PORT : port;
  const front = { host: FRONT_HOST, port: FRONT_PORT };
  return Object.freeze({
    key,
    data: whereOf(read.data),
    partnership: read.data.HEED_PARTNERSHIP,
    partnerships,
    arrangement,
    port,
    front,
    address: read.data.HEED_PUBLIC_URL ?? `http://127.0.0.1:${own}`,
    slack: slackPlace(read.data, environment),
    teams: teamsPlace(read.data, environment),
    email: emailPlace(read.data, environment),
  });
};

const whereOf = ({ HEED_DATA, HEED_STORE }: z.infer<typeof Environment>): string | undefined => {
  if (HEED_DATA !== undefined && HEED_STORE !== undefined)
    throw new BadSetting(
      'HEED_STORE and HEED_DATA both say where to keep things: unset one of them.',
    );
  return HEED_STORE ?? HEED_DATA;
};

/** What is said of one alone; with several it would be nobody's. */
const OF_ONE = [
  'HEED_DATA',
  'HEED_STORE',
  'HEED_KEY',
  'HEED_PARTNERSHIP',
  'HEED_ARRANGEMENT',
  'HEED_SLACK',
  'HEED_TEAMS',
  'HEED_EMAIL',
] as const;

const partnershipsPlace = (
  read: z.infer<typeof Environment>,
  variables: PartnershipsPlace['variables'],
): PartnershipsPlace | undefined => {
  const file = read.HEED_PARTNERSHIPS;
  if (file === undefined) return undefined;
  const mixed = OF_ONE.filter((name) => variables[name] !== undefined);
  if (mixed.length > 0)
    throw new BadSetting(
      mixed
        .map((name) => `${name}: it is for one partnership alone. Unset it, and say it in ${file}`)
        .join('\n'),
    );
  return {
    file,
    variables,
    slackUrl: read.SLACK_API_URL,
    teamsStandIn: read.TEAMS_STAND_IN,
  };
};

const slackPlace = (
  { HEED_SLACK: file, SLACK_API_URL: apiUrl }: z.infer<typeof Environment>,
  environment: NodeJS.ProcessEnv,
): SlackPlace | undefined =>
  file === undefined
    ? undefined
    : {
        file,
        apiUrl,
        secrets: startingWith('SLACK_', environment),
      };

const teamsPlace = (
  { HEED_TEAMS: file, TEAMS_STAND_IN: standIn }: z.infer<typeof Environment>,
  environment: NodeJS.ProcessEnv,
): TeamsPlace | undefined =>
  file === undefined ? undefined : { file, standIn, secrets: startingWith('TEAMS_', environment) };

const emailPlace = (
  { HEED_EMAIL: file }: z.infer<typeof Environment>,
  environment: NodeJS.ProcessEnv,
): EmailPlace | undefined =>
  file === undefined ? undefined : { file, secrets: startingWith('EMAIL_', environment) };

const startingWith = (prefix: string, environment: NodeJS.ProcessEnv): SlackPlace['secrets'] =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith(prefix)));
