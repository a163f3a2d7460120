import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { chairOn } from '../../src/domain/chair-on.ts';
import { addDays, addMonths, type Day, day, daysBetween } from '../../src/domain/day.ts';
import { PostId } from '../../src/domain/item.ts';
import { nextTurn, type Turns, turnOn } from '../../src/domain/turns.ts';

const staffordshire = loadArrangement('staffordshire-like');

/** "The chairing of the meeting will rotate every six months between the four statutory Safeguarding Partners." (S3) */
describe('four partners who chair in turn', () => {
  it.each([
    ['before the first turn', '2019-09-30', 'council-lead'],
    ['on its first day', '2019-10-01', 'council-lead'],
    ['on its last day', '2020-03-31', 'council-lead'],
    ['on the day they change', '2020-04-01', 'stoke-lead'],
    ['on the last day of the second', '2020-09-30', 'stoke-lead'],
    ['on the first of the third', '2020-10-01', 'health-lead'],
    ['on the first of the fourth', '2021-04-01', 'police-lead'],
    ['on the last of the fourth', '2021-09-30', 'police-lead'],
    ['once all have had it', '2021-10-01', 'council-lead'],
    ['in the second year of the second round', '2023-04-01', 'police-lead'],
    ['in a leap year', '2024-02-29', 'council-lead'],
  ])('%s, %s', (_, on, chair) =>
    expect(chairOn(staffordshire, 'partnership', day(on))).toBe(chair),
  );

  it('are asked of a body that there is', () =>
    expect(chairOn(staffordshire, 'executive', day('2026-01-01'))).toBeUndefined());
});

const days = fc.integer({ min: 0, max: 9000 }).map((n) => addDays(day('2012-01-01'), n));
const turns = fc.record({
  among: fc
    .integer({ min: 2, max: 6 })
    .map((n) => Array.from({ length: n }, (_, at) => PostId.parse(`p${at}`))),
  months: fc.integer({ min: 1, max: 24 }),
  from: days,
}) satisfies fc.Arbitrary<Turns>;

describe('the laws of turns', () => {
  const whose = (n: number, { among }: Turns): PostId | undefined => among[n % among.length];

  it('each has every turn of theirs whole, from its first day to the day before the next', () =>
    fc.assert(
      fc.property(turns, fc.integer({ min: 0, max: 30 }), (all, n) => {
        const first = addMonths(all.from, n * all.months);
        const next = addMonths(all.from, (n + 1) * all.months);
        expect(turnOn(all, first)).toBe(whose(n, all));
        expect(turnOn(all, addDays(next, -1))).toBe(whose(n, all));
        expect(turnOn(all, next)).toBe(whose(n + 1, all));
        expect(nextTurn(all, first)).toBe(next);
        expect(nextTurn(all, addDays(next, -1))).toBe(next);
      }),
    ));

  it('nobody changes before the next turn, and then it is another', () =>
    fc.assert(
      fc.property(turns, days, (all, on) => {
        fc.pre(on >= all.from);
        const next = nextTurn(all, on);
        expect(next > on).toBe(true);
        expect(turnOn(all, addDays(next, -1))).toBe(turnOn(all, on));
        expect(turnOn(all, next)).not.toBe(turnOn(all, on));
        expect(daysBetween(on, next)).toBeLessThanOrEqual(all.months * 31);
      }),
    ));

  it('before the first day it is the first one’s turn', () =>
    fc.assert(
      fc.property(turns, fc.integer({ min: 1, max: 4000 }), (all, n) => {
        const early: Day = addDays(all.from, -n);
        expect(turnOn(all, early)).toBe(all.among[0]);
        expect(nextTurn(all, early)).toBe(all.from);
      }),
    ));
});
