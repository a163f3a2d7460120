import type { Arrangement } from '../arrangement.ts';
import { arrangementOn } from '../arrangement-on.ts';
import type { Change } from '../change.ts';
import {
  addDays,
  addMonths,
  type Day,
  daybreak,
  type Instant,
  londonDay,
  monthOf,
} from '../day.ts';
import { type Ledger, nextReference } from '../ledger.ts';
import type { PersonId } from '../signed.ts';
import { type Coming, comingDays } from './coming.ts';
import type { CycleEntry } from './entry.ts';
import { doneBefore } from './with-report.ts';

/** A span of the cycle may begin so many months before it is due. */
const LONGEST_LEAD = 12;
const HEED = 'heed' as PersonId;

/**
 * PURE. What the year has come to by now and is not open yet. A partnership that begins with Heed in
 * mid-year is asked for whole months: what was due in the month of its first entry, or before, is not
 * Heed's to ask for. After a time in which Heed was away, everything that began meanwhile is opened.
 */
export const openingDue = (
  ledger: Ledger,
  arrangement: Arrangement,
  now: Instant,
): readonly Change[] => {
  const today = londonDay(now);
  const due = begunBy(ledger, arrangement, today);
  if (due.length === 0) return [];
  const entries = due.map((one, ahead) => entryOf(one, ahead, { ledger, arrangement, now }));
  return [{ type: 'cycle-opened', entries, through: today }];
};

const begunBy = (ledger: Ledger, arrangement: Arrangement, today: Day): readonly Coming[] => {
  const { through } = ledger.cycle;
  if (through === today) return [];
  const first = through ?? addDays(today, -1);
  return comingDays(
    ledger,
    arrangementOn(arrangement, today),
    first,
    addMonths(today, LONGEST_LEAD),
  ).filter(
    ({ from, due }) =>
      from <= today && (through === undefined ? isKept(ledger, due, today) : from > through),
  );
};

const isKept = ({ cycle: { firstAt } }: Ledger, due: Day, today: Day): boolean =>
  due >= today && monthOf(due) >= (firstAt ? londonDay(firstAt) : today);

/** The next moment, after now, at which something of the year begins. */
export const nextOpening = (
  ledger: Ledger,
  arrangement: Arrangement,
  now: Instant,
): Instant | undefined => {
  const today = londonDay(now);
  const next = comingDays(
    ledger,
    arrangementOn(arrangement, today),
    today,
    addMonths(today, 2 * LONGEST_LEAD),
  )
    .map(({ from }) => from)
    .filter((from) => from > today)
    .sort()[0];
  return next && daybreak(next);
};

interface Opened {
  readonly ledger: Ledger;
  readonly arrangement: Arrangement;
  readonly now: Instant;
}

/** A time of the cycle as it is written down when its turn has come. */
export const entryOf = (
  { line, area, from, due }: Coming,
  ahead: number,
  { ledger, arrangement, now }: Opened,
): CycleEntry => {
  const today = londonDay(now);
  const { id, what, kind, owner, body, source, asks } = line;
  return {
    is: 'cycle-entry',
    ref: nextReference(ledger, 'CY', today, ahead),
    line: id,
    what,
    kind,
    owner,
    from,
    due,
    ...(body ? { body } : {}),
    ...(area ? { area: area.id } : {}),
    source,
    ...(asks === 'contributions'
      ? { contributions: { partners: arrangementOn(arrangement, today).statutory, agreed: {} } }
      : {}),
    opened: { on: from, at: now, by: HEED },
    ...doneBefore({ line: id, due }, ledger, arrangementOn(arrangement, today)),
  };
};
