import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { Journal } from '../src/app/ports.ts';
import { CannotOpen } from './cannot-open.ts';
import { writeAll } from './commit.ts';
import { PRIVATE_FILE, readIfThere, syncFolder } from './files.ts';
import { frame, frames, isTorn } from './frame.ts';
import { groupCommit } from './group.ts';
import { envelope, parseKey } from './seal.ts';
import { cutTail } from './tail.ts';

interface Place<T> {
  /** A file in a folder whose lock is held. */
  readonly path: string;
  readonly key?: string | undefined;
  readonly item: z.ZodType<T>;
  /** Told of what was cut off. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/**
 * A list beside the log, in the same kind of lines, sealed with the same key. Throws CannotOpen where more is
 * amiss than a write that was interrupted, and changes nothing then.
 */
export const openJournal = async <T>({
  path,
  key,
  item,
  onNote,
}: Place<T>): Promise<Journal<T>> => {
  const { wrap, unwrap } = envelope('journal', key === undefined ? undefined : parseKey(key));
  const bytes = (await readIfThere(path)) ?? Buffer.alloc(0);
  const whole = [...frames(bytes)];
  const kept = whole.flatMap(({ payload }) => readItems(path, unwrap(payload), item));
  const end = whole.at(-1)?.end ?? 0;
  if (!isTorn(bytes, end)) throw damaged(path, end);
  for (const note of await cutTail(path, bytes, end)) onNote?.(note);
  const file = await open(path, 'a', PRIVATE_FILE);
  await file.sync();
  await syncFolder(dirname(path));
  const group = groupCommit<T>(async (batch) => {
    await writeAll(file, frame(wrap(JSON.stringify({ items: batch }))));
    await file.datasync();
  });
  return {
    all: () => kept,
    add: async (items) => {
      group.check();
      kept.push(...items);
      await Promise.all(items.map((one) => group.add(one)));
    },
    close: async () => {
      await group.stop();
      await file.close();
    },
  };
};

const damaged = (path: string, at: number): CannotOpen =>
  new CannotOpen(
    `${path} is damaged at byte ${at}: it cannot be read, and more follows it. Nothing was changed: restore the folder from a backup.`,
  );

const readItems = <T>(path: string, text: string, item: z.ZodType<T>): readonly T[] => {
  const { items } = JSON.parse(text) as { readonly items: readonly unknown[] };
  return items.map((one) => {
    const read = item.safeParse(one);
    if (read.success) return read.data;
    throw new CannotOpen(`${path} holds what this version of Heed cannot read: restore a backup.`);
  });
};
