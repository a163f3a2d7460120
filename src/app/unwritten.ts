import type { Change } from '../domain/change.ts';
import type { Instant } from '../domain/day.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type Store, StoreAway } from './ports.ts';
import { write } from './write.ts';

/** What is known of a message that has left, as what it changes in the ledger as it then stands. */
export type Known = (then: Ledger) => readonly Change[];

interface Writer {
  readonly store: Store;
  readonly now: () => Instant;
  /** What became of messages while it could not be written down: it is, before anything is sent again. */
  readonly unwritten: Known[];
}

/** A message that has left is not sent again only because the store was away when it had. */
export const writeDown = async (writer: Writer, known: Known): Promise<void> => {
  try {
    await write(writer, known);
  } catch (problem) {
    if (problem instanceof StoreAway) writer.unwritten.push(known);
    throw problem;
  }
};

export const writeUnwritten = async (writer: Writer): Promise<void> => {
  for (let [known] = writer.unwritten; known; [known] = writer.unwritten) {
    await write(writer, known);
    writer.unwritten.shift();
  }
};
