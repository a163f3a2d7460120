import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, londonInstant } from '../../src/domain/day.ts';
import type { PersonId } from '../../src/domain/incident.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { quartersUntil, type Rate, rateOf } from '../../src/domain/requests/rates.ts';
import type { Answer, InformationRequest, Part } from '../../src/domain/requests/request.ts';

const by = 'manager' as PersonId;
const at = (on: string) => londonInstant(day(on), '10:00');
const dated = (on: string) => ({ on: day(on), at: at(on), by });
const answer = (on: string, is: Answer['is'] = 'provided'): Answer => ({ is, ...dated(on) });

const TODAY = day('2026-05-20');
const quarters = quartersUntil(TODAY, 2);
const [before, current] = quarters;
if (!before || !current) throw new Error('no quarters');

const asked = (part: Partial<Part>, request: Partial<InformationRequest> = {}) => {
  const whole: Part = { asked: dated('2026-04-01'), answers: [], chased: [], ...part };
  const of: InformationRequest = {
    ...{ is: 'request', ref: 'IR-2026-1' as Ref, kind: 'data', what: 'The data set' },
    ...{ due: day('2026-05-08'), asked: dated('2026-04-01'), basis: 'S0 8.10' },
    parts: { housing: whole },
    ...request,
  };
  return { agency: 'housing', request: of, part: whole };
};

const NONE: Rate = { due: 0, inTime: 0, late: 0, silent: 0 };

describe('the quarters of two years', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-04-01'],
    ['2026-03-31', '2026-01-01', '2026-04-01'],
    ['2026-12-31', '2026-10-01', '2027-01-01'],
  ])('end with the one that %s is in', (today, from, until) => {
    const all = quartersUntil(day(today), 8);
    expect(all).toHaveLength(8);
    expect(all.at(-1)).toEqual({ from, until });
  });

  it('follow one another without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const all = quartersUntil(addDays(day('2020-01-01'), days), 8);
        for (const [index, { from }] of all.entries())
          if (index > 0) expect(all[index - 1]?.until).toBe(from);
      }),
    );
  });
});

describe('an answer counts', () => {
  it.each<[string, Partial<Part>, Partial<InformationRequest>, Partial<Rate>]>([
    ['in time on its last day', { answers: [answer('2026-05-08')] }, {}, { due: 1, inTime: 1 }],
    ['late the day after', { answers: [answer('2026-05-09')] }, {}, { due: 1, late: 1 }],
    ['not at all once it was due and none is there', {}, {}, { due: 1, silent: 1 }],
    ['for nothing while it is not due yet', {}, { due: day('2026-05-20') }, {}],
    [
      'at once where it is early',
      { answers: [answer('2026-05-01')] },
      { due: day('2026-05-29') },
      { due: 1, inTime: 1 },
    ],
    [
      'by the day the agency was given',
      { due: day('2026-05-15'), answers: [answer('2026-05-14')] },
      {},
      { due: 1, inTime: 1 },
    ],
    [
      'not as long as it is a part',
      { answers: [answer('2026-05-01', 'partial')] },
      {},
      { due: 1, silent: 1 },
    ],
    [
      'from the day it became definite',
      { answers: [answer('2026-05-01', 'partial'), answer('2026-05-11')] },
      {},
      { due: 1, late: 1 },
    ],
    [
      'a refusal as an answer',
      { answers: [answer('2026-05-01', 'refused')] },
      {},
      { due: 1, inTime: 1 },
    ],
    [
      'for a review only once it is signed off',
      { answers: [answer('2026-05-01')] },
      { review: 'RR-2026-1' as Ref },
      { due: 1, silent: 1 },
    ],
    [
      'for nothing where the request was withdrawn',
      {},
      { closed: { at: at('2026-05-12'), by, reason: 'A mistake', withdrawn: true } },
      {},
    ],
    [
      'for nothing where it was closed before its day',
      {},
      { closed: { at: at('2026-05-07'), by, reason: 'Enough', withdrawn: false } },
      {},
    ],
    [
      'as missing where it was closed after it',
      {},
      { closed: { at: at('2026-05-12'), by, reason: 'Given up', withdrawn: false } },
      { due: 1, silent: 1 },
    ],
  ])('%s', (_why, part, request, expected) => {
    expect(rateOf([asked(part, request)], current, TODAY)).toEqual({ ...NONE, ...expected });
    expect(rateOf([asked(part, request)], before, TODAY)).toEqual(NONE);
  });
});
