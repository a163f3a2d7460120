import { z } from 'zod';
import { ABOUT } from '../about.ts';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { PostId } from '../item.ts';
import { Ref } from '../reference.ts';
import { Dated } from '../signed.ts';

/** How grave it is, in words: a colour is never all that is said. */
export const RISK_RATINGS = ['low', 'medium', 'high', 'very-high'] as const;
export type RiskRating = (typeof RISK_RATINGS)[number];

/** What was made of it on a day, and until when that holds. */
const REVIEW = {
  rating: z.enum(RISK_RATINGS),
  next: Day,
  note: z.string().optional(),
  /** Whose it is from then on, where that changes. */
  owner: PostId.optional(),
} as const;
const RiskReview = Dated.unwrap()
  .extend({ ...REVIEW, was: z.enum(RISK_RATINGS) })
  .readonly();

/** An entry of the risk register (S0 7.12, 6.10; S2 4.2.1; G41). */
export const Risk = z
  .object({
    is: z.literal('risk'),
    ref: Ref,
    what: z.string(),
    /** What is done about it. */
    mitigation: z.string().optional(),
    owner: PostId,
    rating: z.enum(RISK_RATINGS),
    /** The day by which it is reviewed next. */
    review: Day,
    added: Dated,
    reviews: z.array(RiskReview).readonly(),
    closed: Dated.unwrap().extend({ reason: z.string() }).readonly().optional(),
    ...ABOUT,
    ...EVERY_RECORD,
  })
  .readonly();
export type Risk = z.infer<typeof Risk>;

/** What can be written down of it. */
export const RISK_CHANGES = [
  z.object({ type: z.literal('risk-added'), risk: Risk }),
  z.object({ type: z.literal('risk-reviewed'), ref: Ref, on: Day, ...REVIEW }),
  z.object({ type: z.literal('risk-closed'), ref: Ref, on: Day, reason: z.string() }),
] as const;

/** Since when it has been its owner's. */
export const ownedSince = ({ added, reviews }: Risk): Dated =>
  reviews.findLast(({ owner }) => owner !== undefined) ?? added;

/** What set the day of its next review. */
export const setBy = ({ added, reviews }: Risk): Dated => reviews.at(-1) ?? added;

/** The gravest first, and of two alike the one that is reviewed sooner. */
export const byGravity = (a: Risk, b: Risk): number =>
  RISK_RATINGS.indexOf(b.rating) - RISK_RATINGS.indexOf(a.rating) ||
  a.review.localeCompare(b.review);
