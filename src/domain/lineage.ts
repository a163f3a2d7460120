import type { Ledger } from './ledger.ts';
import type { Ref } from './reference.ts';

/**
 * How one ledger came of another: which records lie between the two. It is no part of what is written
 * down; from it, whatever is worked out from a ledger follows the next one by what has changed alone.
 */
interface Step<T> {
  readonly touched: readonly Ref[];
  /** The ledger before; let go as soon as nothing needs it, so that no history is kept alive. */
  before: Step<T> | undefined;
  /** What was worked out here. */
  found: T | undefined;
  /** How many ledgers ago something was worked out. */
  depth: number;
}

const steps = new WeakMap<Ledger, Step<unknown>>();
/** Nobody has looked for so long that it is worked out anew: a log that is being read, for one. */
const FARTHEST = 1000;

/** The ledger after comes of the one before, and only these records differ. */
export const linkLedgers = (before: Ledger, after: Ledger, touched: readonly Ref[]): void => {
  const last = steps.get(before);
  const isTooFar = last === undefined || last.depth >= FARTHEST;
  const depth = isTooFar ? 0 : last.depth + 1;
  steps.set(after, { touched, before: isTooFar ? undefined : last, found: undefined, depth });
};

/**
 * What is worked out from a ledger: from the nearest one before it for which that is known, or whole.
 * `isOf` says whether what is known there may be gone on from.
 */
export const followed = <T>(
  ledger: Ledger,
  isOf: (found: T) => boolean,
  whole: () => T,
  onward: (from: T, touched: readonly Ref[]) => T,
): T => {
  const here = stepOf<T>(ledger);
  if (here.found !== undefined && isOf(here.found)) return here.found;
  const touched = new Set<Ref>();
  let step: Step<T> | undefined = here;
  while (step && !(step.found !== undefined && isOf(step.found))) {
    for (const ref of step.touched) touched.add(ref);
    step = step.before;
  }
  here.found = step?.found === undefined ? whole() : onward(step.found, [...touched]);
  here.before = undefined;
  here.depth = 0;
  return here.found;
};

const stepOf = <T>(ledger: Ledger): Step<T> => {
  const known = steps.get(ledger) as Step<T> | undefined;
  if (known) return known;
  const first: Step<T> = { touched: [], before: undefined, found: undefined, depth: 0 };
  steps.set(ledger, first as Step<unknown>);
  return first;
};
