import type { Change, Entry } from '../change.ts';
import { readKey } from '../key.ts';
import { refsOf } from '../recent.ts';
import type { Ref } from '../reference.ts';
import { speaksOf } from './mention.ts';

/** What an entry says without these records: its number, its time, who and what was asked stay. */
export const withoutRecords = (refs: readonly Ref[]): ((entry: Entry) => Entry) => {
  const gone = goneOf(refs);
  return (entry) => ({
    ...entry,
    changes: entry.changes.flatMap((change) => restOf(change, gone)),
    queued: entry.queued.filter(({ record }) => gone.stays(record)),
  });
};

interface Gone {
  readonly stays: (ref: Ref) => boolean;
  /** Whether a notice's key is of a record that stays. */
  readonly isKept: (key: string) => boolean;
  readonly speaks: (value: unknown) => boolean;
}

const goneOf = (refs: readonly Ref[]): Gone => {
  const gone = new Set(refs);
  return {
    stays: (ref) => !gone.has(ref),
    isKept: (key) => {
      const record = readKey(key)?.record;
      return record === undefined || !gone.has(record);
    },
    speaks: speaksOf(refs),
  };
};

const restOf = <T extends Change['type']>(
  change: Extract<Change, { type: T }>,
  gone: Gone,
): readonly Change[] => {
  const rest = RESTS[change.type as T] as Rests[T];
  if (rest) return rest(change, gone);
  return refsOf(change).every(gone.stays) ? [change] : [];
};

type Rests = {
  readonly [K in Change['type']]?: (
    change: Extract<Change, { type: K }>,
    gone: Gone,
  ) => readonly Change[];
};

const whole = (change: Change): readonly Change[] => [change];

/** Nothing, where nothing is left in its list. */
const some = <C extends Change, K extends keyof C>(change: C, list: K): readonly C[] =>
  (change[list] as readonly unknown[]).length > 0 ? [change] : [];

const keptKeys = <C extends Change & { readonly keys: readonly string[] }>(
  change: C,
  { isKept }: Gone,
): readonly C[] => some({ ...change, keys: change.keys.filter(isKept) }, 'keys');

const unspoken = <C extends Change & { readonly keys: readonly string[] }>(
  change: C,
  { speaks }: Gone,
): readonly C[] => some({ ...change, keys: change.keys.filter((key) => !speaks(key)) }, 'keys');

/** The changes that are of several records keep what is the others'; of any other nothing is left. */
const RESTS: Rests = {
  held: (change, { stays }) => [stays(change.ref) ? change : { ...change, where: undefined }],
  // That it was decided, by whom, and that it was done is what remains.
  'hold-lifted': whole,
  'purge-decided': whole,
  'purge-dropped': whole,
  purged: whole,
  'counts-kept': whole,
  reversed: (change, { stays }) =>
    some({ ...change, restore: change.restore.filter(({ ref }) => stays(ref)) }, 'restore'),
  'case-embargoed': (change, { stays }) =>
    some({ ...change, refs: change.refs.filter(stays) }, 'refs'),
  'cycle-opened': (change, { stays }) => [
    { ...change, entries: change.entries.filter(({ ref }) => stays(ref)) },
  ],
  settled: (change, { isKept }) =>
    some(
      { ...change, settlements: change.settlements.filter(({ key }) => isKept(key)) },
      'settlements',
    ),
  sending: keptKeys,
  'not-sent': keptKeys,
  'came-back': (change, { stays, isKept }) =>
    some({ ...change, refs: change.refs.filter(stays), keys: change.keys.filter(isKept) }, 'refs'),
  'trouble-tried': unspoken,
  'trouble-told': unspoken,
  'trouble-over': (change, { speaks }) => (speaks(change.key) ? [] : [change]),
  'trouble-found': (change, { speaks }) => {
    const { key } = change.trouble;
    if (!speaks(change.trouble)) return [change];
    return speaks(key) ? [] : [{ type: 'trouble-over', key }];
  },
};
