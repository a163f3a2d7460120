import type { Entry } from '../src/domain/change.ts';
import { type OpenStore, openEmbedded } from './embedded.ts';
import { memoryOpened } from './memory.ts';
import { isPostgres } from './postgres/place.ts';
import type { Ration } from './postgres/ration.ts';

/** What only a database needs to know. */
export interface Shared {
  /** HEED_PARTNERSHIP: which one's, where whoever comes in may have several. */
  readonly partnership?: string | undefined;
  /** Where others in this process have their connections from the same. */
  readonly ration?: Ration | undefined;
  /** Whether only a user is taken who can do no more than see one partnership. */
  readonly isApart?: boolean | undefined;
  /** Told of what other processes have written. */
  readonly onOthers?: ((entries: readonly Entry[]) => void) | undefined;
}

/**
 * Opens the store that is asked for: `memory`, a folder, or postgres://… The one place that picks an
 * adapter. The driver is loaded only where there is a database.
 */
export const openStore = async (
  where: string,
  key?: string,
  shared: Shared = {},
): Promise<OpenStore> => {
  if (where === 'memory') return memoryOpened();
  if (!isPostgres(where)) return openEmbedded({ dir: where, key });
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres({ address: where, key, ...shared });
};
