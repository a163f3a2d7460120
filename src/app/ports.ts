import type { Entry } from '../domain/change.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Sealed } from '../domain/sealed.ts';

/** Where entries are kept. Every adapter passes test/store/contract.ts. */
export interface Store {
  /** The fold of all that has been appended here, durable or about to be (see `durable`). */
  read(): Promise<Ledger>;
  /**
   * Writes one entry, if nothing has been written since the ledger it was decided on.
   * Resolves `appended` only when the entry would survive a power cut; `stale` when
   * `entry.seq` is not the next number, and then nothing is written: decide again.
   * Throws UnsafeStore when it can no longer promise that; the process must then stop.
   */
  append(entry: Entry): Promise<'appended' | 'stale'>;
  /** Resolves when every entry up to `seq` would survive a power cut: before anyone is shown it. */
  durable(seq: number): Promise<void>;
  /** Every entry, oldest first. */
  entries(): AsyncIterable<Entry>;
  /** The same, each with the hash that vouches for it and for all before it. */
  chain(): AsyncIterable<Sealed>;
  close(): Promise<void>;
}

/** What a surface keeps for itself, such as what was said there: a list that only grows. */
export interface Journal<T> {
  /** Resolves when the items would survive a power cut. Throws UnsafeStore as a store does. */
  add(items: readonly T[]): Promise<void>;
  /** All of them, oldest first, durable or about to be. */
  all(): readonly T[];
  close(): Promise<void>;
}

/** The store cannot keep its promise any more. Nothing may be answered after this. */
export class UnsafeStore extends Error {
  override readonly name = 'UnsafeStore';
}
