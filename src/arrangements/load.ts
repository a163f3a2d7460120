import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Arrangement } from '../domain/arrangement.ts';
import { readArrangement } from './read.ts';

const HERE = import.meta.dirname;

/** The names of the arrangements that ship. */
export const shippedArrangements = (): readonly string[] =>
  readdirSync(HERE)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, ''))
    .sort();

/** Somebody's arrangement cannot be used; the message says where and what to do. */
export class BadArrangement extends Error {
  override readonly name = 'BadArrangement';
}

/** A shipped arrangement by its name, or one's own by its path. Throws BadArrangement. */
export const loadArrangement = (nameOrFile: string): Arrangement => {
  const isFile = /\.ya?ml$/.test(nameOrFile);
  const shipped = shippedArrangements();
  if (!isFile && !shipped.includes(nameOrFile))
    throw new BadArrangement(
      `There is no arrangement of that name. Those that ship: ${shipped.join(', ')}; or give a YAML file.`,
    );
  const read = readArrangement(textOf(isFile ? nameOrFile : join(HERE, `${nameOrFile}.yaml`)));
  if ('arrangement' in read) return read.arrangement;
  throw new BadArrangement(`${nameOrFile} cannot be used:\n  ${read.mistakes.join('\n  ')}`);
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadArrangement(`${file} cannot be read. Check its path.`);
  }
};
