import { parseArgs } from 'node:util';
import { type Instant, instant } from '../src/domain/day.ts';
import { isPostgres, placeOf } from './postgres/place.ts';
import { asProgram, UNUSABLE } from './program.ts';
import { previewPurge, purgeFolder } from './purge-folder.ts';
import { sayPurge } from './purge-report.ts';
import { standingClock } from './standing-clock.ts';

const USAGE = `Write: npm run purge -- [--data FOLDER or postgres://OWNER:PASSWORD@HOST/DATABASE], to see what was decided to be purged
   or: npm run purge -- --sure [--data …], to purge it, with every Heed stopped
The folder is HEED_DATA, the database HEED_STORE where none is given; HEED_KEY is the key it is sealed with.
`;

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

const folder = async (dir: string, isSure: boolean): Promise<string> => {
  const place = { dir, key: process.env.HEED_KEY, now: await nowIn(dir) };
  return sayPurge(dir, await (isSure ? purgeFolder : previewPurge)(place), isSure);
};

const database = async (address: string, isSure: boolean): Promise<string> => {
  const { HEED_KEY: key, HEED_PARTNERSHIP: partnership } = process.env;
  const { purgeDatabase } = await import('./postgres/purge.ts');
  const asked = { address, key, partnership, now: instant(new Date()) };
  return sayPurge(placeOf(address).called, await purgeDatabase(asked, isSure), isSure);
};

const run = async (): Promise<number> => {
  const asked = given();
  const { HEED_DATA, HEED_STORE } = process.env;
  const where = asked?.data || HEED_DATA || HEED_STORE;
  if (!asked || !where || where === 'memory') {
    process.stderr.write(USAGE);
    return UNUSABLE;
  }
  process.stdout.write(
    isPostgres(where)
      ? await database(where, asked.sure === true)
      : await folder(where, asked.sure === true),
  );
  return 0;
};

await asProgram('done', run);
