import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/app/typed-day.ts';
import { addDays, day, sayDay } from '../../src/domain/day.ts';
import { shippedCalendar } from '../../src/domain/holidays.ts';

const MONDAY = '2026-03-30';
const read = (typed: string, today = MONDAY) =>
  readDay(typed, { today: day(today), calendar: shippedCalendar });

/** Said on Monday 30 March 2026, the week of Good Friday. */
const understood: readonly (readonly [typed: string, day: string])[] = [
  ['2026-04-01', '2026-04-01'],
  ['2026-4-1', '2026-04-01'],
  ['1/4/2026', '2026-04-01'],
  ['01/04/2026', '2026-04-01'],
  ['3/12/2026', '2026-12-03'],
  ['31/12/2025', '2025-12-31'],
  ['1.4.2026', '2026-04-01'],
  ['29/2/2028', '2028-02-29'],
  ['1 April', '2026-04-01'],
  ['1 Apr', '2026-04-01'],
  ['1st April', '2026-04-01'],
  ['2nd of April', '2026-04-02'],
  ['1 sept 2026', '2026-09-01'],
  ['1 April 2027', '2027-04-01'],
  ['1 April, 2027', '2027-04-01'],
  ['28 December 2025', '2025-12-28'],
  ['today', '2026-03-30'],
  ['yesterday', '2026-03-29'],
  ['tomorrow', '2026-03-31'],
  ['in 1 day', '2026-03-31'],
  ['in 0 days', '2026-03-30'],
  ['in 10 days', '2026-04-09'],
  ['in 2 weeks', '2026-04-13'],
  ['in 5 working days', '2026-04-08'],
  ['in 1 working day', '2026-03-31'],
  ['last Tuesday', '2026-03-24'],
  ['Wed 1 April', '2026-04-01'],
  ['Wednesday, 1 April 2026', '2026-04-01'],
  ['  1   APRIL  ', '2026-04-01'],
  ['TODAY', '2026-03-30'],
];

describe('a day that can be read', () => {
  it.each(understood)('%s is %s', (typed, expected) => {
    expect(read(typed)).toEqual({ day: expected });
  });

  it.each([
    ['next Tuesday', '2026-04-04', '2026-04-07'],
    ['next Tuesday', '2026-04-05', '2026-04-07'],
    ['next Tuesday', '2026-03-31', '2026-04-07'],
    ['next tue', '2026-04-03', '2026-04-07'],
    ['next Friday', '2026-04-04', '2026-04-10'],
    ['last Friday', '2026-03-30', '2026-03-27'],
    ['last Monday', '2026-03-30', '2026-03-23'],
  ])('%s, said on %s, is %s', (typed, today, expected) => {
    expect(read(typed, today)).toEqual({ day: expected });
  });

  it.each([
    ['1 January', '2025-12-30', '2026-01-01'],
    ['31 December', '2026-01-02', '2025-12-31'],
    ['1 June', '2026-03-30', '2026-06-01'],
    ['30 November', '2026-03-30', '2025-11-30'],
  ])('%s, said on %s, is in the year that is clearly nearer: %s', (typed, today, expected) => {
    expect(read(typed, today)).toEqual({ day: expected });
  });
});

const YEAR = 'write its year in full: 1/4/2026, the day first';
const NO_DAY = 'there is no such day';
const STRANGE = 'that is no day I can read. Write 2026-04-01, 1/4/2026 or 1 April 2026';
const TUESDAYS = 'it could be Tue 24 Mar or Tue 31 Mar. Write the date';

/** Said on Monday 30 March 2026. */
const refused: readonly (readonly [typed: string, why: string])[] = [
  ['1/4', YEAR],
  ['1/4/26', YEAR],
  ['1/4/20266', YEAR],
  ['31/2/2026', NO_DAY],
  ['2026-02-30', NO_DAY],
  ['2026-13-01', NO_DAY],
  ['0/0/2026', NO_DAY],
  ['29 February 2026', NO_DAY],
  ['31 April', NO_DAY],
  ['4/31/2026', NO_DAY],
  ['Tuesday', TUESDAYS],
  ['tue', TUESDAYS],
  ['this Tuesday', TUESDAYS],
  ['on Tuesday', TUESDAYS],
  ['Monday', 'it could be Mon 23 Mar or Mon 6 Apr. Write the date'],
  ['next Tuesday', 'it could be Tue 31 Mar or Tue 7 Apr. Write the date'],
  ['next Sunday', 'it could be Sun 5 Apr or Sun 12 Apr. Write the date'],
  ['Tue 1 April', 'that date is Wed 1 Apr 2026. Check the weekday or the date'],
  ['Sunday 1 April 2026', 'that date is Wed 1 Apr 2026. Check the weekday or the date'],
  ['1 October', 'it could be in more than one year. Add the year'],
  ['15 September', 'it could be in more than one year. Add the year'],
  ['', STRANGE],
  ['soon', STRANGE],
  ['the first of April', STRANGE],
  ['1 Foo', STRANGE],
  ['1 Marching', STRANGE],
  ['in five working days', STRANGE],
  ['in 1000 days', STRANGE],
  ['in -1 days', STRANGE],
  ['today or tomorrow', STRANGE],
  ['20260401', STRANGE],
  ['1-4-2026', STRANGE],
];

it.each(refused)('“%s” is not guessed', (typed, unclear) => {
  expect(read(typed)).toEqual({ unclear });
});

it.each(['2026-03-30', '2026-04-02', '2026-09-28', '2026-10-01'])(
  '“1 April” is refused where it is about half a year away, and read where it is not: on %s',
  (today) => {
    const far = today > '2026-08-29';
    expect(read('1 April', today)).toEqual(
      far ? { unclear: 'it could be in more than one year. Add the year' } : { day: '2026-04-01' },
    );
  },
);

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays(day('2026-01-01'), n));

it('reads every day back that is written in full', () =>
  fc.assert(
    fc.property(anyDay, anyDay, (written, today) => {
      const [year = '', month = '', date = ''] = written.split('-');
      const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
      const named = `${Number(date)} ${name.format(Date.parse(written))} ${year}`;
      const forms = [
        written,
        `${Number(date)}/${Number(month)}/${year}`,
        `${date}/${month}/${year}`,
        named,
        named.toUpperCase(),
        sayDay(written),
      ];
      for (const form of forms) expect(read(form, today)).toEqual({ day: written });
    }),
    { numRuns: 500 },
  ));
