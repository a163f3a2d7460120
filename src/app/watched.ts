import type { Change, Entry } from '../domain/change.ts';
import { readKey } from '../domain/key.ts';
import { changesRoster, refsOf } from '../domain/recent.ts';
import type { Ref } from '../domain/reference.ts';
import type { Store } from './ports.ts';

/** The same store, which says what was changed once it is durable: cards are drawn anew then. */
export const watched = (store: Store, onChanged: (refs: readonly Ref[]) => void): Store => ({
  ...store,
  append: async (entry) => {
    const appended = await store.append(entry);
    if (appended !== 'appended') return appended;
    const refs = await changedBy([entry], store);
    if (refs.length > 0) onChanged(refs);
    return appended;
  },
});

/** The records that read differently after these entries: all of them, where it is the roster. */
export const changedBy = async (
  entries: readonly Entry[],
  store: Pick<Store, 'read'>,
): Promise<readonly Ref[]> => {
  const changes = entries.flatMap((entry) => entry.changes);
  return changes.some(changesRoster)
    ? [...(await store.read()).records.keys()]
    : [...new Set(changes.flatMap((change) => [...refsOf(change), ...saidOf(change)]))];
};

/** A card says whom its question has reached. */
const saidOf = (change: Change): readonly Ref[] =>
  change.type === 'settled'
    ? change.settlements.flatMap(({ key }) => readKey(key)?.record ?? [])
    : [];
