import type { Item, PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import { isReference, type Ref } from './reference.ts';

/** A notice's key: duty, due day, rung and post, and whose part it is where there are several. Two notices with one key are one notice. */
export const keyOf = (item: Omit<Item, 'key' | 'moment' | 'queued'>): string =>
  [item.record, item.duty, item.due, item.rung, item.to, ...(item.part ? [item.part] : [])].join(
    '/',
  );

/** What a reference or a key speaks of. */
interface Spoken {
  readonly record: Ref;
  readonly duty?: string;
  readonly to?: PostId;
  readonly part?: string;
}

/** The record, and the duty if there is one, that a reference or a key speaks of. */
export const readKey = (text: string): Spoken | undefined => {
  const [first = '', duty, , , to, part] = text.trim().split('/');
  const record = first.toUpperCase();
  if (!isReference(record)) return undefined;
  return {
    record,
    ...(duty ? { duty: duty.toLowerCase() } : {}),
    ...(to ? { to: to as PostId } : {}),
    ...(part ? { part } : {}),
  };
};

/** Whether a notice with this key waits or has been said. */
export const isClaimed = (ledger: Ledger, record: Ref, key: string): boolean =>
  ledger.outbox.has(key) || (ledger.told.get(record) ?? []).some((told) => told.key === key);
