import type { Change, Entry } from '../domain/change.ts';
import type { Instant } from '../domain/day.ts';
import type { PersonId } from '../domain/incident.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Store } from './ports.ts';

const HEED = 'heed' as PersonId;

/** What Heed writes down by itself. */
export const heedEntry = (
  { seq }: Ledger,
  at: Instant,
  asked: 'sweep' | 'deliver',
  rest: Partial<Pick<Entry, 'changes' | 'queued'>>,
): Entry => ({
  seq: seq + 1,
  at,
  by: HEED,
  via: 'clock',
  asked,
  changes: [],
  queued: [],
  ...rest,
});

/** Decided again on the ledger as it then stands, until nobody has written in between. */
export const write = async (
  { store, now }: { readonly store: Store; readonly now: () => Instant },
  changesOn: (ledger: Ledger) => readonly Change[],
): Promise<void> => {
  for (;;) {
    const ledger = await store.read();
    const changes = changesOn(ledger);
    if (changes.length === 0) return;
    if ((await store.append(heedEntry(ledger, now(), 'deliver', { changes }))) === 'appended')
      return;
  }
};
