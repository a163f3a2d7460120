import { apply } from '../domain/apply.ts';
import type { Change } from '../domain/change.ts';
import { sayNear } from '../domain/day.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type Move, movedDuties } from '../domain/moved.ts';
import type { Situation } from './command.ts';
import { visibleRecord } from './visible.ts';

/** The ledger as it will be once these changes are written, and the duties they move. */
export const foresee = (
  { ledger, arrangement, now, actor }: Situation,
  changes: readonly Change[],
): { readonly ledger: Ledger; readonly moves: readonly Move[] } => {
  const signed = { seq: ledger.seq + 1, at: now, by: actor.id, via: '', asked: '', queued: [] };
  const entry = { ...signed, changes };
  const after = apply(ledger, entry);
  return { ledger: after, moves: movedDuties(ledger, after, arrangement, entry) };
};

/** The same situation once these changes are written: what a reply shows. */
export const afterChanges = (situation: Situation, changes: readonly Change[]): Situation => ({
  ...situation,
  ledger: foresee(situation, changes).ledger,
});

/** "SI-2026-1, notify the Panel: from Wed 8 Apr to Fri 10 Apr", for those the person may see. */
export const sayMoves = (moves: readonly Move[], situation: Situation): readonly string[] =>
  moves
    .filter(({ is }) => visibleRecord(situation, is.record))
    .map(({ was, is }) => {
      const day = (of: typeof is) => sayNear(of.due, situation.today);
      return `${is.record}, ${is.rule.todo}: from ${day(was)} to ${day(is)}`;
    });
