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
        if (is === 'appended') recent = [...recent.slice(1 - KEPT), entry];
        return is;
      },
    },
    after: async (seq) => {
      const [first] = recent;
      if (first && first.seq <= seq + 1) return recent.filter((entry) => entry.seq > seq);
      const entries = await Array.fromAsync(store.entries());
      return entries.filter((entry) => entry.seq > seq);
    },
  };
};
