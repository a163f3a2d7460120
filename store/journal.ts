import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { Journal } from '../src/app/ports.ts';
import { CannotOpen } from './cannot-open.ts';
import { writeAll } from './commit.ts';
import { PRIVATE_FILE, readIfThere, syncFolder } from './files.ts';
import { frame, frames } from './frame.ts';
import { groupCommit } from './group.ts';
import { envelope, parseKey } from './seal.ts';
import { cutTail } from './tail.ts';

interface Place<T> {
  /** A file in a folder whose lock is held. */
  readonly path: string;
  readonly key?: string | undefined;
  readonly item: z.ZodType<T>;
}

/** A list beside the log, in the same kind of lines, sealed with the same key. */
export const openJournal = async <T>({ path, key, item }: Place<T>): Promise<Journal<T>> => {
  const { wrap, unwrap } = envelope('journal', key === undefined ? undefined : parseKey(key));
  const bytes = (await readIfThere(path)) ?? Buffer.alloc(0);
  const whole = [...frames(bytes)];
  const kept = whole.flatMap(({ payload }) => readItems(path, unwrap(payload), item));
  await cutTail(path, bytes, whole.at(-1)?.end ?? 0);
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

const readItems = <T>(path: string, text: string, item: z.ZodType<T>): readonly T[] => {
  const { items } = JSON.parse(text) as { readonly items: readonly unknown[] };
  return items.map((one) => {
    const read = item.safeParse(one);
    if (read.success) return read.data;
    throw new CannotOpen(`${path} holds what this version of Heed cannot read: restore a backup.`);
  });
};
