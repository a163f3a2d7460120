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
   * Throws StoreAway when it cannot be reached just now; the same may be asked again later.
   */
  append(entry: Entry): Promise<'appended' | 'stale'>;
  /** Resolves when every entry up to `seq` would survive a power cut: before anyone is shown it. */
  durable(seq: number): Promise<void>;
  /** Every entry after that number, oldest first; all of them where none is given. */
  entries(after?: number): AsyncIterable<Entry>;
  /** All of them, each with the hash that vouches for it and for all before it. */
  chain(): AsyncIterable<Sealed>;
  /**
   * Takes hold of those of these keys that no other process holds, until they are let go. What a
   * process held that is gone is free after the lease. A store that has one process alone has none.
   */
  readonly claim?: (keys: readonly string[]) => Promise<Claim>;
  close(): Promise<void>;
}

/** What this process holds, while it lives and until it lets go. */
export interface Claim {
  readonly keys: ReadonlySet<string>;
  release(): Promise<void>;
}

/** What a surface keeps for itself, such as what was said there: a list that only grows. */
export interface Journal<T> {
  /** Resolves when the items would survive a power cut. Throws UnsafeStore as a store does. */
  add(items: readonly T[]): Promise<void>;
  /** All of them, oldest first, durable or about to be. */
  all(): readonly T[];
  /** What other processes have added since this was last asked, which `all` then has too. */
  fresh?(): Promise<readonly T[]>;
  close(): Promise<void>;
}

/** The store cannot keep its promise any more. Nothing may be answered after this. */
export class UnsafeStore extends Error {
  override readonly name = 'UnsafeStore';
}

/** The store cannot be reached just now. Nothing is lost, and nothing has to stop: it is asked again. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
  /** Whether what was to be written may have been. */
  readonly isUnclear: boolean;

  constructor(
    message: string,
    { cause, isUnclear = false }: { cause?: unknown; isUnclear?: boolean } = {},
  ) {
    super(message, { cause });
    this.isUnclear = isUnclear;
  }
}
