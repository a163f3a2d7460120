import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  addMonths,
  Day,
  day,
  daysBetween,
  type Instant,
  instant,
  isWeekend,
  londonDay,
  londonInstant,
  londonStamp,
  londonTime,
  minutesBetween,
  sayDate,
  sayDay,
  sayNear,
  sayShort,
  TimeOfDay,
  weekday,
  yearOf,
} from '../../src/domain/day.ts';

const days = fc
  .integer({ min: Date.UTC(2012, 0, 1) / 86_400_000, max: Date.UTC(2045, 11, 31) / 86_400_000 })
  .map((number) => day(new Date(number * 86_400_000).toISOString().slice(0, 10)));

describe('a day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-4-1', '1/4/2026', 'today', ''])('is not %s', (text) =>
    expect(Day.safeParse(text).success).toBe(false),
  );
  it.each(['24:00', '9:00', '09:60', '0900', ''])('has no time %s', (text) =>
    expect(TimeOfDay.safeParse(text).success).toBe(false),
  );

  it.each([
    ['2026-03-30', 'Mon 30 Mar 2026', 1, false],
    ['2026-04-05', 'Sun 5 Apr 2026', 0, true],
    ['2026-09-12', 'Sat 12 Sep 2026', 6, true],
    ['2028-02-29', 'Tue 29 Feb 2028', 2, false],
  ])('%s is said as %s', (text, said, number, weekend) => {
    expect(sayDay(day(text))).toBe(said);
    expect(weekday(day(text))).toBe(number);
    expect(isWeekend(day(text))).toBe(weekend);
  });

  it('is said without its year while that is the year one is in', () => {
    const on = day('2026-04-07');
    expect(sayNear(on, day('2026-12-31'))).toBe('Tue 7 Apr');
    expect(sayNear(on, day('2027-01-01'))).toBe('Tue 7 Apr 2026');
    expect(sayShort(on)).toBe('Tue 7 Apr');
    expect(sayDate(on)).toBe('7 Apr');
    expect(yearOf(on)).toBe(2026);
  });

  it('is counted on and back, through clock changes and leap days', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (from, n) => {
        const to = addDays(from, n);
        expect(daysBetween(from, to)).toBe(n);
        expect(addDays(to, -n)).toBe(from);
        expect(to > from).toBe(n > 0);
        expect(weekday(to)).toBe((((weekday(from) + n) % 7) + 7) % 7);
      }),
    ));
});

describe('a month', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2025-10-26', 5, '2026-03-26'],
    ['2026-05-12', 0, '2026-05-12'],
  ])('of %s and %i months ends on %s', (from, months, to) =>
    expect(addMonths(day(from), months)).toBe(to),
  );

  it('keeps the day, or the last that the month has', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (from, months) => {
        const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
        const last = new Date(Date.UTC(year, month + months, 0));
        expect(addMonths(from, months)).toBe(
          `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`,
        );
      }),
    ));
});

/** The platform's own knowledge of London, by another road than the code under test. */
const shown = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});
const wallClock = (at: Instant): string => shown.format(Date.parse(at));

/** Last Sundays of March and October, 2025 to 2028. */
const CHANGES = {
  spring: ['2025-03-30', '2026-03-29', '2027-03-28', '2028-03-26'],
  autumn: ['2025-10-26', '2026-10-25', '2027-10-31', '2028-10-29'],
} as const;
/** When the clocks of Los Angeles change: London must not notice, wherever the suite runs. */
const ELSEWHERE = ['2026-03-08', '2026-11-01'] as const;
const TRYING = [...CHANGES.spring, ...CHANGES.autumn, ...ELSEWHERE];

const minutesAround = (on: string): readonly Instant[] =>
  Array.from({ length: 30 * 60 }, (_, minute) =>
    instant(Date.parse(`${on}T00:00Z`) + (minute - 180) * 60_000),
  );

describe('London', () => {
  it.each([
    ['2026-03-30T08:00:00.000Z', '2026-03-30', '09:00', '2026-03-30T09:00:00+01:00'],
    ['2026-06-30T23:30:00.000Z', '2026-07-01', '00:30', '2026-07-01T00:30:00+01:00'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31', '23:59', '2026-12-31T23:59:59+00:00'],
    ['2026-03-29T00:59:00.000Z', '2026-03-29', '00:59', '2026-03-29T00:59:00+00:00'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '02:00', '2026-03-29T02:00:00+01:00'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '01:30', '2026-10-25T01:30:00+01:00'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '01:30', '2026-10-25T01:30:00+00:00'],
  ])('at %s has the day %s and the time %s', (at, on, time, stamp) => {
    expect(londonDay(instant(at))).toBe(on);
    expect(londonTime(instant(at))).toBe(time);
    expect(londonStamp(instant(at))).toBe(stamp);
  });

  it.each(TRYING)('shows what its clocks show, every minute around %s', (on) => {
    for (const at of minutesAround(on))
      expect(`${londonDay(at)} ${londonTime(at)}`).toBe(wallClock(at));
  });

  it.each(TRYING)('gives back every wall time that there is, around %s', (on) => {
    for (const at of minutesAround(on)) {
      const again = londonInstant(londonDay(at), londonTime(at));
      const twice = wallClock(at).startsWith(`${CHANGES.autumn.find((one) => one === on)} 01:`);
      expect(wallClock(again)).toBe(wallClock(at));
      if (!twice) expect(again).toBe(at);
    }
  });

  it.each(CHANGES.spring)('moves a time that was skipped on %s on by the hour', (on) => {
    expect(londonInstant(day(on), '01:00')).toBe(`${on}T01:00:00.000Z`);
    expect(londonInstant(day(on), '01:30')).toBe(`${on}T01:30:00.000Z`);
    expect(londonTime(londonInstant(day(on), '01:30'))).toBe('02:30');
  });

  it.each(CHANGES.autumn)('takes the first of the two 01:30s of %s', (on) =>
    expect(londonInstant(day(on), '01:30')).toBe(`${on}T00:30:00.000Z`),
  );

  it('gives back any day and time', () =>
    fc.assert(
      fc.property(days, fc.nat({ max: 23 }), fc.nat({ max: 59 }), (on, hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const at = londonInstant(on, time);
        if (hour !== 1) expect(wallClock(at)).toBe(`${on} ${time}`);
        expect(londonDay(at)).toBe(on);
      }),
    ));
});

it('counts minutes by the moment, not by the clock on the wall', () => {
  const before = londonInstant(day('2026-10-25'), '00:30');
  const after = londonInstant(day('2026-10-25'), '02:30');
  expect(minutesBetween(before, after)).toBe(180);
  expect(addMinutes(before, 180)).toBe(after);
  expect(addMinutes(after, -180)).toBe(before);
});
