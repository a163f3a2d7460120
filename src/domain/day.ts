import { tz } from '@date-fns/tz';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import { z } from 'zod';

/** A calendar day in Europe/London, written `2026-03-30`. Days compare as strings. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** A moment in UTC, to the millisecond, written `2026-03-30T08:00:00.000Z`. Instants compare as strings. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A time on a London wall clock, written `09:00`. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time like 09:00');
export type TimeOfDay = z.infer<typeof TimeOfDay>;

const LONDON = 'Europe/London';
const london = tz(LONDON);
const utc = tz('UTC');
const DAY_MS = 86_400_000;

/** Throws a ZodError where the text is no day; for days that people type see `parseDay`. */
export const day = (text: string): Day => Day.parse(text);

export const instant = (moment: Date | string | number): Instant =>
  new Date(moment).toISOString() as Instant;

/** What is asked again and again, and is always the same, is kept; all of it is let go when it is much. */
const kept = <K extends string | number, T>(most: number, work: (of: K) => T): ((of: K) => T) => {
  const known = new Map<K, T>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = work(of);
    known.set(of, found);
    return found;
  };
};
const MOST_KEPT = 10_000;

const midnight = kept(MOST_KEPT, (of: Day): number => Date.parse(of));
const dayAt = kept(MOST_KEPT, (ms: number) => new Date(ms).toISOString().slice(0, 10) as Day);

/** Days are counted in UTC, where each has 24 hours, so no clock change can lose one. */
export const addDays = (to: Day, days: number): Day => dayAt(midnight(to) + days * DAY_MS);

export const daysBetween = (from: Day, to: Day): number => (midnight(to) - midnight(from)) / DAY_MS;

/** Calendar months; a day that the month lacks is clamped to its last (31 Aug + 6 months: 28 Feb). */
export const addMonths = (to: Day, months: number): Day =>
  format(addMonthsTo(midnight(to), months, { in: utc }), 'yyyy-MM-dd', { in: utc }) as Day;

/** The first day of the month that a day lies in. */
export const monthOf = (of: Day): Day => `${of.slice(0, 7)}-01` as Day;

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (of: Day): number => new Date(midnight(of)).getUTCDay();

export const isWeekend = (of: Day): boolean => weekday(of) === 0 || weekday(of) === 6;
export const yearOf = (of: Day): number => Number(of.slice(0, 4));

const dayOfHour = kept(
  MOST_KEPT,
  (hour: string) => format(`${hour}:00:00.000Z`, 'yyyy-MM-dd', { in: london }) as Day,
);
/** London is whole hours from UTC, so an hour lies in one day. */
export const londonDay = (at: Instant): Day => dayOfHour(at.slice(0, 13));
export const londonTime = (at: Instant): TimeOfDay => format(at, 'HH:mm', { in: london });
/** With London's own offset at that moment: `2026-03-30T09:00:00+01:00`. */
export const londonStamp = (at: Instant): string =>
  format(at, "yyyy-MM-dd'T'HH:mm:ssxxx", { in: london });

/**
 * The moment a London wall clock shows that time: the first of the two in autumn; a time skipped in
 * spring moves on by the hour. Both readings are tried, since TZDate answers by the machine's zone.
 */
export const londonInstant = (on: Day, time: TimeOfDay): Instant => momentOf(`${on}T${time}`);

const momentOf = kept(MOST_KEPT, (wall: string): Instant => {
  const winter = instant(`${wall}Z`);
  const summer = addMinutes(winter, -60);
  return londonTime(summer) === wall.slice(11) ? summer : winter;
});

export const addMinutes = (to: Instant, minutes: number): Instant =>
  instant(Date.parse(to) + minutes * 60_000);
export const minutesBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / 60_000;

/** "Tue 7 Apr 2026" */
export const sayDay = kept(MOST_KEPT, (of: Day) =>
  format(midnight(of), 'EEE d MMM yyyy', { in: utc }),
);
/** "Tue 7 Apr": the year is left out while it is the year one is in. */
export const sayNear = (of: Day, today: Day): string =>
  yearOf(of) === yearOf(today) ? sayShort(of) : sayDay(of);
/** "Tue 7 Apr" */
export const sayShort = kept(MOST_KEPT, (of: Day) =>
  format(midnight(of), 'EEE d MMM', { in: utc }),
);
/** "7 Apr", for a sentence that has named the day already: "Easter Monday 6 Apr". */
export const sayDate = (of: Day): string => format(midnight(of), 'd MMM', { in: utc });
/** "April 2026" */
export const sayMonth = (of: Day): string => format(midnight(of), 'MMMM yyyy', { in: utc });

/** "April" */
export const sayMonthName = (of: Day): string => format(midnight(of), 'MMMM', { in: utc });

/** The moment a day begins in London. */
export const daybreak = (on: Day): Instant => londonInstant(on, MIDNIGHT);
const MIDNIGHT = '00:00' as TimeOfDay;
