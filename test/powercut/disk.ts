import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';

/** What this machine lacks to try it; a program that cannot try says so and fails. */
export class NotTried extends Error {
  override readonly name = 'NotTried';
}

const run = (command: string, ...given: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync(command, given, { encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`${command} ${given.join(' ')}: ${error?.message ?? stderr.trim()}`);
};

/** Throws NotTried where there is no way to have disks of one's own. */
export const needDisks = (scratch: string): void => {
  if (process.getuid?.() !== 0) throw new NotTried('only root may mount a disk');
  try {
    const image = `${scratch}/try.img`;
    makeDisk(image, 4);
    mount(image, `${scratch}/try`);
    unmount(`${scratch}/try`);
  } catch (problem) {
    throw new NotTried(`no ext4 image can be made and mounted (${(problem as Error).message})`);
  }
};

/** An image of so many megabytes with an empty ext4 on it. */
export const makeDisk = (image: string, megabytes: number): void => {
  writeFileSync(image, '');
  truncateSync(image, megabytes * 1024 * 1024);
  run('mkfs.ext4', '-q', '-F', image);
};

/** Mounting replays the disk's own journal, as the start after a power cut does. */
export const mount = (image: string, at: string): void => {
  if (!existsSync(at)) mkdirSync(at);
  run('mount', '-o', 'loop', image, at);
};

export const mountMemory = (at: string, megabytes: number): void => {
  mkdirSync(at);
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at);
};

export const unmount = (at: string): void => void run('umount', at);

/** Throws where the file system itself is not whole. */
export const checkDisk = (image: string): void => void run('e2fsck', '-f', '-n', image);

/** How often the image is looked at until it lies still: what was on its way when the writer stopped arrives. */
const LOOKS = 200;

/** The bytes that the disk holds at this moment, and none of what only the memory holds. Its writers are stopped. */
export const bytesOnDisk = (image: string): Buffer => {
  let before = readFileSync(image);
  for (let look = 0; look < LOOKS; look += 1) {
    const now = readFileSync(image);
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error('the disk does not come to rest although nobody writes');
};
