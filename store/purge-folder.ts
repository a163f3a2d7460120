import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../src/domain/day.ts';
import { scrubbing } from '../src/domain/keeping/scrub.ts';
import { emptyLedger } from '../src/domain/ledger.ts';
import { readBatch, writeBatch } from './batch.ts';
import { CannotOpen } from './cannot-open.ts';
import { FILES, readIfThere, syncFolder, writeSafely } from './files.ts';
import { frame, frames } from './frame.ts';
import { takeLock } from './lock.ts';
import { JOURNALS } from './move.ts';
import { openPicture, type Point } from './picture.ts';
import { type Purge, type PurgePlan, planPurge, waitingIn } from './purge-plan.ts';
import { type Envelope, envelope, parseKey } from './seal.ts';
import { advance, type Link, START, walk } from './walk.ts';

/** What is asked of the disk, one thing after another. */
export interface Disk {
  readonly write: (path: string, bytes: Buffer) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly sync: (dir: string) => Promise<void>;
}
const DISK: Disk = {
  write: writeSafely,
  rename,
  remove: (path) => rm(path, { force: true }),
  sync: syncFolder,
};

interface Place {
  readonly dir: string;
  readonly key?: string | undefined;
  readonly now: Instant;
}

interface Worked extends Purge {
  /** The files as they will be, by name; the log is the last. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Says what would go, and changes nothing. Throws CannotOpen. */
export const previewPurge = (place: Place): Promise<Purge> => held(place, workOut);

/**
 * Carries out what was decided. Each file is written beside the one that it takes the place of; the log
 * is the last, so that what was interrupted is still decided and simply done again. Throws CannotOpen.
 */
export const purgeFolder = (place: Place, disk: Disk = DISK): Promise<Purge> =>
  held(place, async (given) => {
    const worked = await workOut(given);
    if (worked.plan) await carryOut(place, worked, worked.plan, disk);
    return worked;
  });

const held = async <T>(place: Place, work: (place: Place) => Promise<T>): Promise<T> => {
  if (!(await readIfThere(join(place.dir, FILES.log))))
    throw new CannotOpen(`There is no log in ${place.dir}: give the folder that Heed keeps.`);
  const lock = await takeLock(place.dir);
  try {
    return await work(place);
  } finally {
    await lock.release();
  }
};

const workOut = async ({ dir, key, now }: Place): Promise<Worked> => {
  const secret = key === undefined ? undefined : parseKey(key);
  const bytes = (await readIfThere(join(dir, FILES.log))) ?? Buffer.alloc(0);
  const links = [...walk(bytes, envelope('log', secret))];
  const waiting = waitingIn(links.reduce(advance, emptyLedger));
  const plan = planPurge(links, now);
  const aside = (await readdir(dir)).filter(isAside).toSorted();
  const nothing = {
    waiting,
    plan,
    entries: links.length,
    aside,
    said: new Map(),
    files: new Map(),
  };
  if (!plan) return nothing;
  const files = new Map<string, Buffer>();
  const said = new Map<string, number>();
  for (const name of JOURNALS) {
    const kept = await readIfThere(join(dir, name));
    if (!kept) continue;
    const { bytes: left, count } = scrubbed(kept, envelope('journal', secret), plan);
    if (count === 0) continue;
    files.set(name, left);
    said.set(name, count);
  }
  files.set(FILES.log, rewritten(bytes, links.at(-1) ?? START, envelope('log', secret), plan));
  return { ...nothing, said, files };
};

const ASIDE = /\.(?:torn-\d+-[0-9a-f]{8}|before-restore-\d+|set-aside-\d+|new|purging)$/;
const isAside = (name: string): boolean => ASIDE.test(name) || name.startsWith('lock.new-');

/** The log with the marks in it, and the entry that vouches for them at its end; a torn tail is left out. */
const rewritten = (
  bytes: Buffer,
  last: Link,
  { wrap, unwrap }: Envelope,
  { marks, text, after }: PurgePlan,
): Buffer => {
  let seq = 0;
  const lines = [...frames(bytes.subarray(0, last.end))].map(({ payload, at, end }) => {
    const batch = readBatch(unwrap(payload));
    if (!batch) throw new Error('a batch that was read cannot be read');
    const from = seq;
    seq += batch.texts.length;
    const isMarked = batch.texts.some((_, index) => marks.has(from + index + 1));
    if (!isMarked) return bytes.subarray(at, end);
    const texts = batch.texts.map((one, index) => marks.get(from + index + 1) ?? one);
    return frame(wrap(writeBatch({ ...batch, texts })));
  });
  const vouching = writeBatch({ prev: last.hash, texts: [text], hash: after.hash });
  const written = Buffer.concat([...lines, frame(wrap(vouching))]);
  refuseUnlessWhole(written, { wrap, unwrap }, after);
  return written;
};

/** Walked from end to end before it takes the place of anything. */
const refuseUnlessWhole = (bytes: Buffer, wrapping: Envelope, { hash }: Point): void => {
  if ([...walk(bytes, wrapping)].at(-1)?.hash === hash) return;
  throw new CannotOpen('What was to be written cannot be walked, so nothing was changed.');
};

/** A journal without what was said of it. */
const scrubbed = (bytes: Buffer, { wrap, unwrap }: Envelope, { refs, texts }: PurgePlan) => {
  const lines = [...frames(bytes)].map(
    ({ payload }) => (JSON.parse(unwrap(payload)) as { readonly items: readonly unknown[] }).items,
  );
  const items = lines.flat();
  const left = scrubbing(refs, texts)(items);
  const count = left.filter((one, at) => one !== items[at]).length;
  const kept = left.filter((one) => one !== undefined);
  return {
    count,
    bytes: kept.length > 0 ? frame(wrap(JSON.stringify({ items: kept }))) : Buffer.alloc(0),
  };
};

const STAGED = '.purging';

const carryOut = async (
  { dir, key }: Place,
  { files, aside }: Worked,
  { after }: PurgePlan,
  disk: Disk,
): Promise<void> => {
  const at = (name: string): string => join(dir, name);
  for (const [name, bytes] of files) await disk.write(at(`${name}${STAGED}`), bytes);
  await disk.sync(dir);
  const staged = [...files.keys()].map((name) => `${name}${STAGED}`);
  for (const name of [FILES.picture, ...aside.filter((one) => !staged.includes(one))])
    await disk.remove(at(name));
  for (const name of files.keys()) await disk.rename(at(`${name}${STAGED}`), at(name));
  await disk.sync(dir);
  const picture = await openPicture(
    at(FILES.picture),
    key === undefined ? undefined : parseKey(key),
  );
  await picture.draw(after);
};
