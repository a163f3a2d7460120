import { CannotOpen } from './cannot-open.ts';
import { codeOf } from './files.ts';

/** No room on the disk, or none left of what may be used of it. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

export const isFull = (problem: unknown): boolean => FULL.has(codeOf(problem));

/** What needs room on a disk to open it. Throws CannotOpen where there is none. */
export const needsRoom = async <T>(place: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (problem) {
    if (!isFull(problem)) throw problem;
    throw new CannotOpen(
      `${place} is on a disk that is full (${codeOf(problem)}). Nothing was changed: make room on it, then start Heed again.`,
      { cause: problem },
    );
  }
};
