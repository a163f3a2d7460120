import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CannotOpen } from '../store/cannot-open.ts';
import { markRehearsal } from '../store/standing-clock.ts';
import { UnsafeStore } from './app/ports.ts';
import { BadArrangement, loadArrangement } from './arrangements/load.ts';
import { bugLog } from './bugs.ts';
import { everyMinute } from './clock.ts';
import { BadSetting, config } from './config.ts';
import { type Instant, instant } from './domain/day.ts';
import { listen, PortTaken } from './http.ts';
import { exampleStart } from './rehearsal/example.ts';
import { openWorkspace } from './workspace.ts';

const REHEARSAL = '.heed/rehearsal';

const machineTime = (): Instant => instant(new Date());
const complain = (line: string): void => void process.stderr.write(line);
const onBug = bugLog(complain, machineTime);

const main = async (): Promise<void> => {
  const { key, port, ...settings } = config();
  const values = optionsGiven();
  const folder = values.data ?? settings.data ?? (await rehearsalFolder());
  const arrangement = loadArrangement(values.arrangement ?? settings.arrangement);
  const place = { folder, key, port, arrangement, machineTime, onBug, onTrouble };
  const workspace = await openWorkspace(place);
  for (const note of workspace.notes) complain(`${note}\n`);
  const server = await listen(workspace.app, port);
  const clock = everyMinute(() => workspace.tick().catch(onTrouble));
  const what = workspace.isRehearsal ? 'a rehearsal' : 'live';
  process.stdout.write(`Heed is at ${server.url} (${what}, ${arrangement.title})\n`);
  const close = async (): Promise<void> => {
    await clock.stop();
    await server.close();
    await workspace.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(), onTrouble));
};

const optionsGiven = () => {
  try {
    return parseArgs({ options: { data: { type: 'string' }, arrangement: { type: 'string' } } })
      .values;
  } catch {
    throw new BadSetting('Write: npm start -- [--data DIR] [--arrangement NAME_OR_YAML]');
  }
};

/** Where one tries things out: marked, so that nobody takes it for the real thing. */
const rehearsalFolder = async (): Promise<string> => {
  if (!existsSync(REHEARSAL)) await markRehearsal(REHEARSAL, exampleStart());
  return REHEARSAL;
};

/** A bug is written down and the next tick tries again; an unsafe store stops everything. */
const onTrouble = (problem: unknown): void => {
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
