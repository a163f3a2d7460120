import { LineCounter, parseDocument } from 'yaml';
import type { Arrangement } from '../domain/arrangement.ts';
import { arrangementOf } from './arrangement.ts';
import { misnamed } from './misnamed.ts';
import type { Misnamed } from './mistake.ts';
import { postsOf } from './posts.ts';
import { ArrangementFile } from './schema.ts';

/** An arrangement, or every mistake in its text: where it stands and what was expected. */
export type ReadArrangement =
  | { readonly arrangement: Arrangement }
  | { readonly mistakes: readonly string[] };

export const readArrangement = (yaml: string): ReadArrangement => {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length > 0)
    return { mistakes: document.errors.map(({ message }) => message.split('\n')[0] ?? message) };
  const lineOf = (path: readonly PropertyKey[]): string => {
    const node = nearest(document, path);
    return node?.range ? `line ${lines.linePos(node.range[0]).line}, ` : '';
  };
  const say = (issue: Misnamed): string => `${lineOf(issue.path)}${sayIssue(issue)}`;
  const read = ArrangementFile.safeParse(document.toJS());
  if (!read.success) return { mistakes: read.error.issues.map(say) };
  const mistakes = [...postsTwice(read.data), ...misnamed(read.data).map(say)];
  return mistakes.length > 0 ? { mistakes } : { arrangement: arrangementOf(read.data) };
};

/** Two things of one name would give their posts one name too, and one of them nobody to hold it. */
const postsTwice = (file: ArrangementFile): readonly string[] => {
  const ids = postsOf(file).map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))].map(
    (id) => `the file: two posts would be called ${id}. Give one agency or body another id`,
  );
};

interface Placed {
  readonly range?: readonly [number, number, number] | null;
}

/** The node at a path, or the closest one above it where the field is missing. */
const nearest = (
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): Placed | undefined => {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (node) return node as Placed;
  }
  return undefined;
};

const sayIssue = ({ path, message }: Misnamed): string =>
  `${sayPath(path) || 'the file'}: ${message}`;

/** "overrides[2].reason" */
const sayPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, at) =>
      typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');
