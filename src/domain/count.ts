import { addWorkingDays, type Calendar, isProclaimed, workingDayFrom } from './calendar.ts';
import {
  addDays,
  addMonths,
  type Day,
  isWeekend,
  sayDate,
  sayDay,
  weekday,
  yearOf,
} from './day.ts';
import { counted, listed } from './words.ts';

/** How a rule counts. Conventions: deadlines.md A6. */
export type Span =
  | { readonly unit: 'working-days'; readonly n: number }
  | { readonly unit: 'calendar-days'; readonly n: number }
  | { readonly unit: 'months'; readonly n: number }
  /** A day that somebody set: nothing is counted. */
  | { readonly unit: 'set'; readonly n: number };

/** Whether the day that starts the clock is day 0 (the usual) or counts as day 1 (one day earlier). */
export type FirstDay = 'day-0' | 'day-1';

export interface Count {
  readonly from: Day;
  readonly due: Day;
  readonly span: Span;
  readonly firstDay: FirstDay;
  /** Where the day that starts the clock counts as day 1: the first working day from it. */
  readonly dayOne?: Day;
  /** Weekend days and bank holidays between the two that were not counted, in order. */
  readonly skipped: readonly { readonly on: Day; readonly holiday?: string }[];
  /** False where the count runs beyond the last year whose bank holidays are proclaimed. */
  readonly proclaimed: boolean;
}

export const countFrom = (
  calendar: Calendar,
  from: Day,
  span: Span,
  firstDay: FirstDay = 'day-0',
): Count => {
  const due = dueDay(calendar, from, span, firstDay);
  return {
    from,
    due,
    span,
    firstDay,
    ...(firstDay === 'day-1' ? { dayOne: dayOneOf(calendar, from, span) } : {}),
    skipped: span.unit === 'working-days' ? skippedBetween(calendar, ...inOrder(from, due)) : [],
    proclaimed: isProclaimed(calendar, due),
  };
};

/** The n-th working day of a count. What starts on a day off begins with the next working day (A6.2). */
export const nthWorkingDay = (calendar: Calendar, from: Day, n: number, firstDay: FirstDay): Day =>
  firstDay === 'day-1' && n > 0
    ? addWorkingDays(calendar, workingDayFrom(calendar, from), n - 1)
    : addWorkingDays(calendar, from, n);

const dayOneOf = (calendar: Calendar, from: Day, { unit }: Span): Day =>
  unit === 'working-days' ? workingDayFrom(calendar, from) : from;

const dueDay = (calendar: Calendar, from: Day, span: Span, firstDay: FirstDay): Day => {
  const earlier = firstDay === 'day-1' && span.n > 0 ? 1 : 0;
  switch (span.unit) {
    case 'working-days':
      return nthWorkingDay(calendar, from, span.n, firstDay);
    case 'calendar-days':
      return addDays(from, span.n - earlier);
    case 'months':
      return addMonths(from, span.n);
    case 'set':
      return from;
  }
};

/** Backwards, the day itself is where counting begins and not a day in between. */
const inOrder = (from: Day, due: Day): readonly [Day, Day] =>
  due < from ? [due, addDays(from, -1)] : [from, due];

const skippedBetween = (calendar: Calendar, from: Day, to: Day): Count['skipped'] => {
  const skipped = [];
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) {
    const holiday = calendar.holidays.get(on);
    if (holiday && !isWeekend(on)) skipped.push({ on, holiday });
    else if (isWeekend(on)) skipped.push({ on });
  }
  return skipped;
};

/** "5 WD from Mon 30 Mar 2026, skipping Good Friday 3 Apr, the weekend and Easter Monday 6 Apr: Wed 8 Apr 2026" */
export const explainCount = (count: Count): string =>
  `${sayCounting(count)}: ${sayDay(count.due)}${sayUnproclaimed(count)}`;

/** The same without its result. */
export const sayCounting = (count: Count): string => {
  if (count.span.unit === 'set') return 'The day was set';
  if (count.span.n === 0) return 'The same day';
  const skips = saySkips(count.skipped);
  const skipping = skips.length > 0 ? `, skipping ${listed(skips)}` : '';
  const way = count.span.n < 0 ? 'before' : 'from';
  return `${saySpan(count.span)} ${way} ${sayFrom(count)}${skipping}`;
};

/** "Mon 30 Mar 2026 as day 1", "Sat 12 Dec 2026, with Mon 14 Dec 2026 as day 1" */
const sayFrom = ({ from, dayOne }: Count): string => {
  if (!dayOne) return sayDay(from);
  return `${sayDay(from)}${dayOne === from ? '' : `, with ${sayDay(dayOne)}`} as day 1`;
};

/** "not counting Good Friday and Easter Monday", or nothing where no bank holiday fell in between. */
export const sayHolidays = (count: Count): string => {
  const names = count.skipped.flatMap(({ holiday }) => holiday ?? []);
  return names.length > 0 ? `, not counting ${listed(names)}` : '';
};

export const sayUnproclaimed = (count: Count): string =>
  count.proclaimed
    ? ''
    : ` (the bank holidays of ${yearOf(count.due)} are not yet proclaimed, so this may move)`;

const UNITS = {
  'working-days': ['WD', 'WD'],
  'calendar-days': ['calendar day', 'calendar days'],
  months: ['month', 'months'],
  set: ['', ''],
} as const;

export const saySpan = ({ unit, n }: Span): string =>
  `${Math.abs(n)} ${UNITS[unit][n === 1 ? 0 : 1]}`;

const saySkips = (skipped: Count['skipped']): readonly string[] => {
  const weekends = new Set(
    skipped.filter(({ holiday }) => !holiday).map(({ on }) => saturdayOf(on)),
  );
  const said = new Set<string>();
  const many = weekends.size > 1;
  for (const { on, holiday } of skipped) {
    if (holiday) said.add(`${holiday} ${sayDate(on)}`);
    else if (!many) said.add('the weekend');
  }
  return many ? [...said, `${weekends.size} weekends`] : [...said];
};

const saturdayOf = (on: Day): Day => (weekday(on) === 0 ? addDays(on, -1) : on);

/** "5 working days", for a message that is read and not looked up. */
export const saySpanInWords = ({ unit, n }: Span): string =>
  unit === 'working-days'
    ? counted(Math.abs(n), 'working day')
    : n === 0
      ? 'The same day'
      : saySpan({ unit, n });
