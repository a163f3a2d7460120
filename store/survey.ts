import { join } from 'node:path';
import type { Entry } from '../src/domain/change.ts';
import { type Day, type Instant, londonDay } from '../src/domain/day.ts';
import { emptyLedger } from '../src/domain/ledger.ts';
import { CannotOpen, Damaged } from './cannot-open.ts';
import { canonical } from './chain.ts';
import { FILES, readIfThere } from './files.ts';
import { openPicture, type Point } from './picture.ts';
import { type Envelope, envelope, parseKey } from './seal.ts';
import { advance, entryOf, type Link, START, walk } from './walk.ts';

/** What was found in a folder. Nothing of any case is in it. */
export interface Survey {
  readonly entries: number;
  readonly days: readonly [first: Day, last: Day] | undefined;
  readonly hash: string;
  readonly bytes: number;
  /** Bytes after the last whole entry, where nothing else is amiss. */
  readonly torn: number;
  /** What was purged: how many entries, by which, and when. */
  readonly purges: readonly SurveyedPurge[];
  readonly broken: Pick<Damaged, 'seq' | 'at' | 'reason'> | undefined;
  readonly picture: 'none' | 'unusable' | 'agrees' | 'ahead' | 'differs';
  /** The entry that the picture was drawn at. */
  readonly drawnAt: number;
}

export interface SurveyedPurge {
  readonly seq: number;
  readonly on: Day;
  readonly entries: number;
}

/** What an entry says it purged. */
export const purgesIn = ({ seq, at, changes }: Entry): readonly SurveyedPurge[] =>
  changes.flatMap((change) =>
    change.type === 'purged' ? [{ seq, on: londonDay(at), entries: change.entries }] : [],
  );

/** Walks a folder's chain from end to end. It takes no lock and changes nothing. */
export const survey = async (dir: string, key?: string): Promise<Survey> => {
  const secret = key === undefined ? undefined : parseKey(key);
  const bytes = await readIfThere(join(dir, FILES.log));
  if (!bytes) throw new CannotOpen(`There is no log in ${dir}: give the folder that Heed keeps.`);
  const { drawn, spoilt } = await openPicture(join(dir, FILES.picture), secret);
  const { last, days, broken, point, purges } = tour(
    bytes,
    envelope('log', secret),
    drawn?.ledger.seq,
  );
  return {
    entries: last.seq,
    days,
    hash: last.hash,
    purges,
    bytes: bytes.length,
    torn: broken ? 0 : bytes.length - last.end,
    broken,
    picture: drawn ? comparePicture(drawn, point) : spoilt ? 'unusable' : 'none',
    drawnAt: drawn?.ledger.seq ?? 0,
  };
};

interface Tour {
  readonly last: Link;
  readonly days: Survey['days'];
  readonly purges: Survey['purges'];
  readonly broken: Survey['broken'];
  /** The log at the entry that the picture was drawn at, if it goes as far. */
  readonly point: Point | undefined;
}

const tour = (bytes: Buffer, wrapping: Envelope, drawnAt: number | undefined): Tour => {
  let ledger = emptyLedger;
  let last = START;
  let point: Point | undefined;
  let span: readonly [Instant, Instant] | undefined;
  const purges: SurveyedPurge[] = [];
  const end = (broken?: Damaged): Tour => ({
    last,
    days: span && daysOf(span),
    purges,
    broken,
    point,
  });
  try {
    for (const link of walk(bytes, wrapping)) {
      ledger = advance(ledger, link);
      if (link.seq === drawnAt) point = { ledger, hash: link.hash };
      const entry = entryOf(link);
      span = [span?.[0] ?? entry.at, entry.at];
      purges.push(...purgesIn(entry));
      last = link;
    }
    return end();
  } catch (error) {
    if (error instanceof Damaged) return end(error);
    throw error;
  }
};

const daysOf = ([first, last]: readonly [Instant, Instant]): readonly [Day, Day] => [
  londonDay(first),
  londonDay(last),
];

/** A picture is compared in full: one that was altered would be believed before the log is. */
export const comparePicture = (drawn: Point, point: Point | undefined): Survey['picture'] => {
  if (!point) return 'ahead';
  const same = canonical(drawn.ledger) === canonical(point.ledger);
  return same && drawn.hash === point.hash ? 'agrees' : 'differs';
};
