import { readFileSync } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CannotOpen } from './cannot-open.ts';

/** What a folder holds, beside the lock and what was kept aside. */
export const FILES = { log: 'entries.chain', picture: 'picture' } as const;

export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
const OTHERS = 0o077;

/** The code of a system error: "ENOSPC". */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';

/** In one go: the many small reads of its asynchronous brother cost ten times as much. */
export const readIfThere = async (path: string): Promise<Buffer | undefined> => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Makes the folder, and nobody else's business. Never the folder of something else. */
export const privateFolder = async (dir: string): Promise<void> => {
  await mkdir(dir, { recursive: true, mode: PRIVATE_FOLDER }).catch((error: unknown) => {
    throw new CannotOpen(
      `${dir} cannot be made a folder (${codeOf(error)}): give a folder that Heed may write in.`,
    );
  });
  const { mode } = await stat(dir);
  if ((mode & OTHERS) === 0) return;
  const names = await readdir(dir);
  if (names.length > 0 && !names.includes(FILES.log))
    throw new CannotOpen(
      `${dir} holds other things and is open to others: give Heed a folder of its own.`,
    );
  await chmod(dir, PRIVATE_FOLDER).catch(() => {
    throw new CannotOpen(`${dir} is open to others: make the user that runs Heed its owner.`);
  });
};

/** A name is safe only when the folder that holds it is. */
export const syncFolder = async (dir: string): Promise<void> => {
  const folder = await open(dir, 'r');
  await folder.sync().finally(() => folder.close());
};

/** Writes the whole file or leaves the one that was there, whatever happens meanwhile. */
export const replaceFile = async (path: string, bytes: string | Uint8Array): Promise<void> => {
  const temporary = `${path}.new`;
  try {
    await writeSafely(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
};

export const writeSafely = async (path: string, bytes: string | Uint8Array): Promise<void> => {
  const file = await open(path, 'w', PRIVATE_FILE);
  try {
    await file.chmod(PRIVATE_FILE);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};
