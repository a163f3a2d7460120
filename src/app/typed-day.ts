import { addWorkingDays, type Calendar } from '../domain/calendar.ts';
import { addDays, Day, daysBetween, sayDay, sayShort, weekday, yearOf } from '../domain/day.ts';

/** What a person typed for a day, or the sentence that says why it cannot be read. */
export type ReadDay = { readonly day: Day } | { readonly unclear: string };

interface Now {
  readonly today: Day;
  readonly calendar: Calendar;
}

/** The forms of commands.md. What could mean two days is refused, never guessed. */
export const readDay = (typed: string, now: Now): ReadDay => {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const form of FORMS) {
    const read = form(text, now);
    if (read) return read;
  }
  return { unclear: 'that is no day I can read. Write 2026-04-01, 1/4/2026 or 1 April 2026' };
};

type Form = (text: string, now: Now) => ReadDay | undefined;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Nobody's case is as old or as far off as what lies outside these. */
const YEARS = { first: 1900, last: 2199 } as const;

const exact = (year: number, month: number, date: number): ReadDay => {
  if (year < YEARS.first || year > YEARS.last) return { unclear: 'check the year' };
  const pad = (n: number, to: number) => String(n).padStart(to, '0');
  const read = Day.safeParse(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
  return read.success ? { day: read.data } : { unclear: 'there is no such day' };
};

const iso: Form = (text) => {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return parts ? exact(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
};

const slashed: Form = (text) => {
  const parts = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d+))?$/.exec(text);
  if (!parts) return undefined;
  if (parts[3]?.length !== 4) return { unclear: 'write its year in full: 1/4/2026, the day first' };
  return exact(Number(parts[3]), Number(parts[2]), Number(parts[1]));
};

const named: Form = (text, { today }) => {
  const parts =
    /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9}),?(?: (\d{4}))?$/.exec(
      text,
    );
  if (!parts?.[2] || !MONTH_NAMES.test(parts[2])) return undefined;
  const month = MONTHS.indexOf(parts[2].slice(0, 3)) + 1;
  const read = parts[3]
    ? exact(Number(parts[3]), month, Number(parts[1]))
    : nearest(today, month, Number(parts[1]));
  return onWeekday(text, read);
};

/** Without a year, the nearest such day, if one is clearly nearer than the other. */
const nearest = (today: Day, month: number, date: number): ReadDay => {
  const years = [-1, 0, 1].map((step) => exact(yearOf(today) + step, month, date));
  const days = years.flatMap((read) => ('day' in read ? [read.day] : []));
  const [first] = days.toSorted((a, b) => away(today, a) - away(today, b));
  if (!first) return { unclear: 'there is no such day' };
  return away(today, first) > 150
    ? { unclear: 'it could be in more than one year. Add the year' }
    : { day: first };
};

const away = (today: Day, of: Day): number => Math.abs(daysBetween(today, of));

/** "Tue 8 April" where the 8th is a Wednesday is two days at once. */
const onWeekday = (text: string, read: ReadDay): ReadDay => {
  const said = WEEKDAYS.findIndex((name) => text.slice(0, 3) === name.slice(0, 3));
  if (said < 0 || 'unclear' in read || weekday(read.day) === said) return read;
  return { unclear: `that date is ${sayDay(read.day)}. Check the weekday or the date` };
};

const PLAIN_WORDS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

const relative: Form = (text, { today, calendar }) => {
  const step = PLAIN_WORDS.get(text);
  if (step !== undefined) return { day: addDays(today, step) };
  const parts = /^in (\d{1,3}) (working days?|days?|weeks?)$/.exec(text);
  if (!parts) return undefined;
  const n = Number(parts[1]);
  if (parts[2]?.startsWith('working')) return { day: addWorkingDays(calendar, today, n) };
  return { day: addDays(today, parts[2]?.startsWith('week') ? 7 * n : n) };
};

const weekdays: Form = (text, { today }) => {
  const parts = /^(?:(next|last|this|on) )?([a-z]+)$/.exec(text);
  const name = parts?.[2];
  const index = WEEKDAYS.findIndex((full) => name === full || name === full.slice(0, 3));
  if (!parts || index < 0) return undefined;
  const after = addDays(today, (index - weekday(today) + 7) % 7 || 7);
  const before = addDays(after, weekday(today) === index ? -14 : -7);
  if (parts[1] === 'next') return sameWeek(today, after) ? twoDays(after) : { day: after };
  if (parts[1] === 'last')
    return sameWeek(today, before) ? twoDays(addDays(before, -7)) : { day: before };
  return { unclear: `it could be ${sayShort(before)} or ${sayShort(after)}. Write the date` };
};

const twoDays = (first: Day): ReadDay => ({
  unclear: `it could be ${sayShort(first)} or ${sayShort(addDays(first, 7))}. Write the date`,
});

/** Whether two days stand in one week, Monday to Sunday. */
const sameWeek = (a: Day, b: Day): boolean => mondayOf(a) === mondayOf(b);
const mondayOf = (of: Day): Day => addDays(of, -((weekday(of) + 6) % 7));

const FORMS: readonly Form[] = [iso, slashed, relative, weekdays, named];
