import { addDays, type Day, isWeekend, yearOf } from './day.ts';

/**
 * The working days of England and Wales: Monday to Friday, less the bank holidays.
 * Source: deadlines.md, "WD"; the days themselves are GOV.UK's.
 */
export interface Calendar {
  readonly holidays: ReadonlyMap<Day, string>;
  /** The last year whose bank holidays are proclaimed; beyond it only weekends are known. */
  readonly lastYear: number;
}

export const isWorkingDay = (calendar: Calendar, of: Day): boolean =>
  !isWeekend(of) && !calendar.holidays.has(of);

export const isProclaimed = (calendar: Calendar, of: Day): boolean =>
  yearOf(of) <= calendar.lastYear;

/**
 * The n-th working day after (n > 0) or before (n < 0) a day, which itself is not counted.
 * With n = 0, the day itself, working or not.
 */
export const addWorkingDays = (calendar: Calendar, from: Day, n: number): Day => {
  const step = Math.sign(n);
  let reached = from;
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
};

/** The day itself if it is a working day, otherwise the next that is. */
export const workingDayFrom = (calendar: Calendar, from: Day): Day =>
  isWorkingDay(calendar, from) ? from : addWorkingDays(calendar, from, 1);

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export const workingDaysBetween = (calendar: Calendar, from: Day, to: Day): number => {
  const step = from <= to ? 1 : -1;
  let counted = 0;
  for (let on = from; on !== to; ) {
    on = addDays(on, step);
    if (isWorkingDay(calendar, on)) counted += step;
  }
  return counted;
};

/**
 * The last day for something due "no later than n working days before" a day.
 * `clear` keeps n whole working days between the two (deadlines.md D24: the cautious reading).
 */
export const workingDaysBefore = (calendar: Calendar, of: Day, n: number, clear = false): Day =>
  addWorkingDays(calendar, of, -(clear ? n + 1 : n));
