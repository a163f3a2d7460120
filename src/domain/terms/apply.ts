import { type Handlers, openRecord, putRecord } from '../handlers.ts';
import { dated } from '../signed.ts';

/** How the term of a post changes. */
export const termHandlers: Handlers<'term-set' | 'term-over'> = {
  'term-set': (ledger, { term }) => openRecord(ledger, term),
  'term-over': (ledger, { ref, on }, entry) => {
    const record = ledger.records.get(ref);
    if (record?.is !== 'term') throw new Error(`the log speaks of ${ref} before it was set`);
    return putRecord(ledger, { ...record, over: dated(on, entry) });
  },
};
