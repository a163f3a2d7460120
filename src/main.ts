import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CannotOpen } from '../store/cannot-open.ts';
import { markRehearsal } from '../store/standing-clock.ts';
import { StoreAway, UnsafeStore } from './app/ports.ts';
import { BadArrangement, loadArrangement } from './arrangements/load.ts';
import { bugLog } from './bugs.ts';
import type { ChatChoice, EmailChoice, SlackChoice, TeamsChoice } from './chat.ts';
import { loadEmailSettings, loadSlackSettings, loadTeamsSettings } from './chat-settings.ts';

import { everyMinute } from './clock.ts';
import { BadSetting, type Config, config } from './config.ts';
import type { Arrangement } from './domain/arrangement.ts';
import { arrangementOn } from './domain/arrangement-on.ts';
import { type Instant, instant, londonDay } from './domain/day.ts';
import { ANSWER_PATH, listenFront, SLACK_PATH, TEAMS_PATH } from './front.ts';
import { listen, PortTaken, type Server } from './http.ts';
import { exampleStart } from './rehearsal/example.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const REHEARSAL = '.heed/rehearsal';

const machineTime = (): Instant => instant(new Date());
const complain = (line: string): void => void process.stderr.write(line);
const onBug = bugLog(complain, machineTime);

const main = async (): Promise<void> => {
  const { key, port, front, partnership, address, ...settings } = config();
  const values = optionsGiven();
  const folder = values.data ?? settings.data ?? (await rehearsalFolder(settings));
  const arrangement = loadArrangement(values.arrangement ?? settings.arrangement);
  const chat = await chooseChat(settings, arrangement);
  const place = {
    ...{ folder, key, partnership, port, address, arrangement, machineTime, onBug, onTrouble },
    ...chat,
  };
  const workspace = await openWorkspace(place);
  for (const note of [...arrangement.warnings, ...workspace.notes]) complain(`${note}\n`);
  const server = await listen(workspace.app, port);
  const isCalled = [workspace.slack, workspace.teams, workspace.email?.pages].some(Boolean);
  const door = isCalled ? await openFront(workspace, front) : undefined;
  const clock = everyMinute(() => workspace.tick().catch(onTrouble));
  const what = workspace.isRehearsal ? 'a rehearsal' : 'live';
  process.stdout.write(
    `Heed is at ${server.url} (${what}, ${arrangementOn(arrangement, londonDay(machineTime())).title})\n`,
  );
  for (const line of sayDoors(workspace, door)) process.stdout.write(`${line}\n`);
  const close = async (): Promise<void> => {
    await clock.stop();
    await server.close();
    await door?.close();
    await workspace.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(), onTrouble));
};

/** Slack, Teams and whoever answers by a link call the front; in socket mode Heed calls Slack. */
const openFront = async (
  { slack, teams, email, outward }: Workspace,
  { host, port }: Config['front'],
): Promise<Server> => {
  const server = await listenFront({
    host,
    port,
    slack: slack?.handle,
    teams: teams?.handle,
    answers: email?.pages,
    outward,
  });
  await slack?.start();
  return server;
};

const sayDoors = (
  { slack, teams, email }: Workspace,
  door: Server | undefined,
): readonly string[] => [
  ...(slack?.handle ? [`Slack calls ${door?.url}${SLACK_PATH}`] : []),
  ...(slack && !slack.handle ? ['Slack is spoken to by a socket'] : []),
  ...(teams ? [`Teams calls ${door?.url}${TEAMS_PATH}`] : []),
  ...(email ? ['E-mail is sent'] : []),
  ...(email?.pages ? [`Answers by link come to ${door?.url}${ANSWER_PATH}`] : []),
];

const chooseChat = async (
  { slack, teams, email }: Chosen,
  arrangement: Arrangement,
): Promise<ChatChoice> => ({
  slack: slack && (await chooseSlack(slack, arrangement)),
  teams: teams && (await chooseTeams(teams, arrangement)),
  email: email && (await chooseEmail(email, arrangement)),
});

/** The SDK is loaded only where Slack is set up. */
const chooseSlack = async (
  { file, secrets, apiUrl }: NonNullable<Config['slack']>,
  arrangement: Arrangement,
): Promise<SlackChoice> => {
  const settings = loadSlackSettings(file, secrets, arrangement);
  const { connectSlack: connect } = await import('./platforms/slack/connect.ts');
  return { connect, settings, pace, apiUrl };
};

/** Nor is the other, where Teams is not. */
const chooseTeams = async (
  { file, secrets, standIn }: NonNullable<Config['teams']>,
  arrangement: Arrangement,
): Promise<TeamsChoice> => {
  const settings = loadTeamsSettings(file, secrets, arrangement);
  const { connectTeams: connect } = await import('./platforms/teams/connect.ts');
  return { connect, settings, pace, standIn };
};

/** Nor is nodemailer, where no e-mail is sent. */
const chooseEmail = async (
  { file, secrets }: NonNullable<Config['email']>,
  arrangement: Arrangement,
): Promise<EmailChoice> => {
  const settings = loadEmailSettings(file, secrets, arrangement);
  const { connectEmail: connect } = await import('./platforms/email/connect.ts');
  return { connect, settings };
};

const pace = { now: () => performance.now(), pause: (ms: number) => wait(ms) };

const optionsGiven = () => {
  try {
    return parseArgs({ options: { data: { type: 'string' }, arrangement: { type: 'string' } } })
      .values;
  } catch {
    throw new BadSetting('Write: npm start -- [--data DIR] [--arrangement NAME_OR_YAML]');
  }
};

type Chosen = Pick<Config, 'slack' | 'teams' | 'email'>;

/** Where one tries things out: marked, so that nobody takes it for the real thing. */
const rehearsalFolder = async ({ slack, teams, email }: Chosen): Promise<string> => {
  const [first] = [slack && 'Slack', teams && 'Teams', email && 'E-mail'].filter(Boolean);
  if (first)
    throw new BadSetting(
      `${first} needs a folder or a database to keep: npm start -- --data DIR, or set HEED_DATA or HEED_STORE.`,
    );
  if (!existsSync(REHEARSAL)) await markRehearsal(REHEARSAL, exampleStart());
  return REHEARSAL;
};

const sayGoesOn = ({ message }: StoreAway): string =>
  `${machineTime()} ${message} Heed goes on as soon as it is back.\n`;

/** A bug is written down and the next tick tries again; an unsafe store stops everything. */
const onTrouble = (problem: unknown): void => {
  if (problem instanceof StoreAway) return void complain(sayGoesOn(problem));
  if (!(problem instanceof UnsafeStore)) return void onBug(problem);
  complain(`${problem.message}\n`);
  process.exit(1);
};

main().catch((problem: unknown) => {
  const kinds = [CannotOpen, BadArrangement, BadSetting, PortTaken];
  const known = kinds.some((kind) => problem instanceof kind);
  if (known) complain(`${(problem as Error).message}\n`);
  else onTrouble(problem);
  process.exit(known ? 2 : 1);
});
