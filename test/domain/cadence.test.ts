import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { type Cadence, INTERVALS } from '../../src/domain/body.ts';
import { type Around, clashesOn, MONTHS_OF, plannedMeetings } from '../../src/domain/cadence.ts';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import { addDays, addMonths, type Day, day, sayShort, weekday } from '../../src/domain/day.ts';
import { shippedCalendar } from '../../src/domain/holidays.ts';

const clear: Around = { calendar: shippedCalendar, schoolHolidays: [], otherMeetings: [] };
const yearOf2019 = (name: string, id: string): readonly string[] => {
  const arrangement = loadArrangement(name);
  const cadence = arrangement.bodies.find((body) => body.id === id)?.cadence;
  if (!cadence) throw new Error(`${id} has no cadence`);
  return plannedMeetings(cadence, day('2019-04-01'), day('2020-03-31'), arrangement).map(sayShort);
};

describe('the sources’ own years', () => {
  it.each([
    // S0 section 10: June, Sept, Jan (mid); May, July, Nov, Feb; April, June, Sept. The days are ours.
    ['merton-2019', 'partnership', 'Wed 19 Jun, Wed 18 Sep, Wed 15 Jan'],
    ['merton-2019', 'executive', 'Wed 15 May, Wed 17 Jul, Wed 20 Nov, Wed 19 Feb'],
    ['merton-2019', 'policy', 'Wed 10 Apr, Wed 12 Jun, Wed 11 Sep'],
    // S4: a termly Full Partnership, met in June 2022, March 2023 and October 2023.
    ['merton-2023', 'partnership', 'Wed 12 Jun, Wed 9 Oct, Wed 11 Mar'],
    // S4: twice yearly.
    ['merton-2023', 'joint-strategic', 'Wed 8 May, Wed 13 Nov'],
  ])('%s, %s', (name, id, expected) => expect(yearOf2019(name, id).join(', ')).toBe(expected));

  it('has a monthly Executive meet twelve times', () =>
    expect(yearOf2019('merton-2023', 'executive')).toHaveLength(12));
});

const JUNE: Cadence = { every: 'year', months: [6], week: 2, weekday: 3 };
const inJune = (around: Partial<Around>): readonly Day[] =>
  plannedMeetings(JUNE, day('2026-01-01'), day('2026-12-31'), { ...clear, ...around });

describe('a planned day gives way', () => {
  const holiday = (from: string, until: string) => [
    { name: 'Half-term', from: day(from), until: day(until) },
  ];
  it.each([
    ['to nothing', {}, '2026-06-10'],
    ['to a school holiday', { schoolHolidays: holiday('2026-06-08', '2026-06-12') }, '2026-06-17'],
    ['to a long one', { schoolHolidays: holiday('2026-06-10', '2026-06-30') }, '2026-06-03'],
    [
      'to another board',
      { otherMeetings: [{ name: 'The Adults Board', date: day('2026-06-10') }] },
      '2026-06-17',
    ],
    ['where it can', { schoolHolidays: holiday('2026-06-01', '2026-06-30') }, '2026-06-10'],
  ])('%s', (_, around, expected) => expect(inJune(around)).toEqual([expected]));

  it('and one says what a meeting would clash with', () => {
    const around = {
      schoolHolidays: holiday('2026-05-25', '2026-05-29'),
      otherMeetings: [{ name: 'The Adults Board', date: day('2026-05-29') }],
    };
    expect(clashesOn(around, day('2026-05-29'))).toEqual(['Half-term', 'The Adults Board']);
    expect(clashesOn(around, day('2026-05-30'))).toEqual([]);
  });
});

describe('the laws of planned meetings', () => {
  const cadence = fc.constantFrom(...INTERVALS).chain((every) =>
    fc.record({
      every: fc.constant(every),
      months: fc.constant(MONTHS_OF[every]),
      week: fc.integer({ min: 1, max: 4 }),
      weekday: fc.integer({ min: 1, max: 5 }),
    }),
  );
  const from = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(day('2014-01-01'), n));
  const around = fc.record({
    calendar: fc.constant(shippedCalendar),
    schoolHolidays: fc.array(
      fc.record({
        name: fc.constant('Holiday'),
        from,
        until: from,
      }),
      { maxLength: 6 },
    ),
    otherMeetings: fc.constant([]),
  });

  it('a year from any day has as many as the interval says, each on a working day, on its weekday and in its month', () =>
    fc.assert(
      fc.property(cadence, from, around, (of, first, scene) => {
        const last = addDays(addMonths(`${first.slice(0, 7)}-01` as Day, 12), -1);
        const planned = plannedMeetings(of, `${first.slice(0, 7)}-01` as Day, last, scene);
        expect(planned.map((on) => Number(on.slice(5, 7))).toSorted((a, b) => a - b)).toEqual(
          of.months.toSorted((a, b) => a - b),
        );
        expect(planned).toEqual(planned.toSorted());
        for (const on of planned) {
          expect(weekday(on)).toBe(of.weekday);
          expect(isWorkingDay(scene.calendar, on)).toBe(true);
        }
      }),
    ));

  it('what is planned for two spans is planned for both together', () =>
    fc.assert(
      fc.property(cadence, from, fc.nat(500), fc.nat(500), around, (of, first, a, b, scene) => {
        const middle = addDays(first, a);
        const last = addDays(middle, b + 1);
        expect([
          ...plannedMeetings(of, first, middle, scene),
          ...plannedMeetings(of, addDays(middle, 1), last, scene),
        ]).toEqual(plannedMeetings(of, first, last, scene));
      }),
    ));

  it('days that are set stay as they are set', () =>
    fc.assert(
      fc.property(fc.array(from), from, fc.nat(900), (dates, first, length) => {
        const last = addDays(first, length);
        expect(plannedMeetings({ dates }, first, last, clear)).toEqual(
          dates.filter((on) => first <= on && on <= last).toSorted(),
        );
      }),
    ));
});
