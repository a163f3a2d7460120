import fc from 'fast-check';
import { Map as Persistent } from 'immutable';
import { describe, expect, it } from 'vitest';
import { loadArrangement, shippedArrangements } from '../../src/arrangements/load.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import type { HeedRecord } from '../../src/domain/change.ts';
import { addDays, day, londonInstant } from '../../src/domain/day.ts';
import {
  bodyOf,
  emptyTwice,
  quorumAt,
  seatsOf,
  unrepresented,
} from '../../src/domain/meetings/attendance.ts';
import { ATTENDED, type Attended, type Meeting } from '../../src/domain/meetings/meeting.ts';
import type { Ref } from '../../src/domain/reference.ts';
import type { PersonId } from '../../src/domain/signed.ts';

const by = 'manager' as PersonId;
const FIRST = day('2026-01-07');

const met = (
  nth: number,
  seats: Readonly<Record<string, Attended>>,
  more: Partial<Meeting> = {},
): Meeting => {
  const on = addDays(FIRST, nth * 28);
  const at = londonInstant(on, '10:00');
  return {
    is: 'meeting',
    ref: `MT-2026-${nth + 1}` as Ref,
    body: 'partnership',
    on,
    scheduled: { on, at, by },
    attendance: Object.fromEntries(
      Object.entries(seats).map(([seat, is]) => [seat, { is, at, by }]),
    ),
    ...{ moves: [], sent: {}, letters: {}, reviewed: {} },
    ...more,
  };
};

const ledger = (meetings: readonly Meeting[]) => ({
  records: Persistent<Ref, HeedRecord>(meetings.map((meeting) => [meeting.ref, meeting])),
});

const last = (...meetings: readonly Meeting[]): readonly string[] => {
  const meeting = meetings.at(-1);
  return meeting ? emptyTwice(meeting, ledger(meetings)) : [];
};

describe('two absences in a row (S0 6.10)', () => {
  it.each<[string, readonly Meeting[], readonly string[]]>([
    [
      'are two meetings with nobody there',
      [met(0, { probation: 'absent' }), met(1, { probation: 'apologies' })],
      ['probation'],
    ],
    ['are not one alone', [met(0, { probation: 'absent' })], []],
    [
      'are broken by the member',
      [
        met(0, { probation: 'absent' }),
        met(1, { probation: 'member' }),
        met(2, { probation: 'absent' }),
      ],
      [],
    ],
    [
      'are broken by a deputy, who has the same authority',
      [
        met(0, { probation: 'absent' }),
        met(1, { probation: 'deputy' }),
        met(2, { probation: 'absent' }),
      ],
      [],
    ],
    [
      'pass over a meeting that was cancelled',
      [
        met(0, { probation: 'absent' }),
        met(
          1,
          { probation: 'member' },
          { cancelled: { at: londonInstant(FIRST, '09:00'), by, reason: 'Snow' } },
        ),
        met(2, { probation: 'absent' }),
      ],
      ['probation'],
    ],
    [
      'pass over a meeting of another body',
      [
        met(0, { probation: 'absent' }),
        met(1, { probation: 'member' }, { body: 'executive' }),
        met(2, { probation: 'absent' }),
      ],
      ['probation'],
    ],
    [
      'pass over a meeting at which the seat was not recorded',
      [
        met(0, { probation: 'absent' }),
        met(1, { housing: 'member' }),
        met(2, { probation: 'absent' }),
      ],
      ['probation'],
    ],
    [
      'are each seat its own',
      [
        met(0, { probation: 'absent', housing: 'member' }),
        met(1, { probation: 'member', housing: 'absent' }),
      ],
      [],
    ],
  ])('%s', (_, meetings, expected) => expect(last(...meetings)).toEqual(expected));
});

describe.each(shippedArrangements())('over %s', (name) => {
  const arrangement = loadArrangement(name);
  const bodies = arrangement.bodies.filter((body) => seatsOf(body).length > 0);

  const history = fc.constantFrom(...bodies).chain((body) =>
    fc
      .array(fc.dictionary(fc.constantFrom(...seatsOf(body)), fc.constantFrom(...ATTENDED)), {
        minLength: 1,
        maxLength: 8,
      })
      .map((all) => all.map((seats, nth) => met(nth, seats, { body: body.id }))),
  );

  it('finds whoever was missing twice, whichever meeting was written down first', () => {
    fc.assert(
      fc.property(history, (meetings) => {
        const wasEmpty = new Map<string, boolean>();
        for (const meeting of meetings) {
          const expected = Object.entries(meeting.attendance).flatMap(([seat, { is }]) => {
            const isEmpty = is === 'absent' || is === 'apologies';
            const twice = isEmpty && wasEmpty.get(seat) === true;
            wasEmpty.set(seat, isEmpty);
            return twice ? [seat] : [];
          });
          const found = emptyTwice(meeting, ledger(meetings.toReversed()));
          expect([...found].sort()).toEqual(expected.sort());
        }
      }),
    );
  });

  it('is quorate as its rule says of those who are there', () => {
    fc.assert(
      fc.property(history, (meetings) => {
        for (const meeting of meetings)
          expect(quorumAt(meeting, arrangement)?.is).toBe(byItsRule(meeting, arrangement));
      }),
    );
  });

  it('has letters to statutory partners alone, and of the Partnership alone', () => {
    fc.assert(
      fc.property(history, (meetings) => {
        for (const meeting of meetings) {
          const away = unrepresented(meeting, arrangement);
          expect(away.filter((seat) => !arrangement.statutory.includes(seat))).toEqual([]);
          expect(away.filter((seat) => thereIn(meeting).includes(seat))).toEqual([]);
          expect(away.length === 0 || meeting.body === arrangement.partnershipBody).toBe(true);
        }
      }),
    );
  });
});

const thereIn = ({ attendance }: Meeting): readonly string[] =>
  Object.entries(attendance).flatMap(([seat, { is }]) =>
    is === 'member' || is === 'deputy' ? [seat] : [],
  );

/** Counted by hand: how many of the seats that the rule names were filled. */
const byItsRule = (meeting: Meeting, arrangement: Arrangement): string | undefined => {
  if (Object.keys(meeting.attendance).length === 0) return undefined;
  const rule = bodyOf(arrangement, meeting)?.quorum;
  if (!rule) return 'unruled';
  const there = thereIn(meeting);
  return rule.of.filter((seat) => there.includes(seat)).length < rule.n ? 'inquorate' : 'quorate';
};
