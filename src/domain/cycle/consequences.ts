import type { Change } from '../change.ts';
import { type Day, type Instant, londonDay } from '../day.ts';
import type { Setting } from '../duties/shape.ts';
import type { Ledger } from '../ledger.ts';
import type { Amendment } from './amendment.ts';
import { comingDays } from './coming.ts';
import { type CycleEntry, entryDone } from './entry.ts';
import { entryOf } from './opening.ts';

interface Then extends Pick<Setting, 'arrangement'> {
  /** With the amendment in force. */
  readonly ledger: Ledger;
  readonly now: Instant;
}

/**
 * PURE. What an amendment does to the year at the moment it comes into force: what is open moves or is dropped,
 * and what now falls into a month that has begun is opened. Anything later is opened in its turn.
 */
export const consequences = (amendment: Amendment, then: Then): readonly Change[] => {
  const { ref, change, to } = amendment;
  const entry = openEntry(amendment, then.ledger);
  if (!entry) return change === 'drop' ? [] : openedNow(amendment, then);
  if (change === 'drop') return [{ type: 'cycle-dropped', ref: entry.ref, amendment: ref }];
  return to ? [{ type: 'cycle-moved', ref: entry.ref, to, amendment: ref }] : [];
};

/** The entry that it is about, where that is open already. */
const openEntry = ({ which }: Amendment, { records }: Ledger): CycleEntry | undefined =>
  which &&
  [...records.values()].find(
    (record): record is CycleEntry =>
      record.is === 'cycle-entry' &&
      record.line === which.line &&
      record.area === which.area &&
      record.due === which.due &&
      !record.dropped &&
      !entryDone(record),
  );

const openedNow = (amendment: Amendment, then: Then): readonly Change[] => {
  const through = begunThrough(then);
  const due = amendment.to;
  const one =
    due &&
    comingDays(then.ledger, then.arrangement, due, due).find(({ by }) => by?.ref === amendment.ref);
  return one && one.from <= through
    ? [{ type: 'cycle-opened', entries: [entryOf(one, 0, then)] }]
    : [];
};

/** The day up to which what begins would not be opened by a sweep any more. */
const begunThrough = ({ ledger, now }: Then): Day => ledger.cycle.through ?? londonDay(now);
