import type { Person } from '../domain/arrangement.ts';
import type { Entry } from '../domain/change.ts';
import type { Instant } from '../domain/day.ts';
import type { PersonId } from '../domain/incident.ts';
import type { Item, Settlement } from '../domain/item.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type Delivery, readyToSend } from '../domain/outbox.ts';
import { remindersDue } from '../domain/reminders.ts';
import type { House } from './dispatch.ts';
import type { Message } from './message.ts';
import { noticeMessage } from './notice/notice.ts';
import type { Store } from './ports.ts';

/** Brings a message to a person. `failed` stays in the outbox and is tried again. */
export interface Courier {
  send(person: Person, message: Message): Promise<'sent' | 'failed' | 'undeliverable'>;
}

export interface Watch extends House {
  readonly courier: Courier;
  /** When this process began to look. */
  readonly startedAt: Instant;
}

const HEED = 'heed' as PersonId;

/** Asks the ledger what has become due, writes it down, and sends what may be sent. */
export const tick = async (watch: Watch): Promise<void> => {
  await sweep(watch);
  await deliver(watch);
};

const sweep = async ({ store, arrangement, now }: Watch): Promise<void> => {
  for (;;) {
    const ledger = await store.read();
    const at = now();
    const queued = remindersDue(ledger, arrangement, at);
    if (queued.length === 0) return;
    if ((await store.append(entry(ledger, at, 'sweep', { queued }))) === 'appended') return;
  }
};

/**
 * One message after another, each looked at once more at the moment of sending. It is settled only
 * after it was sent: a crash in between may say a thing twice, never lose it.
 */
export const deliver = async (watch: Watch): Promise<void> => {
  const tried = new Set<PersonId>();
  for (;;) {
    const ledger = await durableLedger(watch.store);
    if (ledger.outbox.isEmpty()) return;
    const { deliveries, settled } = readyToSend(ledger, watch.arrangement, watch.now());
    const next = deliveries.find(({ person }) => !tried.has(person.id));
    if (next) tried.add(next.person.id);
    await settle(watch, [...settled, ...(next ? await send(watch, ledger, next) : [])]);
    if (!next) return;
  }
};

/** The ledger as it stands with all of it safe: nothing may be sent on what a crash would undo. */
const durableLedger = async (store: Store): Promise<Ledger> => {
  for (;;) {
    const ledger = await store.read();
    await store.durable(ledger.seq);
    if ((await store.read()).seq === ledger.seq) return ledger;
  }
};

const send = async (
  watch: Watch,
  ledger: Ledger,
  { person, owed }: Delivery,
): Promise<readonly Settlement[]> => {
  const { arrangement, courier, startedAt } = watch;
  const moment = { ledger, arrangement, now: watch.now(), startedAt };
  const message = noticeMessage({ person, owed }, moment);
  const is = await courier.send(person, message).catch((bug: unknown) => {
    watch.onBug(bug);
    return 'failed' as const;
  });
  return is === 'failed' ? [] : owed.map(({ item: { key } }) => ({ key, is, person: person.id }));
};

const settle = async (watch: Watch, settlements: readonly Settlement[]): Promise<void> => {
  if (settlements.length === 0) return;
  for (;;) {
    const ledger = await watch.store.read();
    const changes = [{ type: 'settled', settlements } as const];
    const written = entry(ledger, watch.now(), 'deliver', { changes });
    if ((await watch.store.append(written)) === 'appended') return;
  }
};

const entry = (
  ledger: Ledger,
  at: Instant,
  asked: string,
  rest: { readonly changes?: Entry['changes']; readonly queued?: readonly Item[] },
): Entry => ({
  seq: ledger.seq + 1,
  at,
  by: HEED,
  via: 'clock',
  asked,
  changes: [],
  queued: [],
  ...rest,
});
