import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../src/domain/apply.ts';
import type { Change } from '../../src/domain/change.ts';
import { nextOpening, openingDue } from '../../src/domain/cycle/opening.ts';
import {
  addDays,
  type Day,
  daybreak,
  type Instant,
  instant,
  londonDay,
} from '../../src/domain/day.ts';
import type { PersonId } from '../../src/domain/incident.ts';
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import { merton } from '../support/ledger.ts';

const written = (ledger: Ledger, at: Instant, changes: readonly Change[]): Ledger =>
  changes.length === 0
    ? ledger
    : apply(ledger, {
        seq: ledger.seq + 1,
        at,
        by: 'heed' as PersonId,
        via: 'clock',
        asked: 'sweep',
        changes,
        queued: [],
      });

const at = (on: string): Instant => instant(`${on}T10:00:00Z`);
/** A log that begins with somebody's first entry on a day. */
const begun = (on: string): Ledger =>
  written(emptyLedger, at(on), [{ type: 'text-refused', field: 'what', kind: 'nhs-number' }]);

const swept = (ledger: Ledger, on: string): Ledger =>
  written(ledger, at(on), openingDue(ledger, merton, at(on)));

const entriesOf = ({ records }: Ledger): readonly (readonly [string, Day])[] =>
  [...records.values()].flatMap((record) =>
    record.is === 'cycle-entry' ? [[record.line, record.due] as const] : [],
  );

const openings = ({ records }: Ledger): Day[] =>
  [...records.values()].flatMap((record) =>
    record.is === 'cycle-entry' ? [londonDay(record.opened.at)] : [],
  );

describe('what the year has come to', () => {
  it('asks a partnership that begins in mid-year for whole months alone', () => {
    const june = begun('2026-06-10');
    expect(entriesOf(swept(june, '2026-06-11'))).toEqual([]);
    expect(entriesOf(swept(june, '2026-10-01'))).toEqual([
      ['report-draft', '2026-10-31'],
      ['contributions', '2026-11-30'],
      ['business-plan', '2027-03-31'],
    ]);
  });

  it('asks for the autumn’s contributions where Heed comes in October', () => {
    expect(entriesOf(swept(begun('2026-10-12'), '2026-10-12'))).toEqual([
      ['contributions', '2026-11-30'],
      ['business-plan', '2027-03-31'],
    ]);
  });

  it('opens what began while Heed was away, even what was due meanwhile', () => {
    const before = swept(begun('2026-08-01'), '2026-09-01');
    expect(entriesOf(swept(before, '2026-12-02')).map(([line]) => line)).toEqual([
      'bulletin',
      'contributions',
      'report-draft',
      'report-strategic',
      'bulletin',
      'partners-and-chair',
      'business-plan',
    ]);
  });

  it('opens each time once, however the sweeps fall', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 249 }), { minLength: 1, maxLength: 12 });
    const first = begun('2026-03-20');
    const last = 250;
    const daily = Array.from({ length: last + 1 }, (_, n) => n).reduce(
      (so, offset) => swept(so, addDays('2026-03-21' as Day, offset)),
      first,
    );
    fc.assert(
      fc.property(days, (offsets) => {
        const all = [...offsets.toSorted((a, b) => a - b), last];
        const end = all.reduce(
          (so, offset) => swept(so, addDays('2026-03-21' as Day, offset)),
          first,
        );
        const keys = entriesOf(end).map((one) => one.join());
        expect(new Set(keys).size).toBe(keys.length);
        // From the first sweep that opened anything on, nothing is left out.
        const since = openings(end).sort()[0] ?? '9999';
        const wanted = [...daily.records.values()].flatMap((record) =>
          record.is === 'cycle-entry' && record.from > since
            ? [`${record.line},${record.due}`]
            : [],
        );
        expect(keys).toEqual(expect.arrayContaining(wanted));
      }),
    );
  });

  it('knows when something begins next, so that a preview and a rehearsal stop there', () => {
    expect(nextOpening(begun('2026-06-10'), merton, at('2026-06-10'))).toBe(
      daybreak('2026-07-01' as Day),
    );
  });
});
