import { parseArgs } from 'node:util';
import { type Instant, instant } from '../src/domain/day.ts';
import { CannotOpen } from './cannot-open.ts';
import { codeOf } from './files.ts';
import { isPostgres } from './postgres/place.ts';
import { previewPurge, purgeFolder } from './purge-folder.ts';
import { sayPurge } from './purge-report.ts';
import { standingClock } from './standing-clock.ts';

const USAGE = `Write: npm run purge -- [--data FOLDER or postgres://OWNER:PASSWORD@HOST/DATABASE], to see what was decided to be purged
   or: npm run purge -- --sure [--data …], to purge it, with every Heed stopped
The folder is HEED_DATA, the database HEED_STORE where none is given; HEED_KEY is the key it is sealed with.
`;
const UNUSABLE = 2;

const given = () => {
  try {
    return parseArgs({ options: { data: { type: 'string' }, sure: { type: 'boolean' } } }).values;
  } catch {
    return undefined;
  }
};

/** A rehearsal's own time, where the folder is one. */
const nowIn = async (dir: string): Promise<Instant> =>
  (await standingClock(dir))?.now() ?? instant(new Date());

const run = async (): Promise<number> => {
  const asked = given();
  const { HEED_DATA, HEED_STORE, HEED_KEY } = process.env;
  const where = asked?.data || HEED_DATA || HEED_STORE;
  if (!asked || !where || where === 'memory') {
    process.stderr.write(USAGE);
    return UNUSABLE;
  }
  if (isPostgres(where))
    throw new CannotOpen('A database cannot be purged yet: nothing was changed.');
  const place = { dir: where, key: HEED_KEY, now: await nowIn(where) };
  const work = asked.sure ? purgeFolder : previewPurge;
  process.stdout.write(sayPurge(where, await work(place), asked.sure === true));
  return 0;
};

const explain = (problem: unknown): number => {
  const why =
    problem instanceof CannotOpen ? problem.message : `It cannot be done (${codeOf(problem)}).`;
  process.stderr.write(`${why}\n`);
  return UNUSABLE;
};

process.exitCode = await run().catch(explain);
