import { CannotOpen } from '../../store/cannot-open.ts';
import { placeOf } from '../../store/postgres/place.ts';
import { isWholeLog, type Surveyed, surveyDatabase } from '../../store/postgres/survey.ts';
import { type Finding, note, well, wrong } from '../app/finding.ts';
import { sayDay } from '../domain/day.ts';
import { counted } from '../domain/words.ts';
import { sealFinding } from './store.ts';

const ABOUT = 'Database';

/** The database that Heed keeps. Nothing is changed, so Heed may be running. */
export const databaseFindings = async (
  address: string,
  key: string | undefined,
  partnership: string | undefined,
): Promise<readonly Finding[]> => {
  try {
    const place = placeOf(address);
    const found = await surveyDatabase(place, key, partnership);
    return [
      well(ABOUT, `${found.called} answers (PostgreSQL ${found.version}).`),
      ...place.notes.map((one) => wrong(ABOUT, one)),
      ...(found.isDurable ? [] : [wrong(ABOUT, NOT_DURABLE)]),
      userFinding(found, partnership),
      sealFinding(key),
      logFinding(found),
    ];
  } catch (problem) {
    if (problem instanceof CannotOpen) return [wrong(ABOUT, problem.message)];
    throw problem;
  }
};

const NOT_DURABLE =
  'its server runs with fsync off, so a power cut there loses what was acknowledged. Set fsync = on.';

const userFinding = ({ isOwner, partnership }: Surveyed, wanted: string | undefined): Finding => {
  if (wanted !== undefined && partnership !== undefined && wanted !== partnership)
    return wrong(
      'User',
      `it works for ${partnership}, and HEED_PARTNERSHIP says ${wanted}. Use the user of ${wanted}.`,
    );
  return isOwner
    ? note(
        'User',
        'Heed comes in as an owner of the database, and works as a narrower user of it. Better is one that can do no more: npm run partnership -- add NAME ADDRESS makes one.',
      )
    : well(
        'User',
        `it sees ${partnership ?? 'its own partnership'} alone, and can change no entry.`,
      );
};

const logFinding = ({ prepared, log }: Surveyed): Finding => {
  if (prepared === 'newer')
    return wrong('Log', 'the database was prepared by a newer Heed. Start that one.');
  if (prepared === 'older')
    return note(
      'Log',
      'the database is prepared for an older Heed; this one does it when it starts.',
    );
  if (!log) return note('Log', 'there is none yet; Heed begins one when it starts.');
  if (log.broken)
    return wrong(
      'Log',
      `it is broken at entry ${log.broken.seq}: ${log.broken.reason}. Restore the database from a backup.`,
    );
  if (!isWholeLog(log))
    return wrong(
      'Log',
      'its picture says otherwise than the log. Stop Heed, and let the owner of the database empty heed.pictures.',
    );
  const span = log.days ? `, ${sayDay(log.days[0])} to ${sayDay(log.days[1])}` : '';
  return well('Log', `it is whole: ${counted(log.entries, 'entry', 'entries')}${span}.`);
};
