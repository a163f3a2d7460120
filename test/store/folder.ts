import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { privateFolder } from '../../store/files.ts';

/** A folder that does not exist yet, in one that is gone after the test. */
export const newFolder = async (): Promise<string> => {
  const parent = await mkdtemp(join(tmpdir(), 'heed-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'store');
};

/** The one file in the folder whose name says this. */
export const fileNamed = async (dir: string, part: string): Promise<string> => {
  const names = (await readdir(dir)).filter((name) => name.includes(part));
  if (names.length !== 1) throw new Error(`${names.length} files are named ${part}`);
  return join(dir, names.join());
};

/** Works in a folder of Heed's own. */
export const inFolder = async (work: (dir: string) => Promise<void>): Promise<void> => {
  const dir = await newFolder();
  await privateFolder(dir);
  await work(dir);
};
