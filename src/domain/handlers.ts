import type { Change, Entry, HeedRecord } from './change.ts';
import type { Ledger } from './ledger.ts';
import { seriesNumber } from './reference.ts';

/** How each of these changes is applied to a ledger. */
export type Handlers<T extends Change['type']> = {
  readonly [K in T]: (ledger: Ledger, change: Extract<Change, { type: K }>, entry: Entry) => Ledger;
};

export const putRecord = (ledger: Ledger, record: HeedRecord): Ledger => ({
  ...ledger,
  records: ledger.records.set(record.ref, record),
});

/** A new record, and the number it took. */
export const openRecord = (ledger: Ledger, record: HeedRecord): Ledger => ({
  ...putRecord(ledger, record),
  numbers: ledger.numbers.set(...seriesNumber(record.ref)),
});
