import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CannotOpen } from '../store/cannot-open.ts';
import { markRehearsal } from '../store/standing-clock.ts';
import { StoreAway, UnsafeStore } from './app/ports.ts';
import { BadArrangement, loadArrangement } from './arrangements/load.ts';
import { bugLog } from './bugs.ts';
import { type Chosen, chooseChat } from './choose-chat.ts';
import { everyMinute } from './clock.ts';
import { BadSetting, type Config, config } from './config.ts';
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
  const settings = config();
  const values = optionsGiven();
  return settings.partnerships ? several(settings, values) : one(settings, values);
};

/** Several partnerships in this process: what is needed for that is loaded only then. */
const several = async (settings: Config, given: Options): Promise<void> => {
  if (given.data !== undefined || given.arrangement !== undefined)
    throw new BadSetting(
      `--data and --arrangement are for one partnership alone: say them in ${settings.partnerships?.file}, and write npm start.`,
    );
  const { runPartnerships } = await import('./partnerships/run.ts');
  const running = await runPartnerships(settings, { complain, machineTime });
  const clock = everyMinute(running.round);
  for (const line of running.lines) process.stdout.write(`${line}\n`);
  stopping(async () => {
    await clock.stop();
    await running.close();
  });
  await running.round();
  giveBack();
  process.stdout.write(`${running.say()}\n`);
};

const one = async (config: Config, values: Options): Promise<void> => {
  const { key, port, front, partnership, address, ...settings } = config;
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
  giveBack();
  const what = workspace.isRehearsal ? 'a rehearsal' : 'live';
  process.stdout.write(
    `Heed is at ${server.url} (${what}, ${arrangementOn(arrangement, londonDay(machineTime())).title})\n`,
  );
  for (const line of sayDoors(workspace, door)) process.stdout.write(`${line}\n`);
  stopping(async () => {
    await clock.stop();
    await server.close();
    await door?.close();
    await workspace.close();
  });
};

/** What starting leaves behind, about a fifth of all memory: Heed waits for most of its life. */
const giveBack = (): void => void globalThis.gc?.({ type: 'major', flavor: 'last-resort' });

const stopping = (close: () => Promise<void>): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(), onTrouble));
};

/** Slack, Teams and whoever answers by a link call the front; in socket mode Heed calls Slack. */
const openFront = async ({ slack, doors }: Workspace, front: Config['front']): Promise<Server> => {
  const server = await listenFront({ ...front, ...doors });
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

const optionsGiven = () => {
  try {
    return parseArgs({ options: { data: { type: 'string' }, arrangement: { type: 'string' } } })
      .values;
  } catch {
    throw new BadSetting('Write: npm start -- [--data DIR] [--arrangement NAME_OR_YAML]');
  }
};

type Options = ReturnType<typeof optionsGiven>;

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
