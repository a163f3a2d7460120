import { parseArgs } from 'node:util';
import { CannotOpen } from '../store/cannot-open.ts';
import { openStore } from '../store/open.ts';
import { UnsafeStore } from './app/ports.ts';
import { BadArrangement, loadArrangement } from './arrangements/load.ts';
import { bugLog } from './bugs.ts';
import { everyMinute } from './clock.ts';
import { BadSetting, config } from './config.ts';
import { type Instant, instant } from './domain/day.ts';
import { assemble } from './heed.ts';
import { terminal } from './platforms/terminal/terminal.ts';

const now = (): Instant => instant(new Date());
const complain = (line: string): void => void process.stderr.write(line);
const onBug = bugLog(complain, now);

const main = async (): Promise<void> => {
  const settings = config();
  const { values } = parseArgs({
    options: { data: { type: 'string' }, arrangement: { type: 'string' } },
  });
  const arrangement = loadArrangement(values.arrangement ?? settings.arrangement);
  const store = await openStore(values.data ?? settings.data, settings.key);
  for (const note of store.notes) complain(`${note}\n`);
  const surface = terminal(process.stdin, process.stdout);
  const heed = assemble({ store, arrangement, now, onBug, courier: surface.courier });
  const beat = (): Promise<void> => heed.tick().catch(stopIfUnsafe);
  await beat();
  const clock = everyMinute(beat);
  const close = async (): Promise<void> => {
    await clock.stop();
    await heed.deliver().catch(stopIfUnsafe);
    await store.close();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
  await surface.listen(async (request) => {
    const answer = await heed.ask(request);
    void heed.deliver().catch(stopIfUnsafe);
    return answer;
  });
  await close();
};

/** A bug in one tick is written down and the next one tries again; an unsafe store stops everything. */
const stopIfUnsafe = (problem: unknown): void => {
  if (!(problem instanceof UnsafeStore)) return void onBug(problem);
  complain(`${problem.message}\n`);
  process.exit(1);
};

main().catch((problem: unknown) => {
  const known = [CannotOpen, BadArrangement, BadSetting].find((kind) => problem instanceof kind);
  if (known) complain(`${(problem as Error).message}\n`);
  else stopIfUnsafe(problem);
  process.exitCode = known ? 2 : 1;
});
