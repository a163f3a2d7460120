import { randomUUID } from 'node:crypto';
import { link, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotOpen } from './cannot-open.ts';
import { codeOf, readIfThere, writeSafely } from './files.ts';
import { fateOf, Holder, thisProcess } from './holder.ts';

export interface Lock {
  /** Gives the folder up, if it is still ours. */
  release(): Promise<void>;
}

const NAME = /^lock\.(\d+)$/;
const ATTEMPTS = 10;

/**
 * One process per folder. A lock is never taken away from its place: it is outbid by the next
 * number, which only one can create, and the dead one is swept away by whoever did. Each looks
 * around again once its own lock is there, so of two that overlap at least one sees the other.
 */
export const takeLock = async (dir: string): Promise<Lock> => {
  const me = await thisProcess();
  const text = JSON.stringify({ ...me, token: randomUUID() });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const number = await refuseIfHeld(dir, me);
    const mine = `lock.${number + 1}`;
    if (await create(dir, mine, text)) return settle(dir, mine, me, text);
  }
  throw new CannotOpen(`Another Heed is just starting on ${dir}: stop one of the two.`);
};

/** The highest number there is, none of them held by anybody alive. */
const refuseIfHeld = async (dir: string, me: Holder, mine?: string): Promise<number> => {
  const names = (await readdir(dir)).filter((name) => NAME.test(name) && name !== mine);
  for (const name of names) await refuseUnlessDead(dir, join(dir, name), me);
  return Math.max(0, ...names.map((name) => Number(NAME.exec(name)?.[1])));
};

const refuseUnlessDead = async (dir: string, path: string, me: Holder): Promise<void> => {
  const text = await readIfThere(path);
  if (text === undefined) return;
  const holder = parse(text.toString());
  if (!holder)
    throw new CannotOpen(
      `${path} cannot be read: make sure that no Heed is running on this folder, then delete that file.`,
    );
  const fate = await fateOf(holder, me);
  if (fate === 'alive')
    throw new CannotOpen(
      `Another Heed (process ${holder.pid}) is running on ${dir}: stop it, or give this one a folder of its own.`,
    );
  if (fate === 'unknown')
    throw new CannotOpen(
      `A Heed in another container (process ${holder.pid} there) holds ${dir}: make sure that it has stopped, then delete ${path}.`,
    );
};

const parse = (text: string): Holder | undefined => {
  try {
    return Holder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Whole from its first moment: it is written elsewhere, and only then given its name. */
const create = async (dir: string, name: string, text: string): Promise<boolean> => {
  const draft = join(dir, `lock.new-${randomUUID()}`);
  try {
    await writeSafely(draft, text);
    await link(draft, join(dir, name));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

const settle = async (dir: string, mine: string, me: Holder, text: string): Promise<Lock> => {
  const path = join(dir, mine);
  try {
    await refuseIfHeld(dir, me, mine);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  await sweep(dir, mine);
  return { release: () => giveUp(path, text) };
};

/** Locks of the dead, and drafts that a crash or a race has left. */
const sweep = async (dir: string, mine: string): Promise<void> => {
  const names = (await readdir(dir)).filter((name) => name.startsWith('lock.') && name !== mine);
  await Promise.all(names.map((name) => rm(join(dir, name), { force: true })));
};

const giveUp = async (path: string, text: string): Promise<void> => {
  if ((await readIfThere(path))?.toString() === text) await rm(path, { force: true });
};
