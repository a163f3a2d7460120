import { isPostgres, placeOf } from './postgres/place.ts';
import { isWholeLog, surveyDatabase } from './postgres/survey.ts';
import { asProgram, UNUSABLE } from './program.ts';
import { isWhole, report, reportDatabase } from './report.ts';
import { survey } from './survey.ts';

const DAMAGED = 1;

const verify = async (dir: string | undefined): Promise<number> => {
  if (dir === undefined) {
    process.stderr.write('Say which folder: npm run verify -- DIR, or postgres://…\n');
    return UNUSABLE;
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

await asProgram('read', () => verify(process.argv[2]));
