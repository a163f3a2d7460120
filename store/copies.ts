import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotOpen, Damaged } from './cannot-open.ts';
import { FILES, privateFolder, readIfThere, replaceFile } from './files.ts';
import { frames } from './frame.ts';
import { takeLock } from './lock.ts';
import { JOURNALS } from './move.ts';
import { type Envelope, envelope, parseKey } from './seal.ts';
import { REHEARSAL } from './standing-clock.ts';
import { type Link, START, walk } from './walk.ts';

/** What a copy holds. */
export interface Copied {
  readonly entries: number;
  readonly hash: string;
}

interface Files {
  readonly last: Link;
  readonly log: Buffer;
  /** By name; those that are there. */
  readonly others: ReadonlyMap<string, Buffer>;
}

const wrapping = (key: string | undefined): Envelope =>
  envelope('log', key === undefined ? undefined : parseKey(key));

/**
 * Copies a folder while Heed runs on it: what is only ever added to can be read up to its last whole
 * line. The picture is left out, since it is drawn again. A place that holds an earlier copy of the
 * same log takes the later one; any other is refused. Throws CannotOpen, and Damaged where the chain is.
 */
export const backUp = async (dir: string, to: string, key?: string): Promise<Copied> => {
  const files = await filesOf(dir, key);
  await privateFolder(to);
  await refuseUnlessEarlier(to, files, key);
  await writeAll(to, files);
  return checked(to, key, files.last);
};

/** What surfaces keep is read first: it may lag behind the log, and must never be ahead of it. */
const filesOf = async (dir: string, key: string | undefined): Promise<Files> => {
  const others = new Map<string, Buffer>();
  for (const name of [...JOURNALS, REHEARSAL]) {
    const bytes = await readIfThere(join(dir, name));
    if (bytes) others.set(name, name === REHEARSAL ? bytes : wholeLines(bytes));
  }
  const bytes = await readIfThere(join(dir, FILES.log));
  if (!bytes) throw new CannotOpen(`There is no log in ${dir}: give the folder that Heed keeps.`);
  const last = [...walk(bytes, wrapping(key))].at(-1) ?? START;
  return { last, log: bytes.subarray(0, last.end), others };
};

const wholeLines = (bytes: Buffer): Buffer =>
  bytes.subarray(0, [...frames(bytes)].at(-1)?.end ?? 0);

const refuseUnlessEarlier = async (
  to: string,
  { log }: Files,
  key: string | undefined,
): Promise<void> => {
  const names = await readdir(to);
  if (names.some((name) => name.startsWith('lock.')))
    throw new CannotOpen(`Heed runs on ${to}, or has: give a folder that is for copies alone.`);
  const before = await readIfThere(join(to, FILES.log));
  if (!before && names.length > 0)
    throw new CannotOpen(`${to} holds other things: give a folder that is for copies alone.`);
  if (before && !log.subarray(0, before.length).equals(before) && !isOfSame(before, log, key))
    throw new CannotOpen(
      `${to} holds a copy of another log, or of more of this one: it was left as it is. Give another folder.`,
    );
};

/** What was purged since reads otherwise and has the same hashes: the later copy takes its place. */
const isOfSame = (before: Buffer, log: Buffer, key: string | undefined): boolean => {
  const known = readable(before, key);
  return (
    known.end === before.length &&
    known.seq > 0 &&
    [...walk(log, wrapping(key))][known.seq - 1]?.hash === known.hash
  );
};

/** The log first: a copy that is interrupted lags behind it, as above. */
const writeAll = async (to: string, { log, others }: Files): Promise<void> => {
  await replaceFile(join(to, FILES.log), log);
  for (const [name, bytes] of others) await replaceFile(join(to, name), bytes);
};

const checked = async (dir: string, key: string | undefined, meant: Link): Promise<Copied> => {
  const { last } = await filesOf(dir, key);
  if (last.hash !== meant.hash || last.seq !== meant.seq)
    throw new CannotOpen(`What was written to ${dir} is not what was read: do not use it.`);
  return { entries: last.seq, hash: last.hash };
};

/** What was in the folder is kept beside, under names with this after them. */
const ASIDE = '.before-restore';

/**
 * Puts a copy back where nobody runs. Refused where the folder has entries that the copy lacks, or
 * others; one that is damaged may have what the copy continues. Throws CannotOpen.
 */
export const restore = async (from: string, dir: string, key?: string): Promise<Copied> => {
  const files = await filesOf(from, key);
  await privateFolder(dir);
  const lock = await takeLock(dir);
  try {
    const there = await readIfThere(join(dir, FILES.log));
    if (there) refuseUnlessOlder(dir, there, files, key);
    await setAside(dir);
    await writeAll(dir, files);
    return await checked(dir, key, files.last);
  } finally {
    await lock.release();
  }
};

const refuseUnlessOlder = (
  dir: string,
  there: Buffer,
  { log, last }: Files,
  key: string | undefined,
): void => {
  const known = readable(there, key);
  if (known.seq > last.seq)
    throw new CannotOpen(
      `${dir} has ${known.seq} entries and the copy only ${last.seq}, so nothing was put back: a later copy is needed, or a folder of its own for this one.`,
    );
  const same = known.seq === 0 ? START : [...walk(log, wrapping(key))][known.seq - 1];
  if (same?.hash !== known.hash)
    throw new CannotOpen(
      `${dir} holds another log than the copy, so nothing was put back: give a folder of its own.`,
    );
};

/** As far as a log can be vouched for. */
const readable = (bytes: Buffer, key: string | undefined): Link => {
  let last = START;
  try {
    for (const link of walk(bytes, wrapping(key))) last = link;
  } catch (problem) {
    if (!(problem instanceof Damaged)) throw problem;
  }
  return last;
};

const setAside = async (dir: string): Promise<void> => {
  const names = await readdir(dir);
  const kept = [FILES.log, FILES.picture, ...JOURNALS, REHEARSAL].filter((one) =>
    names.includes(one),
  );
  let n = 1;
  while (names.some((name) => name.endsWith(`${ASIDE}-${n}`))) n += 1;
  for (const name of kept) await rename(join(dir, name), join(dir, `${name}${ASIDE}-${n}`));
};
