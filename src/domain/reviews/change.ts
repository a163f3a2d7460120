import { z } from 'zod';
import { Day } from '../day.ts';
import { Ref } from '../reference.ts';
import { CostLine, Share } from './costs.ts';
import { Decision } from './decision.ts';
import { Embargo, PENDING } from './embargo.ts';
import { APPROVERS } from './media.ts';
import {
  BODIES_TOLD,
  Checkin,
  LEADS,
  NEWS_TOLD,
  PRODUCTS,
  PracticeReview,
  Reviewer,
} from './practice-review.ts';
import { AIMS, CONTENTS, RapidReview } from './rapid-review.ts';

const on = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ref: Ref, on: Day, ...shape });

/** What can be written down of a review and of what follows from it. */
export const REVIEW_CHANGES = [
  z.object({ type: z.literal('review-started'), review: RapidReview }),
  z.object({
    type: z.literal('review-recorded'),
    ref: Ref,
    record: z.partialRecord(z.enum(CONTENTS), z.boolean()),
    aims: z.array(z.enum(AIMS)).readonly().optional(),
    omissions: z.string().optional(),
    secureRef: z.string().optional(),
    /** Set where nothing is missing any more. */
    completed: Day.optional(),
  }),
  on('step-done', { step: z.string() }),
  z.object({
    type: z.literal('review-decided'),
    ref: Ref,
    decision: Decision,
    opened: PracticeReview.optional(),
    /** The practice review that the decision before had begun. */
    ended: Ref.optional(),
  }),
  on('review-sent', {}),
  on('panel-replied', {}),
  on('family-informed', {}),
  on('bodies-informed', { of: z.enum(NEWS_TOLD), whom: z.array(z.enum(BODIES_TOLD)).readonly() }),
  z.object({ type: z.literal('reviewer-named'), ref: Ref, reviewer: Reviewer }),
  z.object({
    type: z.literal('reviewer-checked'),
    ref: Ref,
    checkin: Checkin,
    practitioners: z.boolean().optional(),
    families: z.boolean().optional(),
  }),
  on('reviewer-asked', { letterRef: z.string() }),
  on('reviewer-answered', { letterRef: z.string() }),
  z.object({
    type: z.literal('costs-estimated'),
    ref: Ref,
    line: CostLine.optional(),
    shares: z.array(Share).readonly(),
  }),
  on('review-delayed', { pending: z.enum(PENDING), until: Day }),
  on('publication-set', {
    is: z.enum(['planned', 'published']),
    extent: z.enum(['full', 'partial']),
    pseudonym: z.string().optional(),
    url: z.string().optional(),
  }),
  on('review-scoped', {
    termsRef: z.string(),
    from: Day.optional(),
    to: Day.optional(),
    lead: z.enum(LEADS),
    others: z.string().optional(),
  }),
  on('learning-shared', { products: z.array(z.enum(PRODUCTS)).readonly() }),
  on('review-withheld', { reason: z.string() }),
  /** On everything of one case at once; null lifts it. */
  z.object({
    type: z.literal('case-embargoed'),
    refs: z.array(Ref).readonly(),
    embargo: Embargo.nullable(),
  }),
  on('media-asked', { lineRef: z.string() }),
  on('media-approved', { as: z.enum(APPROVERS) }),
] as const;
