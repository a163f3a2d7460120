import { z } from 'zod';
import type { Entry } from '../src/domain/change.ts';
import { Damaged } from './cannot-open.ts';
import { canonical, chained, sha256 } from './chain.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A mark that was in this place before, by the purge that made it. */
const Print = z.object({ by: z.number().int().positive(), print: Hash });

const Marked = z.object({
  mark: z.object({
    /** The entry that carried the purge out, which vouches for this. */
    by: z.number().int().positive(),
    /** The hash of the entry before, and of the one that stood here: the chain goes through. */
    prev: Hash,
    hash: Hash,
    /** The marks that stood here before, oldest first. */
    over: z.array(Print).readonly(),
  }),
  /** What is left of the entry. */
  rest: z.unknown(),
});
type Mark = z.infer<typeof Marked>['mark'];

// An entry begins with "asked": its keys are in order.
const BEGINS = '{"mark":';
const CARRIED_OUT = '"type":"purged"';

const isMark = (text: string): boolean => text.startsWith(BEGINS);

const readMark = (text: string): z.infer<typeof Marked> | undefined => {
  try {
    return Marked.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** What a text of the log says as JSON: an entry, or what a purge has left of one. */
export const saidBy = (text: string): unknown =>
  isMark(text) ? readMark(text)?.rest : JSON.parse(text);

interface Stood {
  /** The text that stood in this place, an entry or a mark. */
  readonly text: string;
  readonly prev: string;
  readonly hash: string;
}

/** What stands from now on in place of a text of which something is purged. */
export const markOver = ({ text, prev, hash }: Stood, rest: Entry, by: number): string => {
  const before = isMark(text) ? readMark(text)?.mark : undefined;
  const over = before ? [...before.over, { by: before.by, print: sha256(text) }] : [];
  return canonical({ mark: { by, prev, hash, over }, rest });
};

/** The hash of a text of the log after that hash. Undefined where a mark stands in a place that is not its own. */
export const hashAfter = (previous: string, text: string): string | undefined => {
  if (!isMark(text)) return chained(previous, text);
  const mark = readMark(text)?.mark;
  return mark?.prev === previous ? mark.hash : undefined;
};

/** What vouches for these marks, given the text of each in their order. */
export const digestOf = (prints: readonly string[]): string => sha256(prints.join('\n'));

interface Place {
  readonly seq: number;
  readonly text: string;
  readonly at: number;
}

/**
 * Watches the marks of a chain go by. Each names the entry that carried its purge out, and that names
 * all of its marks by one hash: a mark that was made or changed since, or an entry that was put back,
 * throws Damaged, at the latest at the end.
 */
export const vouching = () => {
  const prints = new Map<number, string[]>();
  const first = new Map<number, Place>();
  const note = (by: number, print: string, place: Place): void => {
    const known = prints.get(by);
    if (known) known.push(print);
    else prints.set(by, [print]);
    if (!first.has(by)) first.set(by, place);
  };
  const takeMark = ({ by, over }: Mark, place: Place): void => {
    for (const one of over) note(one.by, one.print, place);
    if (by <= place.seq) throw unvouched(place);
    note(by, sha256(place.text), place);
  };
  return {
    take: (place: Place): void => {
      const marked = isMark(place.text) ? readMark(place.text) : undefined;
      if (marked) takeMark(marked.mark, place);
      if (place.text.includes(CARRIED_OUT)) settle(place, prints, first);
    },
    end: (): void => {
      const [left] = first.values();
      if (left) throw unvouched(left);
    },
  };
};

const Carried = z.object({
  changes: z.array(
    z.looseObject({
      type: z.string(),
      digest: z.string().optional(),
      entries: z.number().optional(),
    }),
  ),
});

/** An entry that says it purged others must have all of their marks before it, as they were made. */
const settle = (place: Place, prints: Map<number, string[]>, first: Map<number, Place>): void => {
  const { changes } = Carried.parse(saidBy(place.text));
  for (const { digest, entries } of changes.filter(({ type }) => type === 'purged')) {
    const found = prints.get(place.seq) ?? [];
    if (found.length !== entries || digestOf(found) !== digest)
      throw new Damaged(
        first.get(place.seq)?.seq ?? place.seq,
        (first.get(place.seq) ?? place).at,
        `what entry ${place.seq} purged is not as it left it`,
      );
    prints.delete(place.seq);
    first.delete(place.seq);
  }
};

const unvouched = ({ seq, at }: Place): Damaged =>
  new Damaged(seq, at, 'it says that it was purged, and no purge vouches for it');
