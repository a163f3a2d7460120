import type { Entry } from './change.ts';

/** An entry with its place in the chain: SHA-256, in hexadecimal, over the hash before it and its own text. */
export interface Sealed {
  readonly entry: Entry;
  readonly hash: string;
}
