import { truncate } from 'node:fs/promises';
import { basename } from 'node:path';
import { sha256 } from './chain.ts';
import { FILES, replaceFile } from './files.ts';

/**
 * Cuts off what an interrupted write has left, once it is safely kept beside it.
 * Its name comes of what it holds, so a cut that was interrupted itself can simply be made again.
 */
export const cutTail = async (path: string, bytes: Buffer, size: number): Promise<string[]> => {
  if (size === bytes.length) return [];
  const tail = bytes.subarray(size);
  const aside = `${path}.torn-${size}-${sha256(tail).slice(0, 8)}`;
  await replaceFile(aside, tail);
  await truncate(path, size);
  return [
    `A torn tail of ${tail.length} bytes was cut off ${basename(path) === FILES.log ? 'the log' : basename(path)} and kept as ${basename(aside)}.`,
  ];
};
