import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import shipped from '../../src/domain/bank-holidays.json' with { type: 'json' };
import {
  addWorkingDays,
  isProclaimed,
  isWorkingDay,
  workingDayFrom,
  workingDaysBefore,
  workingDaysBetween,
} from '../../src/domain/calendar.ts';
import { type Day, day, weekday } from '../../src/domain/day.ts';
import { shippedCalendar as calendar, withHolidays } from '../../src/domain/holidays.ts';

/** The oracle: every day on a list, struck out by hand, and places on that list counted. */
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2012, 0, 1);
const EVERY_DAY = Array.from({ length: 17 * 365 + 5 }, (_, at) => new Date(FIRST + at * DAY_MS));
const HOLIDAYS = shipped.days.map(({ date }) => date);
const WORKING = EVERY_DAY.filter((date) => date.getUTCDay() !== 0 && date.getUTCDay() !== 6)
  .map((date) => date.toISOString().slice(0, 10))
  .filter((date) => !HOLIDAYS.includes(date));

const oracle = (from: string, n: number): string | undefined =>
  n > 0
    ? WORKING.filter((on) => on > from)[n - 1]
    : n < 0
      ? WORKING.filter((on) => on < from).at(n)
      : from;

const days = fc
  .integer({ min: Date.UTC(2014, 0, 1) / DAY_MS, max: Date.UTC(2026, 11, 31) / DAY_MS })
  .map((number) => day(new Date(number * DAY_MS).toISOString().slice(0, 10)));
const workingDays = days.filter((on) => WORKING.includes(on));
const some = fc.integer({ min: 1, max: 300 });
const any = fc.integer({ min: -300, max: 300 });

describe('working days', () => {
  it.each([
    ['an ordinary week', '2026-03-09', 5, '2026-03-16'],
    ['over Easter (voice.md)', '2026-03-30', 5, '2026-04-08'],
    ['a rapid review over Easter', '2026-03-19', 15, '2026-04-13'],
    ['from a Saturday, the first is Monday', '2026-03-28', 5, '2026-04-07'],
    ['from a Sunday likewise', '2026-03-29', 5, '2026-04-07'],
    ['from a bank holiday', '2026-04-03', 5, '2026-04-13'],
    ['from a bank holiday Monday', '2026-05-04', 1, '2026-05-05'],
    ['awareness on 17 December', '2026-12-17', 5, '2026-12-24'],
    ['awareness on 17 December, a rapid review', '2026-12-17', 15, '2027-01-12'],
    ['two substitute days', '2027-12-24', 1, '2027-12-29'],
    ['the State Funeral', '2022-09-16', 1, '2022-09-20'],
    ['none: the day itself', '2026-03-30', 0, '2026-03-30'],
    ['none: even on a Sunday', '2026-03-29', 0, '2026-03-29'],
    ['back over Easter', '2026-04-08', -5, '2026-03-30'],
    ['back from a Sunday', '2026-04-05', -1, '2026-04-02'],
  ])('%s: from %s, %i is %s', (_, from, n, to) => {
    expect(addWorkingDays(calendar, day(from), n)).toBe(to);
    expect(oracle(from, n)).toBe(to);
  });

  it.each([
    ['2026-06-03', 7, '2026-05-22', '2026-05-21'],
    ['2026-04-10', 7, '2026-03-30', '2026-03-27'],
    ['2026-01-05', 1, '2026-01-02', '2025-12-31'],
  ])('before %s, %i of them: by %s, and clear by %s (D24)', (of, n, by, clear) => {
    expect(workingDaysBefore(calendar, day(of), n)).toBe(by);
    expect(workingDaysBefore(calendar, day(of), n, true)).toBe(clear);
  });

  it('between two days leaves out the first and counts the last', () => {
    const between = (from: string, to: string) => workingDaysBetween(calendar, day(from), day(to));
    expect(between('2026-03-30', '2026-04-08')).toBe(5);
    expect(between('2026-04-08', '2026-03-30')).toBe(-5);
    expect(between('2026-04-03', '2026-04-06')).toBe(0);
    expect(between('2026-04-06', '2026-04-06')).toBe(0);
  });

  it('start on the day itself or on the next that is one', () => {
    expect(workingDayFrom(calendar, day('2026-04-02'))).toBe('2026-04-02');
    expect(workingDayFrom(calendar, day('2026-04-03'))).toBe('2026-04-07');
  });

  it('are known for certain as far as bank holidays are proclaimed', () => {
    expect(isProclaimed(calendar, day('2028-12-31'))).toBe(true);
    expect(isProclaimed(calendar, day('2029-01-01'))).toBe(false);
    expect(addWorkingDays(calendar, day('2028-12-28'), 5)).toBe('2029-01-04');
  });

  it('are fewer by a day that is proclaimed since', () => {
    const added = withHolidays(calendar, [[day('2026-04-01'), 'A day of thanks']]);
    expect(addWorkingDays(added, day('2026-03-30'), 5)).toBe('2026-04-09');
    expect(addWorkingDays(calendar, day('2026-03-30'), 5)).toBe('2026-04-08');
  });
});

describe('the laws of counting', () => {
  it('agrees with a list of days', () =>
    fc.assert(
      fc.property(days, any, (from, n) => {
        expect(addWorkingDays(calendar, from, n)).toBe(oracle(from, n));
      }),
    ));

  it('always ends on a working day', () =>
    fc.assert(
      fc.property(
        days,
        any.filter((n) => n !== 0),
        (from, n) => {
          const to = addWorkingDays(calendar, from, n);
          expect(isWorkingDay(calendar, to)).toBe(true);
          expect([1, 2, 3, 4, 5]).toContain(weekday(to));
        },
      ),
    ));

  it('is undone by counting back', () =>
    fc.assert(
      fc.property(workingDays, any, (from, n) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, n), -n)).toBe(from);
      }),
    ));

  it('never passes somebody who started later, nor a longer count', () =>
    fc.assert(
      fc.property(days, days, any, any, (a, b, n, m) => {
        const [early, late] = [a, b].toSorted() as [Day, Day];
        const [few, many] = [n, m].toSorted((x, y) => x - y) as [number, number];
        expect(addWorkingDays(calendar, early, n) <= addWorkingDays(calendar, late, n)).toBe(true);
        expect(addWorkingDays(calendar, a, few) <= addWorkingDays(calendar, a, many)).toBe(true);
      }),
    ));

  it('adds up', () =>
    fc.assert(
      fc.property(days, some, some, (from, n, m) => {
        const there = addWorkingDays(calendar, addWorkingDays(calendar, from, n), m);
        expect(addWorkingDays(calendar, from, n + m)).toBe(there);
      }),
    ));

  it('measures what it counted, forwards and back', () =>
    fc.assert(
      fc.property(days, any, (from, n) => {
        const to = addWorkingDays(calendar, from, n);
        expect(workingDaysBetween(calendar, from, to)).toBe(n);
      }),
    ));

  it('measures between any two days as the list does', () =>
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = [a, b].toSorted() as [Day, Day];
        const after = WORKING.filter((on) => on > from && on <= to).length;
        const before = WORKING.filter((on) => on >= from && on < to).length;
        expect(workingDaysBetween(calendar, from, to)).toBe(after);
        expect(workingDaysBetween(calendar, to, from)).toBe(before === 0 ? 0 : -before);
      }),
    ));

  it('keeps n whole working days clear between the two', () =>
    fc.assert(
      fc.property(days, some, (of, n) => {
        const by = workingDaysBefore(calendar, of, n, true);
        expect(WORKING.filter((on) => on > by && on < of)).toHaveLength(n);
      }),
    ));
});
