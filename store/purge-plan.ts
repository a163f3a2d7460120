import { is } from 'immutable';
import { apply } from '../src/domain/apply.ts';
import type { Change, Entry } from '../src/domain/change.ts';
import type { Instant } from '../src/domain/day.ts';
import { namedBy } from '../src/domain/keeping/goes-with.ts';
import { holdOver } from '../src/domain/keeping/hold.ts';
import type { PurgeDecision } from '../src/domain/keeping/keeping.ts';
import { withoutRecords } from '../src/domain/keeping/redact.ts';
import { ownTexts } from '../src/domain/keeping/scrub.ts';
import { emptyLedger, type Ledger } from '../src/domain/ledger.ts';
import { refsOf } from '../src/domain/recent.ts';
import type { Ref } from '../src/domain/reference.ts';
import type { PersonId } from '../src/domain/signed.ts';
import { CannotOpen } from './cannot-open.ts';
import { canonical, chained, GENESIS, sha256 } from './chain.ts';
import { readable } from './entry.ts';
import { digestOf, markOver } from './mark.ts';
import type { Point } from './picture.ts';
import { advance, entryOf, type Link } from './walk.ts';

/** What carrying out the decisions of a log comes to. */
export interface PurgePlan {
  readonly refs: readonly Ref[];
  /** What stands from then on in place of an entry, by its number. */
  readonly marks: ReadonlyMap<number, string>;
  /** The entry that says so, and its canonical text. */
  readonly entry: Entry;
  readonly text: string;
  /** The ledger and the last hash when it is done. */
  readonly after: Point;
  /** Texts that were said of what goes and of nothing else. */
  readonly texts: readonly string[];
}

/** What waits to be carried out: what may be, and what somebody has put under a hold since. */
export interface Waiting {
  readonly open: readonly PurgeDecision[];
  readonly held: readonly { readonly decision: PurgeDecision; readonly by: Ref }[];
}

/** What a purge comes to, or came to. */
export interface Purge {
  readonly waiting: Waiting;
  readonly plan: PurgePlan | undefined;
  /** How many entries there are. */
  readonly entries: number;
  /** What surfaces keep of it, by the name of the journal: how many items are emptied or go. */
  readonly said: ReadonlyMap<string, number>;
  /** What earlier troubles and puttings-back have left in the folder: it may hold what is purged, so it goes. */
  readonly aside: readonly string[];
}

export const waitingIn = (ledger: Ledger): Waiting => {
  const all = [...ledger.purges.values()].toSorted((a, b) => a.seq - b.seq);
  const holdOn = ({ refs }: PurgeDecision): Ref | undefined =>
    refs.map((ref) => holdOver(ledger, ref)).find((by) => by !== undefined);
  return {
    open: all.filter((decision) => holdOn(decision) === undefined),
    held: all.flatMap((decision) => {
      const by = holdOn(decision);
      return by === undefined ? [] : [{ decision, by }];
    }),
  };
};

/**
 * Works out the marks, and folds the log as it is and as it will be: unless both come to the same for
 * everything else, nothing may be done. Undefined where nothing waits. Throws CannotOpen.
 */
export const planPurge = (links: readonly Link[], now: Instant): PurgePlan | undefined => {
  const before = links.reduce(advance, emptyLedger);
  const { open } = waitingIn(before);
  if (open.length === 0) return undefined;
  const refs = [...new Set(open.flatMap((decision) => decision.refs))];
  refuseIfNamed(before, refs);
  for (const decision of open) refuseIfTouched(links.slice(decision.seq), decision);
  const marked = markAll(links, refs);
  const entry = readable({
    seq: before.seq + 1,
    at: before.lastAt && before.lastAt > now ? before.lastAt : now,
    by: 'heed' as PersonId,
    via: 'clock',
    asked: 'purge',
    changes: [carriedOut(open, refs, [...marked.marks.values()])],
    queued: [],
  });
  const after = apply(marked.ledger, entry);
  refuseUnlessSame(apply(before, entry), after);
  const text = canonical(entry);
  const hash = chained(links.at(-1)?.hash ?? GENESIS, text);
  return {
    refs,
    marks: marked.marks,
    texts: marked.texts,
    entry,
    text,
    after: { ledger: after, hash },
  };
};

const carriedOut = (
  open: readonly PurgeDecision[],
  refs: readonly Ref[],
  marks: readonly string[],
): Change => ({
  type: 'purged',
  refs: [...refs],
  decisions: open.map(({ seq }) => seq),
  entries: marks.length,
  digest: digestOf(marks.map((text) => sha256(text))),
});

const refuseIfNamed = (ledger: Ledger, refs: readonly Ref[]): void => {
  const named = namedBy(ledger, refs);
  if (!named) return;
  throw new CannotOpen(
    `${named.by} names ${named.ref}, which was decided to be purged, so nothing was: take the decision back with /keep spare, and decide again with what hangs on it.`,
  );
};

const OF_KEEPING: ReadonlySet<Change['type']> = new Set([
  'held',
  'hold-lifted',
  'purge-decided',
  'purge-dropped',
]);

/** What was opened again, or put right, is not what it was decided of. */
const refuseIfTouched = (since: readonly Link[], { ref, refs, seq }: PurgeDecision): void => {
  const touched = since
    .flatMap((link) => entryOf(link).changes)
    .filter(({ type }) => !OF_KEEPING.has(type))
    .flatMap(refsOf)
    .find((one) => refs.includes(one));
  if (!touched) return;
  throw new CannotOpen(
    `Something was written of ${touched} since it was decided that ${ref} goes (entry ${seq}), so nothing was purged: look at it, take the decision back with /keep spare ${ref}, and decide again.`,
  );
};

const refuseUnlessSame = (left: Ledger, right: Ledger): void => {
  if (canonical(left) === canonical(right)) return;
  throw new CannotOpen(
    'What is not to be purged would read otherwise afterwards, so nothing was purged: tell whoever looks after Heed.',
  );
};

interface Marked {
  readonly marks: ReadonlyMap<number, string>;
  readonly ledger: Ledger;
  readonly texts: readonly string[];
}

const markAll = (links: readonly Link[], refs: readonly Ref[]): Marked => {
  const by = (links.at(-1)?.seq ?? 0) + 1;
  const without = withoutRecords(refs);
  const marks = new Map<number, string>();
  const gone: Change[] = [];
  const stays: Change[] = [];
  let [whole, left]: [Ledger, Ledger] = [emptyLedger, emptyLedger];
  let prev: string = GENESIS;
  for (const link of links) {
    const entry = entryOf(link);
    whole = apply(whole, entry);
    const rest = keepCounts(without(entry), left, whole, link.seq);
    left = rest.ledger;
    stays.push(...rest.entry.changes);
    if (canonical(rest.entry) !== canonical(entry)) {
      gone.push(...entry.changes);
      marks.set(link.seq, markOver({ ...link, prev }, rest.entry, by));
    }
    prev = link.hash;
  }
  return { marks, ledger: left, texts: ownTexts(gone, stays) };
};

/** What is left of an entry, with the counts that the whole of it came to. */
const keepCounts = (entry: Entry, before: Ledger, whole: Ledger, seq: number) => {
  const ledger = applied(before, entry, seq);
  if (isCountedAs(ledger, whole)) return { entry, ledger };
  const numbers = [...whole.numbers].filter(([name, last]) => ledger.numbers.get(name) !== last);
  const { codes, sentAgain } = whole;
  const counts: Change = { type: 'counts-kept', numbers, codes, sentAgain };
  const counted = { ...entry, changes: [...entry.changes, counts] };
  return { entry: counted, ledger: applied(before, counted, seq) };
};

const isCountedAs = (a: Ledger, b: Ledger): boolean =>
  a.codes === b.codes && a.sentAgain === b.sentAgain && is(a.numbers, b.numbers);

const applied = (ledger: Ledger, entry: Entry, seq: number): Ledger => {
  try {
    return apply(ledger, entry);
  } catch (problem) {
    throw new CannotOpen(
      `Entry ${seq} says something of a record that stays, by one that was to be purged, so nothing was: tell whoever looks after Heed.`,
      { cause: problem },
    );
  }
};
