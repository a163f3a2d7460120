import { type Instant, minutesBetween } from './day.ts';

/** Sends of one thing of which nobody knows what became. */
export interface Sending {
  readonly times: number;
  /** When the last of them began. */
  readonly at: Instant;
}

/** After so many sends without an answer the business unit is told; it goes on, but once an hour. */
export const MANY_UNSURE = 12;
const LONGEST_REST = 15;
const HOUR = 60;

/** A send that may have arrived is not repeated at once: 1 minute, then 2, 4, 8, 15, and an hour in the end. */
export const isResting = ({ times, at }: Sending, now: Instant): boolean =>
  minutesBetween(at, now) < restAfter(times);

const restAfter = (times: number): number =>
  times >= MANY_UNSURE ? HOUR : Math.min(2 ** (times - 1), LONGEST_REST);

/** The state after one more send, or after one that certainly did not happen. */
export const sendingOnce = (before: Sending | undefined, at: Instant): Sending => ({
  times: (before?.times ?? 0) + 1,
  at,
});
export const notSent = ({ times, at }: Sending): Sending | undefined =>
  times > 1 ? { times: times - 1, at } : undefined;
