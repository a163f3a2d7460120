import { type CycleDay, cycleDays } from '../annual-cycle.ts';
import type { Arrangement } from '../arrangement.ts';
import { addMonths, type Day, monthOf } from '../day.ts';
import type { Ledger } from '../ledger.ts';
import { MANAGER } from '../posts.ts';
import { type Amendment, standingOf } from './amendment.ts';
import { ADDED, type CycleEntry } from './entry.ts';

/** A time of the cycle, as the arrangement has it or as the statutory partners have amended it. */
export interface Coming extends CycleDay {
  /** The amendment that put it where it is. */
  readonly by?: Amendment;
}

/**
 * PURE. What the annual cycle brings from one London day to another, both included, with what every
 * statutory partner has agreed to change, soonest first.
 */
export const comingDays = (
  ledger: Pick<Ledger, 'records' | 'cycle'>,
  arrangement: Pick<Arrangement, 'cycle' | 'areas'>,
  from: Day,
  until: Day,
): readonly Coming[] => {
  const amendments = inForce(ledger);
  const days: readonly Coming[] = cycleDays(arrangement, from, until);
  if (amendments.length === 0) return days;
  const kept = days.filter((day) => !amendments.some((one) => isAbout(one, day)));
  const put = amendments.flatMap((one) => putBy(one, arrangement));
  return [...kept, ...put.filter(({ due }) => from <= due && due <= until)].toSorted(
    (a, b) => a.due.localeCompare(b.due) || a.from.localeCompare(b.from),
  );
};

const inForce = ({ records, cycle }: Pick<Ledger, 'records' | 'cycle'>): readonly Amendment[] =>
  cycle.amendments.flatMap((ref) => {
    const record = records.get(ref);
    return record?.is === 'amendment' && standingOf(record) === 'in-force' ? [record] : [];
  });

/** Whether it is about this time of the cycle. */
const isAbout = ({ which }: Amendment, { line, area, due }: CycleDay): boolean =>
  which !== undefined && which.line === line.id && which.area === area?.id && which.due === due;

const putBy = (
  amendment: Amendment,
  arrangement: Pick<Arrangement, 'cycle' | 'areas'>,
): readonly Coming[] => {
  const { change, which, to } = amendment;
  if (to === undefined || change === 'drop') return [];
  if (change === 'add')
    return [{ line: addedLine(amendment), from: monthOf(to), due: to, by: amendment }];
  const was =
    which && cycleDays(arrangement, which.due, which.due).find((day) => isAbout(amendment, day));
  return was
    ? [{ ...was, from: addMonths(monthOf(to), -was.line.lead), due: to, by: amendment }]
    : [];
};

const addedLine = ({ what, owner = MANAGER, body, ref }: Amendment): CycleDay['line'] => ({
  id: `${ADDED}-${ref.toLowerCase()}`,
  what,
  kind: 'deliverable',
  owner,
  months: [],
  lead: 0,
  years: 1,
  body,
  perArea: false,
  source: `agreed by the statutory partners, ${ref}`,
});

/** The entries that are written down, by which time of the cycle each is. */
export const entriesByTime = ({
  records,
}: Pick<Ledger, 'records'>): ReadonlyMap<string, CycleEntry> =>
  new Map(
    [...records.values()].flatMap((record) =>
      record.is === 'cycle-entry'
        ? [[timeKey(record.line, record.area, record.due), record] as const]
        : [],
    ),
  );

export const keyOfTime = ({ line, area, due }: CycleDay): string => timeKey(line.id, area?.id, due);

const timeKey = (line: string, area: string | undefined, due: Day): string =>
  [line, area ?? '', due].join('/');
