import { setTimeout as pause } from 'node:timers/promises';
import { CannotOpen } from '../../store/cannot-open.ts';
import { isWhole } from '../../store/report.ts';
import { type Survey, survey } from '../../store/survey.ts';
import { type Finding, well, wrong } from '../app/finding.ts';
import { sayDay } from '../domain/day.ts';
import { counted } from '../domain/words.ts';

const ABOUT = 'Log';
/** A running Heed is done with a write by then. */
const A_MOMENT_MS = 300;

/** Whether the log is whole from end to end. It is read beside a Heed that runs. */
export const chainFinding = async (dir: string, key: string | undefined): Promise<Finding> => {
  try {
    const first = await survey(dir, key);
    return sayChain(isWhole(first) ? first : await again(dir, key));
  } catch (problem) {
    if (problem instanceof CannotOpen) return wrong(ABOUT, problem.message);
    throw problem;
  }
};

/** What was being written just then looks torn, once. */
const again = async (dir: string, key: string | undefined): Promise<Survey> => {
  await pause(A_MOMENT_MS);
  return survey(dir, key);
};

const sayChain = (found: Survey): Finding => {
  const { broken, torn, picture, entries, days } = found;
  if (broken)
    return wrong(
      ABOUT,
      `it is broken at entry ${broken.seq} (byte ${broken.at}): ${broken.reason}. Restore the folder from a backup.`,
    );
  if (torn > 0)
    return wrong(
      ABOUT,
      `its last ${counted(torn, 'byte')} are torn, as an interrupted write leaves them. Start Heed: it cuts them off and keeps them aside.`,
    );
  if (!isWhole(found)) return wrong(ABOUT, PICTURE[picture === 'ahead' ? 'ahead' : 'differs']);
  const span = days ? `, ${sayDay(days[0])} to ${sayDay(days[1])}` : '';
  return well(ABOUT, `it is whole: ${counted(entries, 'entry', 'entries')}${span}.`);
};

const PICTURE = {
  ahead:
    'it has lost entries that its picture still knows. Restore the folder from a backup, and say npm run verify -- DIR.',
  differs:
    'its picture says otherwise than the log. Stop Heed, delete the file "picture" in the folder, and start Heed: it draws it again.',
} as const satisfies Partial<Record<Survey['picture'], string>>;
