import { action } from './action.ts';
import { practiceReview } from './practice-review.ts';
import { rapidReview } from './rapid-review.ts';
import type { ReviewClock } from './review-clock.ts';

/** deadlines.md A2 to A4: rapid review, practice review, publication, actions. */
export const REVIEW_CLOCKS = {
  ...rapidReview,
  ...practiceReview,
  ...action,
} as const satisfies Record<string, ReviewClock>;

export type ReviewDuty = keyof typeof REVIEW_CLOCKS;
export const REVIEW_DUTIES = Object.keys(REVIEW_CLOCKS) as [ReviewDuty, ...ReviewDuty[]];
