import { type Claim, type Store, StoreAway } from './ports.ts';

/** Takes hold of these keys; where one process has the store to itself, all of them. */
export const claimOf = async (store: Store, keys: readonly string[]): Promise<Claim> => {
  if (!store.claim) return { keys: new Set(keys), release: async () => undefined };
  const { keys: taken, release } = await store.claim(keys);
  // What cannot be let go now is free after its lease.
  return { keys: taken, release: () => release().catch(unlessAway) };
};

const unlessAway = (problem: unknown): void => {
  if (!(problem instanceof StoreAway)) throw problem;
};
