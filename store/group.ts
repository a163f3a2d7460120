import { UnsafeStore } from '../src/app/ports.ts';
import { codeOf } from './files.ts';
import { isFull } from './full.ts';

/** Group commit: whatever comes while one batch is being written goes into the next. */
export interface Group<T> {
  /** Resolves when the item is committed. */
  add(item: T): Promise<void>;
  /** Throws UnsafeStore once a commit has failed, or the group has been stopped. */
  check(): void;
  /** Takes nothing more, and says whether all that was added is committed. */
  stop(): Promise<boolean>;
}

interface Batch<T> {
  readonly items: T[];
  readonly done: PromiseWithResolvers<void>;
}

const CLOSED = new UnsafeStore('The store is closed: start Heed again to go on.');

export const groupCommit = <T>(commit: (items: readonly T[]) => Promise<void>): Group<T> => {
  let waiting: Batch<T> | undefined;
  let running: Promise<void> | undefined;
  let unsafe: UnsafeStore | undefined;

  const check = (): void => {
    if (unsafe) throw unsafe;
  };
  const run = async (): Promise<void> => {
    // All that is asked in this same turn shares the first batch.
    await undefined;
    while (waiting) {
      const batch = waiting;
      waiting = undefined;
      await commit(batch.items).then(batch.done.resolve, (error) => fail(batch, error));
    }
    running = undefined;
  };
  const fail = (batch: Batch<T>, error: unknown): void => {
    unsafe = failed(error);
    batch.done.reject(unsafe);
    waiting?.done.reject(unsafe);
    waiting = undefined;
  };

  return {
    check,
    add: (item) => {
      waiting ??= newBatch();
      waiting.items.push(item);
      running ??= run();
      return waiting.done.promise;
    },
    stop: async () => {
      unsafe ??= CLOSED;
      await running;
      return unsafe === CLOSED;
    },
  };
};

const newBatch = <T>(): Batch<T> => {
  const done = Promise.withResolvers<void>();
  // Whoever asked is told; where nobody waits, that is no reason to crash.
  done.promise.catch(() => undefined);
  return { items: [], done };
};

const failed = (cause: unknown): UnsafeStore =>
  new UnsafeStore(
    `The log could not be written (${codeOf(cause)}), so nothing more can be promised${isFull(cause) ? '. The disk is full: make room on it' : ': see to the disk'}, then start Heed again.`,
    { cause },
  );
