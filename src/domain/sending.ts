import { type Instant, minutesBetween } from './day.ts';

/** Sends of one item of which nobody knows what became. */
export interface Sending {
  readonly times: number;
  /** When the last of them began. */
  readonly at: Instant;
}

/** After so many sends without an answer a person may have it so many times: it is given up. */
const MOST_UNSURE = 12;
const LONGEST_REST = 15;

/** A send that may have arrived is not repeated at once: 1 minute, then 2, 4, 8, and 15 at the most. */
export const isResting = ({ times, at }: Sending, now: Instant): boolean =>
  minutesBetween(at, now) < Math.min(2 ** (times - 1), LONGEST_REST);

export const isSpent = ({ times }: Sending): boolean => times >= MOST_UNSURE;

/** The state after one more send, or after one that certainly did not happen. */
export const sendingOnce = (before: Sending | undefined, at: Instant): Sending => ({
  times: (before?.times ?? 0) + 1,
  at,
});
export const notSent = ({ times, at }: Sending): Sending | undefined =>
  times > 1 ? { times: times - 1, at } : undefined;
