import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { apply } from '../../src/domain/apply.ts';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import { openingDue } from '../../src/domain/cycle/opening.ts';
import {
  addDays,
  type Instant,
  instant,
  londonDay,
  londonInstant,
  londonTime,
} from '../../src/domain/day.ts';
import type { PersonId } from '../../src/domain/incident.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { nextReminder, remindersDue } from '../../src/domain/reminders.ts';
import { asking, merton } from '../support/ledger.ts';

const queue = (ledger: Ledger, at: Instant): readonly [Ledger, readonly Item[]] => {
  const queued = remindersDue(ledger, merton, at);
  const signed = { seq: ledger.seq + 1, at, by: 'heed' as PersonId, via: 'clock', asked: 'sweep' };
  return [apply(ledger, { ...signed, changes: [], queued }), queued];
};

const say = ({ rung, to }: Item): string => `${rung} ${to}`;
const logged = (who: string, at = '2026-03-30 09:00') =>
  asking(
    `${at} @${who} /incident log harm=died abuse=not-suspected looked-after=yes aware=2026-03-30`,
  ).ledger;

describe('the ladder of a duty due on Wednesday 8 April', () => {
  it.each([
    ['2026-04-02', '09:00', ['-2 WD notifier']],
    ['2026-04-02', '08:59', []],
    ['2026-04-03', '09:00', ['-2 WD notifier']],
    ['2026-04-07', '09:00', ['-2 WD notifier', '-1 WD notifier']],
    ['2026-04-09', '09:00', ['-2 WD', '-1 WD', '0 WD', '+1 WD'].map((rung) => `${rung} notifier`)],
  ] as const)('has reached by %s %s, for its owner: %j', (on, time, expected) => {
    const due = remindersDue(
      logged('manager'),
      merton,
      londonInstant(addDays(on as never, 0), time),
    );
    expect(due.map(say).filter((line) => line.endsWith(' notifier'))).toEqual(expected);
  });

  it('goes to the owner, the deputy and the manager, and then to the three statutory partners', () => {
    const due = remindersDue(logged('notifier'), merton, instant('2026-04-10T08:00:00Z'));
    const of = (rung: string) => due.filter((item) => item.rung === rung).map(({ to }) => to);
    expect(of('+1 WD')).toEqual(['notifier', 'notifier-deputy', 'manager']);
    expect(of('+2 WD')).toEqual(['council-lead', 'health-lead', 'police-lead']);
  });
});

describe('a duty that is logged after rungs have passed', () => {
  it('brings its owner the last of them only', () => {
    const due = remindersDue(
      logged('manager', '2026-04-08 10:00'),
      merton,
      '2026-04-08T09:10:00.000Z' as Instant,
    );
    expect(due.map(say)).toEqual(['0 WD notifier']);
  });

  it('brings nothing to the person who has just logged it', () => {
    const due = remindersDue(
      logged('notifier', '2026-04-08 10:00'),
      merton,
      '2026-04-08T09:01:00.000Z' as Instant,
    );
    expect(due).toEqual([]);
  });
});

const minutes = fc.integer({ min: 0, max: 20 * 24 * 60 });
const START = Date.parse('2026-03-30T08:00:00.000Z');

test('however often and however late Heed looks, every rung is queued exactly once', () => {
  fc.assert(
    fc.property(fc.array(minutes, { maxLength: 40 }), (looks) => {
      const moments = [...looks, 20 * 24 * 60].sort((a, b) => a - b);
      let ledger = logged('notifier');
      const keys: string[] = [];
      for (const minute of moments) {
        const [next, queued] = queue(ledger, instant(START + minute * 60_000));
        ledger = next;
        keys.push(...queued.map(({ key }) => key));
      }
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toHaveLength(9);
    }),
    { numRuns: 60 },
  );
});

const settle = (ledger: Ledger, at: Instant): Ledger => {
  const settlements = [...ledger.outbox.keys()].map((key) => ({ key, is: 'sent' as const }));
  const signed = {
    seq: ledger.seq + 1,
    at,
    by: 'heed' as PersonId,
    via: 'clock',
    asked: 'deliver',
  };
  return apply(ledger, { ...signed, changes: [{ type: 'settled', settlements }], queued: [] });
};

test('once all is said, nothing becomes due before the moment that is foretold, and then it does', () => {
  fc.assert(
    fc.property(minutes, fc.double({ min: 0, max: 0.999, noNaN: true }), (minute, part) => {
      const now = instant(START + minute * 60_000);
      const ledger = settle(queue(logged('notifier'), now)[0], now);
      const next = nextReminder(ledger, merton, now);
      const until = Date.parse(next ?? '2027-01-01T00:00:00.000Z');
      const between = instant(Date.parse(now) + part * (until - Date.parse(now) - 1));
      expect(remindersDue(ledger, merton, between)).toEqual([]);
      if (next)
        expect([
          ...remindersDue(ledger, merton, next),
          ...openingDue(ledger, merton, next),
        ]).not.toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('every rung is reached at 09:00 London on a working day, through both clock changes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (after) => {
      const aware = addDays('2026-01-01' as never, after);
      const at = `${aware} 08:00`;
      const line = `${at} @notifier /incident log harm=died abuse=known aware=${aware}`;
      const { ledger } = asking(line);
      const due = remindersDue(ledger, merton, londonInstant(addDays(aware, 40), '12:00'));
      expect(due).toHaveLength(18);
      for (const { moment } of due) {
        expect(londonTime(moment)).toBe('09:00');
        expect(isWorkingDay(merton.calendar, londonDay(moment))).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
