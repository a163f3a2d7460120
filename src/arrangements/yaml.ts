import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Misnamed } from './mistake.ts';

/** What somebody wrote, and how to say of a mistake in it where it stands; or why it is no YAML. */
type Written =
  | { readonly value: unknown; readonly say: (mistake: Misnamed) => string }
  | { readonly mistakes: readonly string[] };

/** A text that fits its schema, or every mistake in it: where it stands and what was expected. */
export type Fitting<T> =
  | { readonly value: T; readonly say: (mistake: Misnamed) => string }
  | { readonly mistakes: readonly string[] };

export const readYaml = <T>(yaml: string, schema: z.ZodType<T>): Fitting<T> => {
  const written = parse(yaml);
  if ('mistakes' in written) return written;
  const read = schema.safeParse(written.value);
  return read.success
    ? { value: read.data, say: written.say }
    : { mistakes: read.error.issues.map(written.say) };
};

const parse = (yaml: string): Written => {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length > 0)
    return { mistakes: document.errors.map(({ message }) => message.split('\n')[0] ?? message) };
  const lineOf = (path: readonly PropertyKey[]): string => {
    const node = nearest(document, path);
    return node?.range ? `line ${lines.linePos(node.range[0]).line}, ` : '';
  };
  return {
    value: document.toJS(),
    say: (mistake) => `${lineOf(mistake.path)}${sayMistake(mistake)}`,
  };
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

const sayMistake = ({ path, message }: Misnamed): string =>
  `${sayPath(path) || 'the file'}: ${message}`;

/** "overrides[2].reason" */
const sayPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, at) =>
      typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');
