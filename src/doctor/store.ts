import type { Stats } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CannotOpen } from '../../store/cannot-open.ts';
import { codeOf, FILES } from '../../store/files.ts';
import { parseKey } from '../../store/seal.ts';
import { type Finding, note, well, wrong } from '../app/finding.ts';
import { chainFinding } from './chain.ts';

const ABOUT = 'Folder';
const OTHERS = 0o077;
const MB = 1_000_000;
const LEAST = 200 * MB;

/** The folder that Heed keeps. No lock is taken, so Heed may be running. */
export const storeFindings = async (
  dir: string,
  key: string | undefined,
): Promise<readonly Finding[]> => {
  const seal = sealFinding(key);
  try {
    const there = await statIfThere(dir);
    if (!there) return [missing(dir), seal, spaceFinding(await freeBytes(dir))];
    if (!there.isDirectory())
      return [wrong(ABOUT, `${dir} is no folder. Give Heed a folder of its own.`), seal];
    return [
      ...(await insideFindings(dir, there, seal.is === 'wrong' ? undefined : { key })),
      seal,
      spaceFinding(await freeBytes(dir)),
    ];
  } catch (problem) {
    return [unreadable(dir, problem), seal];
  }
};

const insideFindings = async (
  dir: string,
  { mode }: Stats,
  sealed: { readonly key: string | undefined } | undefined,
): Promise<readonly Finding[]> => {
  const names = await readdir(dir);
  const hasLog = names.includes(FILES.log);
  const open = opennessFinding(dir, mode, hasLog || names.length === 0);
  if (!hasLog) return [open, empty(dir)];
  return sealed ? [open, await chainFinding(dir, sealed.key)] : [open];
};

const missing = (dir: string): Finding =>
  note(
    ABOUT,
    `${dir} is not there yet; Heed makes it when it first starts. If Heed has run before, check the path.`,
  );

const empty = (dir: string): Finding =>
  note(
    ABOUT,
    `there is no log in ${dir} yet; Heed begins one when it starts. If Heed has run before, check the path.`,
  );

const unreadable = (dir: string, problem: unknown): Finding =>
  wrong(
    ABOUT,
    `${dir} cannot be read (${codeOf(problem)}). Run the doctor as the user that runs Heed, and make that user the owner.`,
  );

const statIfThere = async (path: string): Promise<Stats | undefined> => {
  try {
    return await stat(path);
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return undefined;
    throw problem;
  }
};

/** Heed closes a folder of its own to others; one that holds other things it refuses. */
const opennessFinding = (dir: string, mode: number, isHeeds: boolean): Finding => {
  if ((mode & OTHERS) === 0) return well(ABOUT, `${dir} is there, and closed to others.`);
  return wrong(
    ABOUT,
    isHeeds
      ? `${dir} is open to other users of this machine. Close it: chmod 700 ${dir}`
      : `${dir} holds other things and is open to others. Give Heed a folder of its own.`,
  );
};

export const sealFinding = (key: string | undefined): Finding => {
  if (key === undefined)
    return note(
      'Seal',
      'HEED_KEY is not set, so Heed seals nothing that it keeps. A new folder can be sealed: make a key with openssl rand -base64 32.',
    );
  try {
    parseKey(key);
    return well('Seal', 'HEED_KEY is set, so what Heed keeps is sealed.');
  } catch (problem) {
    if (problem instanceof CannotOpen) return wrong('Seal', problem.message);
    throw problem;
  }
};

/** On the disk that the folder is on, or will be. */
const freeBytes = async (dir: string): Promise<number> => {
  let path = resolve(dir);
  while (!(await statIfThere(path)) && path !== dirname(path)) path = dirname(path);
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
};

export const spaceFinding = (bytes: number): Finding => {
  const free = `${Math.floor(bytes / MB).toLocaleString('en-GB')} MB are free on its disk`;
  return bytes < LEAST
    ? wrong('Disk', `only ${free}; Heed stops when it is full. Make room: 200 MB at the least.`)
    : well('Disk', `${free}.`);
};
