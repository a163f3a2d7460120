import { changesRoster, refsOf } from '../domain/recent.ts';
import type { Ref } from '../domain/reference.ts';
import type { Store } from './ports.ts';

/** The same store, which says what was changed once it is durable: cards are drawn anew then. */
export const watched = (store: Store, onChanged: (refs: readonly Ref[]) => void): Store => ({
  ...store,
  append: async (entry) => {
    const appended = await store.append(entry);
    const refs = entry.changes.some(changesRoster)
      ? [...(await store.read()).records.keys()]
      : [...new Set(entry.changes.flatMap(refsOf))];
    if (appended === 'appended' && refs.length > 0) onChanged(refs);
    return appended;
  },
});
