import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import shipped from '../../src/domain/bank-holidays.json' with { type: 'json' };
import { day, isWeekend, yearOf } from '../../src/domain/day.ts';
import { shippedCalendar as calendar, withHolidays } from '../../src/domain/holidays.ts';

const england = new Holidays('GB', 'ENG');
const YEARS = Array.from({ length: 16 }, (_, at) => 2013 + at);

const shippedIn = (year: number): readonly string[] =>
  [...calendar.holidays.keys()].filter((on) => yearOf(on) === year).toSorted();

/** The library also lists a holiday on the weekend it falls on, besides its substitute. */
const computedIn = (year: number): readonly string[] => {
  const listed = england
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10))
    .filter((on) => !isWeekend(day(on)));
  return [...new Set(listed)].toSorted();
};

describe('the bank holidays that ship', () => {
  it.each(YEARS)('are those that another source works out for %i', (year) => {
    expect(computedIn(year).length).toBeGreaterThanOrEqual(8);
    expect(shippedIn(year)).toEqual(computedIn(year));
  });

  it.each([
    ['2012-06-05', 'Queen’s Diamond Jubilee (Extra bank holiday)'],
    ['2020-05-08', 'Early May bank holiday (VE day)'],
    ['2022-06-03', 'Platinum Jubilee bank holiday'],
    ['2022-09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
    ['2023-05-08', 'Bank holiday for the coronation of King Charles III'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-12-28', 'Boxing Day (Substitute day)'],
  ])('have %s as %s', (on, name) => expect(calendar.holidays.get(day(on))).toBe(name));

  it('are each there once, in order, on a weekday of a year that is covered', () => {
    const dates = shipped.days.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(dates.filter((on) => isWeekend(day(on)))).toEqual([]);
    expect(new Set(dates.map((on) => yearOf(day(on)))).size).toBe(17);
    expect(calendar.lastYear).toBe(2028);
  });

  it('can be joined by one that is proclaimed since, and are themselves left as they were', () => {
    const more = withHolidays(calendar, [[day('2026-07-20'), 'A day of thanks']]);
    expect(more.holidays.get(day('2026-07-20'))).toBe('A day of thanks');
    expect(more.holidays.size).toBe(calendar.holidays.size + 1);
    expect(calendar.holidays.has(day('2026-07-20'))).toBe(false);
    expect(more.lastYear).toBe(2028);
  });
});
