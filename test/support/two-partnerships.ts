import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { config } from '../../src/config.ts';
import { instant } from '../../src/domain/day.ts';
import { type Partnerships, runPartnerships } from '../../src/partnerships/run.ts';
import { freePort } from './cluster.ts';
import { CERTIFICATE } from './email/certificate.ts';
import { readMail } from './email/read.ts';
import { mailServer } from './email/server.ts';
import { merton, moment } from './given.ts';
import { slackDouble } from './slack/double.ts';
import { signed } from './slack/sign.ts';
import { userOf } from './slack-stage.ts';
import { PASSWORD, teamsDouble } from './teams/double.ts';
import type { Member } from './teams/member.ts';
import { aFolder } from './workspace.ts';

/** Everybody of the roster, by posts alone: both partnerships have the same posts. */
const PEOPLE = [...merton.people.keys()].map(String);
/** Who has neither Slack nor Teams, and is written to. */
const BY_EMAIL = 'probation-lead';
const IN_CHAT = PEOPLE.filter((id) => id !== BY_EMAIL);

export type Which = 'merton' | 'sutton';
const BOTH: readonly Which[] = ['merton', 'sutton'];

export const TEAM = { merton: 'T0MERTON', sutton: 'T0SUTTON' } as const;
export const SECRET = { merton: 'the secret of merton', sutton: 'the secret of sutton' } as const;
export const APP = {
  merton: '0a0a0a0a-0000-4000-8000-00000000000a',
  sutton: '0a0a0a0a-0000-4000-8000-00000000000b',
} as const;
export const TENANT = {
  merton: '0b0b0b0b-0000-4000-8000-00000000000a',
  sutton: '0b0b0b0b-0000-4000-8000-00000000000b',
} as const;

interface Given {
  /** Where each keeps its things, as a line of the list; a folder of its own, where nothing is said. */
  readonly store?: (name: Which) => string;
  readonly variables?: Readonly<Record<string, string>>;
}

const keyOf = (name: string): string => createHmac('sha256', name).digest('hex');

/** Two partnerships as one process runs them, each in its own Slack, Teams and e-mail. */
export const twoPartnerships = async (given: Given = {}) => {
  let now = Date.parse(moment('2026-03-30 09:00'));
  const slack = await slackDouble({ now: () => now });
  const teams = await teamsDouble(() => now);
  const mail = await mailServer();
  const parent = dirname(await aFolder());
  const front = await freePort();
  const pages = { merton: await freePort(), sutton: await freePort() };
  const url = `http://127.0.0.1:${front}`;
  const variables: Record<string, string> = { ...given.variables };
  const managers = new Map<Which, Member>();
  for (const name of BOTH) {
    const big = name.toUpperCase();
    const workspace = slack.workspace(TEAM[name], { name });
    for (const id of IN_CHAT) workspace.user(userOf(id), { name: id });
    managers.set(name, teams.user(`${name}-manager`, TENANT[name]));
    Object.assign(variables, {
      [`${big}_KEY`]: keyOf(name),
      [`${big}_SLACK_HOST_BOT_TOKEN`]: workspace.token,
      [`${big}_SLACK_HOST_SIGNING_SECRET`]: SECRET[name],
      [`${big}_TEAMS_APP_PASSWORD`]: PASSWORD,
    });
    const people = (ids: readonly string[], account: (id: string) => string): string =>
      ['people:', ...ids.map((id) => `  ${id}: ${account(id)}`)].join('\n');
    const files = {
      slack: `workspaces: [{ name: host, team: ${TEAM[name]} }]\n${people(IN_CHAT, (id) => `${TEAM[name]}/${userOf(id)}`)}`,
      teams: `app: ${APP[name]}\ntenant: ${TENANT[name]}\n${people(IN_CHAT, (id) => `${TENANT[name]}/${teams.objectOf(`${name}-${id}`)}`)}`,
      email: [
        `from: heed@${name}.example`,
        `replies: office@${name}.example`,
        `answers: ${url}`,
        `smtp: { host: localhost, port: ${mail.port}, ca: ${JSON.stringify(CERTIFICATE)} }`,
        people(PEOPLE, (id) => `${id}@${name}.example`),
      ].join('\n'),
    };
    for (const [product, yaml] of Object.entries(files))
      await writeFile(join(parent, `${name}-${product}.yaml`), yaml);
  }
  const file = join(parent, 'partnerships.yaml');
  const store = given.store ?? ((name) => `folder: ${name}`);
  await writeFile(
    file,
    [
      'partnerships:',
      ...BOTH.map((name) =>
        [
          `  - name: ${name}`,
          'arrangement: merton-2023',
          store(name),
          `key: ${name.toUpperCase()}_KEY`,
          ...['slack', 'teams', 'email'].map((product) => `${product}: ${name}-${product}.yaml`),
          `page: ${pages[name]}`,
        ].join('\n    '),
      ),
    ].join('\n'),
  );
  const said: string[] = [];
  const running: Partnerships = await runPartnerships(
    config({
      ...variables,
      HEED_PARTNERSHIPS: file,
      HEED_PUBLIC_URL: url,
      FRONT_PORT: String(front),
      SLACK_API_URL: slack.apiUrl,
      TEAMS_STAND_IN: teams.url,
    }),
    { complain: (line) => void said.push(line), machineTime: () => instant(now) },
  );
  await running.round();
  onTestFinished(async () => {
    await running.close();
    await slack.close();
    await teams.close();
  });
  const page = (name: Which, path: string, more: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${pages[name]}${path}`, more);
  return {
    url,
    running,
    teams,
    said,
    parent,
    variables,
    page,
    /** What somebody is answered on their own partnership's page. */
    says: async (name: Which, who: string, typed: string): Promise<string> => {
      const headers = { 'content-type': 'application/json' };
      await page(name, '/api/ask', {
        method: 'POST',
        headers,
        body: JSON.stringify({ who, typed }),
      });
      return (await page(name, `/api/messages?who=${who}`)).text();
    },
    tick: async (when: string): Promise<void> => {
      now = Date.parse(moment(when));
      await running.round();
    },
    /** All that lies before the manager of one in Teams. */
    seen: (name: Which): string => JSON.stringify(managers.get(name)?.sees()),
    /** The links that came to somebody of one. */
    links: (name: Which, who: string) =>
      mail
        .to(`${who}@${name}.example`)
        .map(readMail)
        .flatMap(({ links }) => links),
    /** A slash command as Slack sends it, signed with whatever secret. */
    slackSays: async (
      to: string,
      { team, secret, typed }: { team: string; secret: string; typed: string },
    ): Promise<number> => {
      const [command = '', ...text] = typed.split(' ');
      now += 1000;
      const body = new URLSearchParams({
        command,
        text: text.join(' '),
        team_id: team,
        user_id: userOf('manager'),
        user_name: 'manager',
        channel_id: 'C0ANY',
        trigger_id: `1.${now}`,
        response_url: `${slack.apiUrl}response`,
      }).toString();
      const headers = {
        ...signed(secret, now, body),
        'content-type': 'application/x-www-form-urlencoded',
      };
      return (await fetch(to, { method: 'POST', headers, body })).status;
    },
    /** A message as Teams sends it, made out to whatever app. */
    teamsSays: async (
      to: string,
      { who, app, tenant, typed }: { who: Which; app: string; tenant: string; typed: string },
    ): Promise<number> => {
      now += 1000;
      const activity = {
        type: 'message',
        id: String(now),
        channelId: 'msteams',
        serviceUrl: teams.serviceUrl,
        from: { id: `29:${who}-manager`, aadObjectId: teams.objectOf(`${who}-manager`) },
        recipient: { id: `28:${app}` },
        conversation: { id: `a:${who}-manager`, conversationType: 'personal', tenantId: tenant },
        text: typed,
      };
      const authorization = `Bearer ${await teams.authority.token({ aud: app })}`;
      const headers = { authorization, 'content-type': 'application/json' };
      return (await fetch(to, { method: 'POST', headers, body: JSON.stringify(activity) })).status;
    },
  };
};

export type Two = Awaited<ReturnType<typeof twoPartnerships>>;
