import type { Store } from '../../src/app/ports.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { type Happening, play } from '../../src/rehearsal/play.ts';
import { readScript } from '../../src/rehearsal/script.ts';
import { memoryStore } from '../../store/memory.ts';

interface Given {
  readonly store?: Store;
  readonly arrangement?: Arrangement;
}

/** Plays a script and gives back everything that was said. A bug fails the test. */
export const rehearse = async (text: string, given: Given = {}): Promise<readonly Happening[]> => {
  const script = readScript(text);
  const happened: Happening[] = [];
  await play(script, {
    arrangement: given.arrangement ?? loadArrangement(script.arrangement?.name ?? 'merton-2023'),
    store: given.store ?? memoryStore(),
    tell: (happening) => void happened.push(happening),
    onBug: (bug) => {
      throw bug;
    },
  });
  return happened;
};
