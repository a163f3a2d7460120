import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDayFrom } from '../../src/domain/calendar.ts';
import {
  countFrom,
  explainCount,
  type FirstDay,
  type Span,
  sayHolidays,
  saySpan,
} from '../../src/domain/count.ts';
import { addDays, type Day, day, daysBetween } from '../../src/domain/day.ts';
import { shippedCalendar as calendar } from '../../src/domain/holidays.ts';

const wd = (n: number): Span => ({ unit: 'working-days', n });
const count = (from: string, span: Span, firstDay?: FirstDay) =>
  countFrom(calendar, day(from), span, firstDay);

describe('a count explains itself', () => {
  it.each<[string, Span, string]>([
    [
      '2026-03-30',
      wd(5),
      '5 WD from Mon 30 Mar 2026, skipping Good Friday 3 Apr, the weekend and Easter Monday 6 Apr: Wed 8 Apr 2026',
    ],
    ['2026-03-09', wd(4), '4 WD from Mon 9 Mar 2026: Fri 13 Mar 2026'],
    ['2026-03-09', wd(5), '5 WD from Mon 9 Mar 2026, skipping the weekend: Mon 16 Mar 2026'],
    ['2026-03-12', wd(1), '1 WD from Thu 12 Mar 2026: Fri 13 Mar 2026'],
    ['2026-03-28', wd(1), '1 WD from Sat 28 Mar 2026, skipping the weekend: Mon 30 Mar 2026'],
    [
      '2026-03-19',
      wd(15),
      '15 WD from Thu 19 Mar 2026, skipping Good Friday 3 Apr, Easter Monday 6 Apr and 4 weekends: Mon 13 Apr 2026',
    ],
    [
      '2026-12-17',
      wd(15),
      '15 WD from Thu 17 Dec 2026, skipping Christmas Day 25 Dec, Boxing Day (Substitute day) 28 Dec, New Year’s Day 1 Jan and 4 weekends: Tue 12 Jan 2027',
    ],
    [
      '2026-03-02',
      wd(130),
      '130 WD from Mon 2 Mar 2026, skipping Good Friday 3 Apr, Easter Monday 6 Apr, Early May bank holiday 4 May, Spring bank holiday 25 May, Summer bank holiday 31 Aug and 27 weekends: Mon 7 Sep 2026',
    ],
    [
      '2028-12-28',
      wd(5),
      '5 WD from Thu 28 Dec 2028, skipping the weekend: Thu 4 Jan 2029 (the bank holidays of 2029 are not yet proclaimed, so this may move)',
    ],
    [
      '2026-04-01',
      { unit: 'calendar-days', n: 7 },
      '7 calendar days from Wed 1 Apr 2026: Wed 8 Apr 2026',
    ],
    ['2026-08-31', { unit: 'months', n: 6 }, '6 months from Mon 31 Aug 2026: Sun 28 Feb 2027'],
    ['2027-08-31', { unit: 'months', n: 6 }, '6 months from Tue 31 Aug 2027: Tue 29 Feb 2028'],
  ])('from %s, %o', (from, span, said) => expect(explainCount(count(from, span))).toBe(said));

  it('names the day as day 1 where the partnership does (deadlines.md A6)', () =>
    expect(explainCount(count('2026-03-30', wd(5), 'day-1'))).toBe(
      '5 WD from Mon 30 Mar 2026 as day 1, skipping Good Friday 3 Apr, the weekend and Easter Monday 6 Apr: Tue 7 Apr 2026',
    ));

  it.each([
    // Sat 12 Dec 2026: day 1 is Mon 14 Dec, day 5 Fri 18 Dec
    ['2026-12-12', 1, '2026-12-14', 'with Mon 14 Dec 2026 as day 1, skipping the weekend'],
    ['2026-12-12', 5, '2026-12-18', 'with Mon 14 Dec 2026 as day 1, skipping the weekend'],
    // Good Friday 3 Apr 2026: day 1 is Tue 7 Apr, day 2 Wed 8 Apr
    ['2026-04-03', 2, '2026-04-08', 'with Tue 7 Apr 2026 as day 1'],
  ])('%s is no day 1: working day %i is %s (A6.2, A6.3)', (from, n, due, said) => {
    expect(count(from, wd(n), 'day-1').due).toBe(due);
    expect(explainCount(count(from, wd(n), 'day-1'))).toContain(said);
  });

  it('to somebody who only needs the bank holidays', () => {
    expect(sayHolidays(count('2026-03-30', wd(5)))).toBe(
      ', not counting Good Friday and Easter Monday',
    );
    expect(sayHolidays(count('2026-03-09', wd(5)))).toBe('');
  });

  it.each<[Span, string]>([
    [wd(1), '1 WD'],
    [{ unit: 'calendar-days', n: 1 }, '1 calendar day'],
    [{ unit: 'months', n: 1 }, '1 month'],
    [{ unit: 'months', n: 12 }, '12 months'],
  ])('%o is %s', (span, said) => expect(saySpan(span)).toBe(said));
});

const days = fc.integer({ min: 0, max: 14 * 365 }).map((n) => addDays(day('2012-01-01'), n));
const some = fc.integer({ min: 1, max: 200 });

describe('the laws of a count', () => {
  it('names every day it did not count, and no other', () =>
    fc.assert(
      fc.property(days, some, (from, n) => {
        const { due, skipped } = countFrom(calendar, from, wd(n));
        const off = skipped.map(({ on }): Day => on);
        expect(off).toEqual([...new Set(off)].toSorted());
        expect(off.some((on) => isWorkingDay(calendar, on))).toBe(false);
        expect(daysBetween(from, due)).toBe(n + skipped.length);
      }),
    ));

  it('is one working day shorter where the first day is day 1, and a working day', () =>
    fc.assert(
      fc.property(days, some, (on, n) => {
        const from = workingDayFrom(calendar, on);
        const usual = countFrom(calendar, from, wd(n)).due;
        const early = countFrom(calendar, from, wd(n), 'day-1').due;
        expect(early).toBe(addWorkingDays(calendar, usual, -1));
      }),
    ));

  it('begins with the next working day where the first day is a day off, whatever it is called', () =>
    fc.assert(
      fc.property(days, some, (from, n) => {
        fc.pre(!isWorkingDay(calendar, from));
        const { due } = countFrom(calendar, from, wd(n), 'day-1');
        expect(due).toBe(countFrom(calendar, from, wd(n)).due);
        expect(isWorkingDay(calendar, due)).toBe(true);
      }),
    ));

  it('is one calendar day shorter likewise', () =>
    fc.assert(
      fc.property(days, some, (from, n) => {
        const span = { unit: 'calendar-days', n } as const;
        const usual = countFrom(calendar, from, span).due;
        expect(countFrom(calendar, from, span, 'day-1').due).toBe(addDays(usual, -1));
      }),
    ));
});
