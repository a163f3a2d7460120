import type { z } from 'zod';
import type { Handlers } from '../handlers.ts';
import type { KEEPING_CHANGES } from './change.ts';

type Written = z.infer<(typeof KEEPING_CHANGES)[number]>['type'];

/** How what is said of a record's keeping is applied. What goes with `purged` is forgotten in `forget.ts`. */
export const keepingHandlers: Handlers<Written> = {
  held: (ledger, { ref, reason, where }, { at, by }) => ({
    ...ledger,
    holds: ledger.holds.set(ref, { reason, ...(where === undefined ? {} : { where }), at, by }),
  }),
  'hold-lifted': (ledger, { ref }) => ({ ...ledger, holds: ledger.holds.delete(ref) }),
  'purge-decided': (ledger, { ref, refs }, { seq, at, by }) => ({
    ...ledger,
    purges: ledger.purges.set(ref, { ref, refs, seq, at, by }),
  }),
  'purge-dropped': (ledger, { ref }) => ({ ...ledger, purges: ledger.purges.delete(ref) }),
  purged: (ledger, { refs, decisions }, { seq, at }) => ({
    ...ledger,
    purged: ledger.purged.withMutations((purged) => {
      for (const ref of refs) purged.set(ref, { seq, at, decisions });
    }),
  }),
  'counts-kept': (ledger, { numbers, codes, sentAgain }) => ({
    ...ledger,
    numbers: ledger.numbers.merge(numbers.map(([counter, last]) => [counter, last] as const)),
    codes,
    sentAgain,
  }),
};
