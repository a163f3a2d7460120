import type { Action, ActionEvent } from './action.ts';
import { type Handlers, openRecord, putRecord } from './handlers.ts';
import type { Ledger } from './ledger.ts';
import type { Quiet } from './quiet.ts';
import type { Ref } from './reference.ts';

type Written = 'action-added' | 'action-changed' | 'duty-acknowledged' | 'duty-snoozed';
/** How actions change, and what is said of a duty by whoever owes it. */
export const actionHandlers: Handlers<Written> = {
  'action-added': (ledger, { action }) => openRecord(ledger, action),
  'action-changed': (ledger, { ref, event }) => {
    const record = ledger.records.get(ref);
    if (record?.is !== 'action') throw new Error(`the log speaks of ${ref} before it was added`);
    return putRecord(ledger, changed(record, event));
  },
  'duty-acknowledged': (ledger, { ref, duty, due }, { at, by }) =>
    quieted(ledger, ref, duty, { due, acknowledged: { at, by } }),
  'duty-snoozed': (ledger, { ref, duty, due, until, reason }, { at, by }) =>
    quieted(ledger, ref, duty, { due, snoozed: { at, by, until, reason } }),
};

/** What one owner said of it is not the next one's word, and what is open anew was never in hand. */
const FORGETS: ReadonlySet<ActionEvent['is']> = new Set(['reassigned', 'reopened']);

const changed = (action: Action, event: ActionEvent): Action => ({
  ...action,
  ...(FORGETS.has(event.is) && action.quiet ? { quiet: {} } : {}),
  ...dueAfter(event),
  ...(event.is === 'reassigned' ? { owner: event.to } : {}),
  events: [...(action.events ?? []), event],
});

const dueAfter = (event: ActionEvent): Partial<Pick<Action, 'due'>> =>
  (event.is === 'extended' || event.is === 'reopened') && event.to ? { due: event.to } : {};

/** What was said of another day is forgotten. */
const quieted = (ledger: Ledger, ref: Ref, duty: string, said: Quiet): Ledger => {
  const record = ledger.records.get(ref);
  if (!record) return ledger;
  const before = record.quiet?.[duty];
  const quiet = before?.due === said.due ? { ...before, ...said } : said;
  return putRecord(ledger, { ...record, quiet: { ...record.quiet, [duty]: quiet } });
};
