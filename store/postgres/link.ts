import { createHmac } from 'node:crypto';
import { Damaged } from '../cannot-open.ts';
import type { Envelope } from '../seal.ts';
import { type Link, nextHash } from '../walk.ts';

/** An entry as a row of the database. */
export interface Row {
  readonly seq: number;
  readonly link: string;
  readonly body: string;
}

/** How entries are written in the rows: legible, or sealed. */
export interface Hand {
  readonly envelope: Envelope;
  readonly key: Buffer | undefined;
}

/** The bytes of a file are nowhere here. */
const NOWHERE = -1;

/**
 * What a row shows of the hash of its entry. Where what is written is sealed, a hash would let somebody
 * try out what was written until it fits, so there it is one that takes the key to make.
 */
export const shown = (hash: string, { key }: Hand): string =>
  key === undefined ? hash : createHmac('sha256', key).update(hash).digest('hex');

/** The row of an entry after the hash of the one before it, and its own hash. */
export const rowOf = (
  seq: number,
  text: string,
  before: string,
  hand: Hand,
): Row & { readonly hash: string } => {
  const hash = nextHash(before, text, seq, NOWHERE);
  return { seq, hash, link: shown(hash, hand), body: hand.envelope.wrap(text) };
};

/** A row as the next link of a chain. Throws Damaged where it is not. */
export const linkOf = (
  { seq, link, body }: Row,
  before: Pick<Link, 'seq' | 'hash'>,
  hand: Hand,
): Link => {
  if (seq !== before.seq + 1)
    throw new Damaged(before.seq + 1, NOWHERE, `entry ${seq} follows entry ${before.seq}`);
  const text = hand.envelope.unwrap(body);
  const hash = nextHash(before.hash, text, seq, NOWHERE);
  if (shown(hash, hand) !== link)
    throw new Damaged(seq, NOWHERE, 'it does not continue the entry before it');
  return { seq, hash, text, at: NOWHERE, end: NOWHERE };
};
