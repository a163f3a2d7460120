import { apply } from '../src/domain/apply.ts';
import { Entry } from '../src/domain/change.ts';
import type { Ledger } from '../src/domain/ledger.ts';
import { type Batch, readBatch } from './batch.ts';
import { CannotOpen, Damaged } from './cannot-open.ts';
import { GENESIS } from './chain.ts';
import { type Frame, frames, isTorn } from './frame.ts';
import { hashAfter, saidBy, vouching } from './mark.ts';
import type { Envelope } from './seal.ts';

/** An entry as the log holds it, vouched for by every hash before it. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
  readonly text: string;
  /** The bytes of the frame it is in. */
  readonly at: number;
  readonly end: number;
}

/** Where the chain starts: nothing has been written. */
export const START: Link = { seq: 0, hash: GENESIS, text: '', at: 0, end: 0 };

/**
 * Walks the chain. What comes after the last link's `end` is a torn tail.
 * Throws Damaged where more than that is amiss, CannotOpen where the key does not fit.
 */
export function* walk(bytes: Buffer, envelope: Envelope): Generator<Link> {
  let last = START;
  const marks = vouching();
  for (const frame of frames(bytes)) {
    for (const link of follow(last, frame, envelope)) {
      marks.take(link);
      yield link;
      last = link;
    }
  }
  if (!isTorn(bytes, last.end))
    throw new Damaged(last.seq + 1, last.end, 'it cannot be read, and more follows it');
  marks.end();
}

const follow = (last: Link, frame: Frame, envelope: Envelope): readonly Link[] => {
  const { at, end } = frame;
  const batch = unpack(last, frame, envelope);
  if (batch.prev !== last.hash)
    throw new Damaged(last.seq + 1, at, 'it does not continue the entry before it');
  let { seq, hash } = last;
  const links = batch.texts.map((text) => {
    seq += 1;
    hash = nextHash(hash, text, seq, at);
    return { seq, hash, text, at, end };
  });
  if (hash !== batch.hash) throw new Damaged(last.seq + 1, at, 'it is not what was once written');
  return links;
};

/** Throws Damaged where a mark stands in a place that is not its own. */
export const nextHash = (previous: string, text: string, seq: number, at: number): string => {
  const hash = hashAfter(previous, text);
  if (hash !== undefined) return hash;
  throw new Damaged(seq, at, 'what a purge has left in its place is of another');
};

const unpack = (last: Link, { payload, at }: Frame, envelope: Envelope): Batch => {
  const batch = readBatch(open(last, payload, at, envelope));
  if (batch) return batch;
  throw new Damaged(last.seq + 1, at, 'it is in no form that Heed knows');
};

/** A key that fits no frame is the wrong key; one that fits the first and not this is damage. */
const open = (last: Link, payload: string, at: number, envelope: Envelope): string => {
  try {
    return envelope.unwrap(payload);
  } catch (error) {
    if (last.seq === 0 || !(error instanceof CannotOpen)) throw error;
    throw new Damaged(last.seq + 1, at, 'it was not sealed as the entries before it were');
  }
};

export const entryOf = ({ seq, text, at }: Link): Entry => {
  const entry = Entry.safeParse(saidBy(text));
  if (entry.success && entry.data.seq === seq) return entry.data;
  throw new Damaged(seq, at, 'it is not an entry that this version of Heed can read');
};

export const advance = (ledger: Ledger, link: Link): Ledger => {
  const entry = entryOf(link);
  try {
    return apply(ledger, entry);
  } catch {
    throw new Damaged(link.seq, link.at, 'it does not follow from the entries before it');
  }
};
