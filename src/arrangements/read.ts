import type { Arrangement } from '../domain/arrangement.ts';
import { arrangementOf } from './arrangement.ts';
import { misnamed } from './misnamed.ts';
import { postsOf } from './posts.ts';
import { ArrangementFile } from './schema.ts';
import { readYaml } from './yaml.ts';

/** An arrangement, or every mistake in its text: where it stands and what was expected. */
export type ReadArrangement =
  | { readonly arrangement: Arrangement }
  | { readonly mistakes: readonly string[] };

export const readArrangement = (yaml: string): ReadArrangement => {
  const read = readYaml(yaml, ArrangementFile);
  if ('mistakes' in read) return read;
  const mistakes = [...postsTwice(read.value), ...misnamed(read.value).map(read.say)];
  return mistakes.length > 0 ? { mistakes } : { arrangement: arrangementOf(read.value) };
};

/** Two things of one name would give their posts one name too, and one of them nobody to hold it. */
const postsTwice = (file: ArrangementFile): readonly string[] => {
  const ids = postsOf(file).map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))].map(
    (id) => `the file: two posts would be called ${id}. Give one agency or body another id`,
  );
};
