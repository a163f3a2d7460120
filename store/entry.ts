import { Entry } from '../src/domain/change.ts';

/** What could not be read back is never written: it would shut the folder for good. */
export const readable = (given: Entry): Entry => Entry.parse(given);

export const notYet = (seq: number): RangeError =>
  new RangeError(`Entry ${seq} has not been appended.`);
