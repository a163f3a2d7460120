import type { Cadence, Interval } from './body.ts';
import { type Calendar, isWorkingDay } from './calendar.ts';
import type { Constitution, Span } from './constitution.ts';
import { addDays, type Day, weekday, yearOf } from './day.ts';

/**
 * The months in which a body meets where only the interval is known. Ours: no seed gives months for
 * an interval; termly follows Merton's meetings of June 2022, March 2023 and October 2023 (S4).
 */
export const MONTHS_OF: Readonly<Record<Interval, readonly number[]>> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [1, 4, 7, 10],
  term: [3, 6, 10],
  'half-year': [5, 11],
  year: [6],
};

/** What planned meetings keep clear of. */
export interface Around {
  readonly calendar: Calendar;
  readonly schoolHolidays: Constitution['schoolHolidays'];
  readonly otherMeetings: Constitution['otherMeetings'];
}

/**
 * PURE. The London days, earliest first, on which a body is to meet, from one day to another, both
 * included. A day in a school holiday, on a day off or on another board's day gives way to the same weekday of the
 * next week where that is clear and in the same month (S0 section 10, "where possible"). Days that
 * the arrangement sets are as it sets them.
 */
export const plannedMeetings = (
  cadence: Cadence,
  from: Day,
  until: Day,
  around: Around,
): readonly Day[] => {
  const all = 'dates' in cadence ? cadence.dates : everyMonthOf(cadence, from, until, around);
  return all.filter((day) => from <= day && day <= until).toSorted();
};

type Regular = Exclude<Cadence, { readonly dates: readonly Day[] }>;

const everyMonthOf = (cadence: Regular, from: Day, until: Day, around: Around): readonly Day[] => {
  const years = Array.from(
    { length: yearOf(until) - yearOf(from) + 1 },
    (_, n) => yearOf(from) + n,
  );
  return years.flatMap((year) =>
    cadence.months.map((month) => clearDay(cadence, firstOf(year, month), around)),
  );
};

const firstOf = (year: number, month: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-01` as Day;

/** The day that is wanted, or the first clear one a week or more after it or before it in its month; a working day at least. */
const clearDay = ({ week, weekday: wanted }: Regular, first: Day, around: Around): Day => {
  const earliest = addDays(first, (wanted - weekday(first) + 7) % 7);
  const inMonth = [0, 1, 2, 3, 4]
    .map((n) => addDays(earliest, n * 7))
    .filter((day) => day.slice(0, 7) === first.slice(0, 7));
  const later = [...inMonth.slice(week - 1), ...inMonth.slice(0, week - 1).toReversed()];
  const isOn = (day: Day): boolean => isWorkingDay(around.calendar, day);
  const best = later.find((day) => isOn(day) && clashesOn(around, day).length === 0);
  return best ?? later.find(isOn) ?? earliest;
};

/** What a meeting on this London day would clash with, by name: a school holiday, another board (G08). */
export const clashesOn = (
  { schoolHolidays, otherMeetings }: Omit<Around, 'calendar'>,
  day: Day,
): readonly string[] => [
  ...schoolHolidays.filter((span) => isWithin(span, day)).map(({ name }) => name),
  ...otherMeetings.filter(({ date }) => date === day).map(({ name }) => name),
];

const isWithin = ({ from, until }: Span, day: Day): boolean => from <= day && day <= until;
