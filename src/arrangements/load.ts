import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Arrangement } from '../domain/arrangement.ts';
import { type ReadArrangement, readArrangement } from './read.ts';
import { inSuccession } from './succession.ts';
import { isSuccession, misplaced, SuccessionFile } from './succession-file.ts';
import { readYaml } from './yaml.ts';

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

/**
 * A shipped arrangement by its name, or one's own by its path; or several, one after another, by the
 * file that says which holds from when. Throws BadArrangement.
 */
export const loadArrangement = (nameOrFile: string): Arrangement => {
  const read = readNamed(nameOrFile);
  if ('arrangement' in read) return read.arrangement;
  throw new BadArrangement(`${nameOrFile} cannot be used:\n  ${read.mistakes.join('\n  ')}`);
};

/** The same, with every mistake in it as a value. Throws BadArrangement where there is no such file. */
export const readNamed = (nameOrFile: string): ReadArrangement => {
  const file = fileOf(nameOrFile);
  const yaml = textOf(file);
  return isSuccession(yaml) ? readSuccession(yaml, dirname(resolve(file))) : readArrangement(yaml);
};

const fileOf = (nameOrFile: string): string => {
  if (/\.ya?ml$/.test(nameOrFile)) return nameOrFile;
  const shipped = shippedArrangements();
  if (shipped.includes(nameOrFile)) return join(HERE, `${nameOrFile}.yaml`);
  throw new BadArrangement(
    `There is no arrangement of that name. Those that ship: ${shipped.join(', ')}; or give a YAML file.`,
  );
};

const readSuccession = (yaml: string, folder: string): ReadArrangement => {
  const read = readYaml(yaml, SuccessionFile);
  if ('mistakes' in read) return read;
  const terms = read.value.arrangements.map(({ arrangement, from }, at) => ({
    from,
    read: readTerm(arrangement, folder),
    mistake: (message: string) =>
      read.say({
        path: ['arrangements', at, 'arrangement'],
        message: `${arrangement}: ${message}`,
      }),
  }));
  const broken = terms.flatMap((term) =>
    'mistakes' in term.read ? term.read.mistakes.map(term.mistake) : [],
  );
  const known = terms.flatMap(({ from, read: one }) =>
    'arrangement' in one ? [{ from, arrangement: one.arrangement }] : [],
  );
  const mistakes = [...broken, ...(broken.length > 0 ? [] : misplaced(known).map(read.say))];
  const [first, ...later] = known;
  return first && mistakes.length === 0
    ? { arrangement: inSuccession(first.arrangement, later) }
    : { mistakes };
};

/** A file is looked for beside the one that names it. */
const readTerm = (nameOrFile: string, folder: string): ReadArrangement => {
  try {
    const file = fileOf(nameOrFile);
    const yaml = textOf(resolve(folder, file));
    return isSuccession(yaml)
      ? { mistakes: ['it names others itself. Name those here'] }
      : readArrangement(yaml);
  } catch (problem) {
    if (problem instanceof BadArrangement) return { mistakes: [problem.message] };
    throw problem;
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadArrangement(`${file} cannot be read. Check its path.`);
  }
};
