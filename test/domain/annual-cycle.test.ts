import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { cycleDays, yearAround } from '../../src/domain/annual-cycle.ts';
import type { CycleLine } from '../../src/domain/constitution.ts';
import { addDays, day, sayShort } from '../../src/domain/day.ts';
import { PostId } from '../../src/domain/item.ts';

const cycleOf = (name: string, from: string, until: string): readonly string[] =>
  cycleDays(loadArrangement(name), day(from), day(until)).map(
    ({ line, area, due }) => `${line.id}${area ? ` of ${area.id}` : ''} by ${sayShort(due)}`,
  );

describe('Merton’s year of 2019 (S0 section 10)', () => {
  it.each([
    ['2019-05', 'section-11', 'partners-and-chair'],
    ['2019-06', 'lado-report', 'private-fostering'],
    ['2019-09', 'annual-report'],
    ['2019-10', 'dataset', 'lado-data', 'peer-reviews'],
    ['2019-11', 'contributions', 'budget', 'partners-and-chair'],
    ['2020-02', 'plan-away-day'],
    // "from June 2020"
    ['2020-06', 'scrutiny', 'lado-report', 'private-fostering'],
    // No entries for August.
    ['2019-08'],
  ])('%s', (month, ...expected) => {
    const first = day(`${month}-01`);
    const due = cycleDays(loadArrangement('merton-2019'), first, addDays(first, 30))
      .filter((one) => one.due.startsWith(month))
      .map(({ line }) => line.id);
    expect(due.toSorted()).toEqual(expected.toSorted());
  });

  it('has the contributions of the autumn begin in September and due by the end of November (S0 11.1)', () =>
    expect(
      cycleDays(loadArrangement('merton-2019'), day('2019-11-01'), day('2019-11-30')).find(
        ({ line }) => line.id === 'contributions',
      ),
    ).toMatchObject({ from: '2019-09-01', due: '2019-11-30' }));
});

describe('what comes every few years', () => {
  it.each([
    // S4: Section 11 audits of 2021-22 and 2023-24, and the One-Year-On review of January 2023.
    ['merton-2023', 'section-11', '2021, 2023, 2025'],
    ['merton-2023', 'section-11-review', '2023, 2025'],
    // S2, 10: at the end of 2019-20 and then every three years.
    ['sutton-2019', 'arrangements', '2020, 2023, 2026'],
  ])('%s, %s', (name, id, years) =>
    expect(
      cycleDays(loadArrangement(name), day('2019-01-01'), day('2026-12-31'))
        .filter(({ line }) => line.id === id)
        .map(({ due }) => due.slice(0, 4))
        .join(', '),
    ).toBe(years),
  );
});

it('has each area report for itself (S3, Derby City and Derbyshire)', () =>
  expect(cycleOf('derby-like', '2026-04-01', '2027-03-31')).toEqual([
    'area-report of city by Tue 30 Jun',
    'area-report of county by Tue 30 Jun',
    'annual-report by Wed 30 Sep',
    'area-scrutiny of city by Wed 30 Sep',
    'area-scrutiny of county by Wed 30 Sep',
  ]));

it.each([
  ['2026-03-31', '2025-04-01', '2026-03-31'],
  ['2026-04-01', '2026-04-01', '2027-03-31'],
  ['2027-01-01', '2026-04-01', '2027-03-31'],
])('%s lies in the business year from %s to %s', (on, from, until) =>
  expect(yearAround({ yearFrom: 4 }, day(on))).toEqual({ from, until }),
);

it('a line that comes every year comes once in any year, however the years are cut', () => {
  const line: CycleLine = {
    id: 'one',
    what: 'one',
    kind: 'report',
    owner: PostId.parse('manager'),
    months: [2],
    lead: 0,
    years: 1,
    perArea: false,
    source: 'ours',
  };
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(365), fc.integer({ min: 1, max: 12 }), (n, cut, month) => {
      const cycle = [{ ...line, months: [month] }];
      const from = addDays(day('2012-01-01'), n);
      const { until } = yearAround({ yearFrom: month }, from);
      const begin = yearAround({ yearFrom: month }, from).from;
      const middle = addDays(begin, Math.min(cut, 364));
      const due = (a: typeof from, b: typeof from) => cycleDays({ cycle, areas: [] }, a, b);
      expect(due(begin, until)).toHaveLength(1);
      expect([...due(begin, middle), ...due(addDays(middle, 1), until)]).toEqual(due(begin, until));
    }),
  );
});
