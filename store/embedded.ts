import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Journal, Store } from '../src/app/ports.ts';
import type { Flushed, LogFile } from './commit.ts';
import { FILES, PRIVATE_FILE, privateFolder, syncFolder } from './files.ts';
import { needsRoom } from './full.ts';
import { openJournal } from './journal.ts';
import { load } from './load.ts';
import { type Lock, takeLock } from './lock.ts';
import { type Log, openLog } from './log.ts';
import { openPicture } from './picture.ts';
import { type Redraw, redrawing } from './redraw.ts';
import { type Envelope, envelope, parseKey } from './seal.ts';
import { entryOf, type Link, walk } from './walk.ts';

export type Linked = Pick<Link, 'seq' | 'hash' | 'text'>;

export interface OpenStore extends Store {
  /** What was found and done on opening that somebody should know of. */
  readonly notes: readonly string[];
  /** Every entry as the very text that was hashed. */
  links(): AsyncIterable<Linked>;
  /** Appends an entry as that text, so that the chain stays what it was elsewhere. */
  adopt(link: Linked): Promise<'appended' | 'stale'>;
  /** A list of a surface's own, beside the log. */
  journal<T>(name: string, item: z.ZodType<T>): Promise<Journal<T>>;
}

interface Place {
  readonly dir: string;
  /** HEED_KEY: with it everything is sealed. */
  readonly key?: string | undefined;
}

/** A folder on a local disk: the log is the truth, and the picture makes opening quick. */
export const openEmbedded = (place: Place): Promise<OpenStore> =>
  needsRoom(place.dir, () => openFolder(place));

const openFolder = async ({ dir, key }: Place): Promise<OpenStore> => {
  const secret = key === undefined ? undefined : parseKey(key);
  await privateFolder(dir);
  const lock = await takeLock(dir);
  try {
    const held = await openHeld(dir, secret, lock);
    const { notes } = held;
    const onNote = (note: string): void => void notes.push(note);
    return {
      ...held,
      journal: (name, item) =>
        needsRoom(dir, () => openJournal({ path: join(dir, name), key, item, onNote })),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
};

const openHeld = async (
  dir: string,
  key: Buffer | undefined,
  lock: Lock,
): Promise<Omit<OpenStore, 'journal' | 'notes'> & { readonly notes: string[] }> => {
  const path = join(dir, FILES.log);
  const wrapping = envelope('log', key);
  const picture = await openPicture(join(dir, FILES.picture), key);
  const { loaded, drawn, notes } = await load(path, wrapping, picture);
  const file = await openFile(dir, path);
  const redraw = redrawing(picture, drawn, notes);
  const log = openLog(file, wrapping, loaded, redraw.consider);
  redraw.consider(loaded);
  return {
    ...asStore(log, path, wrapping),
    close: closing(log, redraw, lock),
    notes,
  };
};

/** Synced at once: what an earlier process left unsynced has been read, and will be answered from. */
const openFile = async (dir: string, path: string): Promise<LogFile> => {
  const file = await open(path, 'a', PRIVATE_FILE);
  await file.chmod(PRIVATE_FILE);
  await file.sync();
  await syncFolder(dir);
  return file;
};

const asStore = (
  log: Log,
  path: string,
  wrapping: Envelope,
): Omit<OpenStore, 'close' | 'notes' | 'journal'> => {
  const links = async (): Promise<Iterable<Link>> => {
    await log.durable(log.read().seq);
    const { size }: Flushed = log.flushed();
    return walk((await readFile(path)).subarray(0, size), wrapping);
  };
  return {
    read: async () => log.read(),
    append: log.append,
    adopt: log.adopt,
    durable: log.durable,
    async *links() {
      yield* await links();
    },
    async *entries(after = 0) {
      for (const link of await links()) if (link.seq > after) yield entryOf(link);
    },
    async *chain() {
      for (const link of await links()) yield { entry: entryOf(link), hash: link.hash };
    },
  };
};

const closing = (log: Log, redraw: Redraw, lock: Lock): Store['close'] => {
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const whole = await log.close();
    await (whole ? redraw.finish(log.flushed()) : redraw.idle());
    await lock.release();
  };
  return () => {
    closed ??= close();
    return closed;
  };
};
