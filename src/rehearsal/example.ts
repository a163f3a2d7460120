import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../domain/day.ts';
import { readScript } from './script.ts';

const { steps } = readScript(readFileSync(join(import.meta.dirname, 'example.txt'), 'utf8'));

/** When the example begins: where a new rehearsal's clock stands first. */
export const exampleStart = (): Instant => {
  const [first] = steps;
  if (!first) throw new Error('the example has no steps');
  return first.at;
};

interface Stage {
  readonly passTime: (to: Instant) => Promise<void>;
  readonly say: (who: string, typed: string) => Promise<unknown>;
}

/** Plays the example into a rehearsal that has only just begun. */
export const playExample = async ({ passTime, say }: Stage): Promise<void> => {
  for (const { at, does } of steps) {
    await passTime(at);
    if (does.is === 'says') await say(does.who, does.typed);
  }
};
