import { readFileSync } from 'node:fs';

/** The command was written wrongly, or names a file that is not there. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}

/** Throws BadUsage. */
export const textOf = (file: string): string => {
  try {
    return decoded(readFileSync(file));
  } catch {
    throw new BadUsage(`${file} cannot be read. Check its path.`);
  }
};

/** UTF-8, or what Excel saves as plain "CSV" in this country. */
const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
