import fc from 'fast-check';
import type { Entry } from '../../src/domain/change.ts';
import { laterEntries, logged } from '../support/entries.ts';

const typed = fc.string({ unit: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(',\t')) });

/** Entries that may really follow one another from the first on, with whatever people type in them. */
export const stories: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(typed, fc.array(fc.tuple(fc.constantFrom(...laterEntries), typed), { maxLength: 12 }))
  .map(([text, later]) => [
    logged(1, text),
    ...later.map(([make, words], index) => make(index + 2, words)),
  ]);
