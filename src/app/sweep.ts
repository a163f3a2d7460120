import { openingDue } from '../domain/cycle/opening.ts';
import { remindersDue } from '../domain/reminders.ts';
import { deliver, type Watch } from './deliver.ts';
import { heedEntry } from './write.ts';

/** Asks the ledger what has become due, writes it down, and sends what may be sent. */
export const tick = async (watch: Watch): Promise<void> => {
  await sweep(watch);
  await deliver(watch);
};

const sweep = async ({ store, arrangement, now }: Watch): Promise<void> => {
  for (;;) {
    const ledger = await store.read();
    const at = now();
    const opened = openingDue(ledger, arrangement, at);
    if (opened.length > 0) {
      await store.append(heedEntry(ledger, at, 'sweep', { changes: opened }));
      continue;
    }
    const queued = remindersDue(ledger, arrangement, at);
    if (queued.length === 0) return;
    if ((await store.append(heedEntry(ledger, at, 'sweep', { queued }))) === 'appended') return;
  }
};
