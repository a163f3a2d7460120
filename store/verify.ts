import { CannotOpen } from './cannot-open.ts';
import { codeOf } from './files.ts';
import { isPostgres, placeOf } from './postgres/place.ts';
import { isWholeLog, surveyDatabase } from './postgres/survey.ts';
import { isWhole, report, reportDatabase } from './report.ts';
import { survey } from './survey.ts';

const DAMAGED = 1;
const UNREADABLE = 2;

const verify = async (dir: string | undefined): Promise<number> => {
  if (dir === undefined) {
    process.stderr.write('Say which folder: npm run verify -- DIR, or postgres://…\n');
    return UNREADABLE;
  }
  if (isPostgres(dir)) return verifyDatabase(dir);
  const found = await survey(dir, process.env.HEED_KEY);
  process.stdout.write(report(dir, found));
  return isWhole(found) ? 0 : DAMAGED;
};

const verifyDatabase = async (address: string): Promise<number> => {
  const { HEED_KEY, HEED_PARTNERSHIP } = process.env;
  const found = await surveyDatabase(placeOf(address), HEED_KEY, HEED_PARTNERSHIP);
  process.stdout.write(reportDatabase(found));
  return found.log && isWholeLog(found.log) ? 0 : DAMAGED;
};

const explain = (error: unknown): number => {
  const why = error instanceof CannotOpen ? error.message : `It cannot be read (${codeOf(error)}).`;
  process.stderr.write(`${why}\n`);
  return UNREADABLE;
};

process.exitCode = await verify(process.argv[2]).catch(explain);
