import { List } from 'immutable';
import { readKey } from '../key.ts';
import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import { speaksOf } from './mention.ts';

/**
 * A ledger without these records: what was to be told of them, what was, and what could be undone. Their
 * numbers stay taken, and what is known of their purge stays known.
 */
export const forget = (ledger: Ledger, refs: readonly Ref[]): Ledger => {
  const gone = new Set(refs);
  const speaks = speaksOf(refs);
  const isOfThem = (_: unknown, key: string): boolean => {
    const record = readKey(key)?.record;
    return record !== undefined && gone.has(record);
  };
  return {
    ...ledger,
    records: ledger.records.deleteAll(refs),
    outbox: ledger.outbox.filterNot(({ record }) => gone.has(record)),
    sending: ledger.sending.filterNot(isOfThem),
    told: ledger.told.deleteAll(refs),
    troubles: ledger.troubles.filterNot(speaks),
    holds: ledger.holds.deleteAll(refs),
    purges: ledger.purges.filterNot((decision) => decision.refs.some((ref) => gone.has(ref))),
    seen: ledger.seen.map((one) =>
      one.refs.some((ref) => gone.has(ref))
        ? { ...one, refs: one.refs.filter((ref) => !gone.has(ref)) }
        : one,
    ),
    // What it was before would be kept in them: the few minutes of undo end with a purge.
    recent: List(),
  };
};
