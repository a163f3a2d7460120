import { sayDay } from '../src/domain/day.ts';
import { counted } from '../src/domain/words.ts';
import { isWholeLog, type Surveyed } from './postgres/survey.ts';
import type { Survey, SurveyedPurge } from './survey.ts';

/** Whether everything that was found is as Heed left it. */
export const isWhole = ({ broken, torn, picture }: Survey): boolean =>
  !broken && torn === 0 && picture !== 'ahead' && picture !== 'differs';

/** What was found, in words. */
export const report = (dir: string, found: Survey): string =>
  [
    `The log in ${dir}: ${counted(found.entries, 'entry', 'entries')}${span(found)}, ${counted(found.bytes, 'byte')}.`,
    `Hash of the last entry: ${found.hash}.`,
    ...found.purges.map(sayPurged),
    ...broken(found),
    ...torn(found),
    `${picture(found)}.`,
    isWhole(found) ? 'The folder is whole.' : 'The folder is damaged.',
    '',
  ].join('\n');

const span = ({ days }: Pick<Survey, 'days'>): string =>
  days ? `, ${sayDay(days[0])} to ${sayDay(days[1])}` : '';

const sayPurged = ({ seq, on, entries }: SurveyedPurge): string =>
  `${counted(entries, 'entry', 'entries')} ${entries === 1 ? 'was' : 'were'} purged on ${sayDay(on)}, by entry ${seq}: the chain goes through what is left of ${entries === 1 ? 'it' : 'them'}.`;

/** The same of a database. */
export const reportDatabase = ({ called, partnership, log }: Surveyed): string => {
  if (!log)
    return `The database ${called} holds no log of ${partnership ?? 'that partnership'} yet.\n`;
  const { entries, hash, broken, purges } = log;
  return [
    `The log of ${partnership} in ${called}: ${counted(entries, 'entry', 'entries')}${span(log)}.`,
    `Hash of the last entry: ${hash}.`,
    ...purges.map(sayPurged),
    ...(broken
      ? [
          `The first broken place is entry ${broken.seq}: ${broken.reason}. Restore the database from a backup.`,
        ]
      : []),
    PICTURES[log.picture],
    isWholeLog(log) ? 'The log is whole.' : 'The log is damaged.',
    '',
  ].join('\n');
};

const PICTURES = {
  none: 'There is no picture; Heed draws one when it stops.',
  unusable: 'The picture cannot be used; Heed draws it again from the log.',
  agrees: 'The picture agrees with the log.',
  ahead: 'The picture goes further than the log: the log has lost entries.',
  differs:
    'The picture says otherwise than the log: stop Heed, and let the owner empty heed.pictures.',
} as const satisfies Record<Survey['picture'], string>;

const broken = ({ broken }: Survey): readonly string[] =>
  broken
    ? [
        `The first broken place is entry ${broken.seq}, at byte ${broken.at}: ${broken.reason}. Restore the folder from a backup.`,
      ]
    : [];

const torn = ({ torn }: Survey): readonly string[] =>
  torn > 0
    ? [
        `The last ${counted(torn, 'byte')} are torn, as an interrupted write leaves them. Heed cuts them off and keeps them aside when it next starts; if it is running now, look again.`,
      ]
    : [];

const picture = ({ picture, drawnAt, entries }: Survey): string =>
  ({
    none: 'There is no picture; Heed draws one when it stops',
    unusable: 'The picture cannot be used; Heed draws it again from the log',
    agrees: `The picture agrees with the log at entry ${drawnAt}`,
    ahead: `The picture goes to entry ${drawnAt}, and the log only to ${entries}: the log has lost entries`,
    differs: `The picture says otherwise than the log at entry ${drawnAt}: Heed must not start from it, so delete it`,
  })[picture];
