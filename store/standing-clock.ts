import { join } from 'node:path';
import { z } from 'zod';
import { Instant } from '../src/domain/day.ts';
import { CannotOpen } from './cannot-open.ts';
import { privateFolder, readIfThere, replaceFile } from './files.ts';

/** The clock of a rehearsal: it stands still until somebody moves it on. */
export interface StandingClock {
  now(): Instant;
  /** Never back. Durable before it holds. */
  moveTo(to: Instant): Promise<void>;
}

export const REHEARSAL = 'rehearsal.json';
const Mark = z.object({ now: Instant });

/** The clock of a folder that is marked as a rehearsal; undefined for a real one. */
export const standingClock = async (dir: string): Promise<StandingClock | undefined> => {
  const path = join(dir, REHEARSAL);
  const bytes = await readIfThere(path);
  if (!bytes) return undefined;
  const mark = read(bytes);
  if (!mark) throw new CannotOpen(`${path} cannot be read: delete the folder to rehearse anew.`);
  let { now } = mark;
  return {
    now: () => now,
    moveTo: async (to) => {
      if (to < now) return;
      await replaceFile(path, JSON.stringify({ now: to }));
      now = to;
    },
  };
};

/** Marks a new folder as a rehearsal that begins at a moment. */
export const markRehearsal = async (dir: string, now: Instant): Promise<void> => {
  await privateFolder(dir);
  await replaceFile(join(dir, REHEARSAL), JSON.stringify({ now }));
};

const read = (bytes: Buffer): z.infer<typeof Mark> | undefined => {
  try {
    return Mark.safeParse(JSON.parse(bytes.toString())).data;
  } catch {
    return undefined;
  }
};
