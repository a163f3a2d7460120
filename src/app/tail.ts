import type { Entry } from '../domain/change.ts';
import type { Store } from './ports.ts';

/** The last entries, for whoever follows the log: from memory where they are there, from the store otherwise. */
export interface Tail {
  readonly store: Store;
  /** Durable entries after that number, oldest first. */
  readonly after: (seq: number) => Promise<readonly Entry[]>;
}

const KEPT = 1000;

/** The same store, which remembers what was appended to it lately. */
export const tailed = (store: Store): Tail => {
  let recent: readonly Entry[] = [];
  return {
    store: {
      ...store,
      append: async (entry) => {
        const is = await store.append(entry);
        if (is === 'appended')
          recent = follows(recent, entry) ? [...recent.slice(1 - KEPT), entry] : [entry];
        return is;
      },
    },
    after: async (seq) => {
      const [first] = recent;
      const head = await store.read();
      if (head.seq <= seq) return [];
      const isWhole = first && first.seq <= seq + 1 && recent.at(-1)?.seq === head.seq;
      return isWhole
        ? recent.filter((entry) => entry.seq > seq)
        : Array.fromAsync(store.entries(seq));
    },
  };
};

/** Where others write too, there may be some between that were never seen here. */
const follows = (recent: readonly Entry[], { seq }: Entry): boolean =>
  recent.at(-1)?.seq === seq - 1;
