import { StoreAway } from '../../src/app/ports.ts';
import { CannotOpen } from '../cannot-open.ts';
import { codeOf } from '../files.ts';

/** What the database itself says is wrong: not with our words, but with how it is just now. */
const OF_THE_MOMENT = /^(08|25006|28|3D|40|53|55|57|58|XX)/;
/** What the statement got wrong, which asking again would not mend. */
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** The code alone: a message may quote what was written. */
export const reasonOf = (problem: unknown): string => {
  const code = codeOf(problem);
  return code === 'unknown error' ? 'the connection was lost' : code;
};

export const isAway = (problem: unknown): boolean => {
  if (problem instanceof CannotOpen || !(problem instanceof Error)) return false;
  const code = codeOf(problem);
  return SQLSTATE.test(code) && !code.startsWith('E')
    ? OF_THE_MOMENT.test(code)
    : !(problem instanceof TypeError);
};

/** Nothing reached it: what was to be written certainly was not. */
export const unreached = (cause: unknown): StoreAway =>
  new StoreAway(`The database cannot be reached (${reasonOf(cause)}).`, { cause });

/** It was lost on the way: what was to be written may have been. */
export const lost = (cause: unknown): StoreAway =>
  new StoreAway(`The database was lost while it was asked (${reasonOf(cause)}).`, {
    cause,
    isUnclear: true,
  });
