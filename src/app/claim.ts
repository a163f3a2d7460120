import { type Claim, type Store, StoreAway } from './ports.ts';

/** Takes hold of these keys; where one process has the store to itself, all of them. */
export const claimOf = async (store: Store, keys: readonly string[]): Promise<Claim> => {
  if (!store.claim) return { keys: new Set(keys), release: async () => undefined };
  const { keys: taken, release } = await store.claim(keys);
  // What cannot be let go now is free after its lease.
  return { keys: taken, release: () => release().catch(unlessAway) };
};

/** Does it, unless another process is doing the same just now. */
export const alone = async (
  store: Store,
  what: string,
  work: () => Promise<void>,
): Promise<void> => {
  const held = await claimOf(store, [what]);
  try {
    if (held.keys.has(what)) await work();
  } finally {
    await held.release();
  }
};

/** For what may wait until the store is back. */
export const unlessAway = (problem: unknown): void => {
  if (!(problem instanceof StoreAway)) throw problem;
};
