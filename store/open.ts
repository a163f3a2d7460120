import { type OpenStore, openEmbedded } from './embedded.ts';
import { memoryStore } from './memory.ts';

/** Opens the store that is asked for: `memory`, or a folder. The one place that picks an adapter. */
export const openStore = async (where: string, key?: string): Promise<OpenStore> =>
  where === 'memory' ? { ...memoryStore(), notes: [] } : openEmbedded({ dir: where, key });
