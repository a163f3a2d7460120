import shipped from './bank-holidays.json' with { type: 'json' };
import type { Calendar } from './calendar.ts';
import { type Day, day } from './day.ts';

/** GOV.UK's bank holidays for England and Wales, as shipped. */
export const shippedCalendar: Calendar = {
  holidays: new Map(shipped.days.map(({ date, name }) => [day(date), name])),
  lastYear: Math.max(...shipped.covers),
};

/** A day proclaimed since, which the arrangement or the business unit has added. */
export const withHolidays = (
  calendar: Calendar,
  added: Iterable<readonly [Day, string]>,
): Calendar => ({ ...calendar, holidays: new Map([...calendar.holidays, ...added]) });
