import type { Area, Constitution, CycleLine } from './constitution.ts';
import { addDays, addMonths, type Day, yearOf } from './day.ts';

/** One time that a line of the annual cycle comes round. London days. */
export interface CycleDay {
  readonly line: CycleLine;
  /** Where each area has its own. */
  readonly area?: Area;
  /** The first day of the month in which it begins. */
  readonly from: Day;
  /** The last day of the month in which it is due: the sources give months (S0 section 10). */
  readonly due: Day;
}

type Cycle = Pick<Constitution, 'cycle' | 'areas'>;

/** PURE. What of the annual cycle is due from one London day to another, both included, soonest first. */
export const cycleDays = ({ cycle, areas }: Cycle, from: Day, until: Day): readonly CycleDay[] =>
  yearsFrom(yearOf(from), yearOf(until))
    .flatMap((year) => ofYear({ cycle, areas }, year))
    .filter(({ due }) => from <= due && due <= until);

/** Asked every minute, so each year is worked out once. */
const ofYear = ({ cycle, areas }: Cycle, year: number): readonly CycleDay[] => {
  const known = years.get(cycle) ?? new Map<number, readonly CycleDay[]>();
  years.set(cycle, known);
  const before = known.get(year);
  if (before) return before;
  const found = cycle
    .flatMap((line) =>
      timesOf(line, year).flatMap((time) =>
        line.perArea ? areas.map((area) => ({ ...time, area })) : [time],
      ),
    )
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.from.localeCompare(b.from));
  known.set(year, found);
  return found;
};

const years = new WeakMap<Constitution['cycle'], Map<number, readonly CycleDay[]>>();

const timesOf = (line: CycleLine, year: number): readonly CycleDay[] =>
  isTurn(line, year)
    ? line.months.map((month) => {
        const first = `${year}-${String(month).padStart(2, '0')}-01` as Day;
        return { line, from: addMonths(first, -line.lead), due: addDays(addMonths(first, 1), -1) };
      })
    : [];

const yearsFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n);

const isTurn = ({ years, firstYear = 0 }: CycleLine, year: number): boolean =>
  year >= firstYear && (year - firstYear) % years === 0;

/** The business year that a London day lies in: its first day and its last. */
export const yearAround = (
  { yearFrom }: Pick<Constitution, 'yearFrom'>,
  day: Day,
): { readonly from: Day; readonly until: Day } => {
  const begins = `${String(yearFrom).padStart(2, '0')}-01`;
  const year = day.slice(5) < begins ? yearOf(day) - 1 : yearOf(day);
  const from = `${year}-${begins}` as Day;
  return { from, until: addDays(addMonths(from, 12), -1) };
};
