import type { Action, ActionEvent } from './action.ts';
import type { Change, Entry, HeedRecord } from './change.ts';
import type { Ledger } from './ledger.ts';
import type { Quiet } from './quiet.ts';
import { type Ref, seriesNumber } from './reference.ts';

type Written = 'action-added' | 'action-changed' | 'duty-acknowledged' | 'duty-snoozed';
type Handlers = {
  readonly [K in Written]: (
    ledger: Ledger,
    change: Extract<Change, { type: K }>,
    entry: Entry,
  ) => Ledger;
};

/** How actions change, and what is said of a duty by whoever owes it. */
export const actionHandlers: Handlers = {
  'action-added': (ledger, { action }) => {
    const [counter, number] = seriesNumber(action.ref);
    return { ...put(ledger, action), numbers: ledger.numbers.set(counter, number) };
  },
  'action-changed': (ledger, { ref, event }) => {
    const record = ledger.records.get(ref);
    if (record?.is !== 'action') throw new Error(`the log speaks of ${ref} before it was added`);
    return put(ledger, changed(record, event));
  },
  'duty-acknowledged': (ledger, { ref, duty, due }, { at, by }) =>
    quieted(ledger, ref, duty, { due, acknowledged: { at, by } }),
  'duty-snoozed': (ledger, { ref, duty, due, until, reason }, { at, by }) =>
    quieted(ledger, ref, duty, { due, snoozed: { at, by, until, reason } }),
};

const put = (ledger: Ledger, record: HeedRecord): Ledger => ({
  ...ledger,
  records: ledger.records.set(record.ref, record),
});

const changed = (action: Action, event: ActionEvent): Action => ({
  ...action,
  ...(event.is === 'extended' ? { due: event.to } : {}),
  ...(event.is === 'reassigned' ? { owner: event.to } : {}),
  events: [...(action.events ?? []), event],
});

/** What was said of another day is forgotten. */
const quieted = (ledger: Ledger, ref: Ref, duty: string, said: Quiet): Ledger => {
  const record = ledger.records.get(ref);
  if (!record) return ledger;
  const before = record.quiet?.[duty];
  const quiet = before?.due === said.due ? { ...before, ...said } : said;
  return put(ledger, { ...record, quiet: { ...record.quiet, [duty]: quiet } });
};
