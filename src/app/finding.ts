/** What a check found: what it looked at, and one sentence that says what to do if all is not well. */
export interface Finding {
  readonly is: 'well' | 'note' | 'wrong';
  readonly about: string;
  readonly sentence: string;
}

const finding =
  (is: Finding['is']) =>
  (about: string, sentence: string): Finding => ({ is, about, sentence });

export const well = finding('well');
/** Heed does its work all the same. */
export const note = finding('note');
/** Heed cannot do its work, or not safely, until somebody mends it. */
export const wrong = finding('wrong');

export const isWrong = ({ is }: Finding): boolean => is === 'wrong';

/** Two clocks at one moment, in epoch milliseconds. */
export interface Clocks {
  readonly here: number;
  readonly there: number;
}
