import type { Journal, Store } from '../src/app/ports.ts';
import { apply } from '../src/domain/apply.ts';
import type { Entry } from '../src/domain/change.ts';
import { emptyLedger } from '../src/domain/ledger.ts';
import { canonical, chained, GENESIS } from './chain.ts';
import type { OpenStore } from './embedded.ts';
import { notYet, readable } from './entry.ts';
import { entryOf, START } from './walk.ts';

/** A list that is gone with them. */
const memoryJournal = <T>(): Journal<T> => {
  const kept: T[] = [];
  return {
    all: () => kept,
    add: async (items) => void kept.push(...items),
    close: async () => undefined,
  };
};

/** For rehearsals and tests: everything is gone when the process ends. */
export const memoryStore = (): Store => {
  const kept: Entry[] = [];
  let head = emptyLedger;
  return {
    read: async () => head,
    append: async (given) => {
      if (given.seq !== head.seq + 1) return 'stale';
      const entry = readable(given);
      head = apply(head, entry);
      kept.push(entry);
      return 'appended';
    },
    durable: async (seq) => {
      if (seq > head.seq) throw notYet(seq);
    },
    async *entries(after = 0) {
      yield* kept.slice(after);
    },
    async *chain() {
      let hash = GENESIS;
      for (const entry of kept.slice()) {
        hash = chained(hash, canonical(entry));
        yield { entry, hash };
      }
    },
    close: async () => undefined,
  };
};

/** The same as a store that was opened. */
export const memoryOpened = (): OpenStore => {
  const store = memoryStore();
  return {
    ...store,
    notes: [],
    journal: async () => memoryJournal(),
    async *links() {
      for await (const { entry, hash } of store.chain())
        yield { seq: entry.seq, hash, text: canonical(entry) };
    },
    adopt: ({ seq, text }) => store.append(entryOf({ ...START, seq, text })),
  };
};
