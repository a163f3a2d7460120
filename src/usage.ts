import { readFileSync } from 'node:fs';

/** The command was written wrongly, or names a file that is not there. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}

/** Throws BadUsage. */
export const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadUsage(`${file} cannot be read. Check its path.`);
  }
};
