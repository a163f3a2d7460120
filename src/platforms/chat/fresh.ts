import type { Journal } from '../../app/ports.ts';

/** Takes in what was kept so far, and gives what takes in what other processes keep meanwhile. */
export const following = <T>(
  journal: Journal<T>,
  take: (kept: T) => void,
): (() => Promise<void>) => {
  for (const kept of journal.all()) take(kept);
  return async () => {
    for (const kept of (await journal.fresh?.()) ?? []) take(kept);
  };
};
