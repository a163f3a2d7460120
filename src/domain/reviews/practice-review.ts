import { z } from 'zod';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { Ref } from '../reference.ts';
import { Dated, Signed } from '../signed.ts';
import { CostLine, Share } from './costs.ts';
import { OUTCOMES } from './decision.ts';
import { PENDING } from './embargo.ts';

/** Who is told of a practice review, and of what. */
export const BODIES_TOLD = ['panel', 'ofsted', 'dfe'] as const;
export const NEWS_TOLD = ['decision', 'reviewer', 'delay', 'withholding'] as const;
export type NewsTold = (typeof NEWS_TOLD)[number];

/** The methods that the DfE recognises (S0, Appendix 8). */
export const METHODS = [
  'learning-together',
  'child-practice-review',
  'root-cause-analysis',
  'silp',
  'appreciative-inquiry',
] as const;

/** What the partners consider of a reviewer (S0, Appendix 7). */
export const SUITABILITY = ['practice', 'research', 'complexity', 'hindsight', 'findings'] as const;
export const CONFLICTS = ['none', 'resolved', 'open'] as const;

export const Reviewer = z
  .object({
    called: z.string(),
    method: z.enum(METHODS),
    checks: z.record(z.enum(SUITABILITY), z.boolean()).readonly(),
    conflict: z.enum(CONFLICTS),
    named: Dated,
  })
  .readonly();

/** Once it is finished, nobody has to be asked how it goes. */
export const PROGRESS = ['on-track', 'at-risk', 'behind', 'finished'] as const;

export const Checkin = Dated.unwrap()
  .extend({ progress: z.enum(PROGRESS), note: z.string().optional() })
  .readonly();

/** "any such requests must be made in writing" (S0, Appendix 7; SI 2018/789, regulation 14). */
const WrittenRequest = Dated.unwrap()
  .extend({ letterRef: z.string(), answered: Dated.optional() })
  .readonly();

export const LEADS = ['ours', 'another', 'joint'] as const;
export const PRODUCTS = ['report', 'briefing', 'lunch-and-learn', 'section-11'] as const;

const Told = z.partialRecord(z.enum(BODIES_TOLD), Dated).readonly();

export const PracticeReview = z
  .object({
    is: z.literal('practice-review'),
    ref: Ref,
    type: z.enum(['lcspr', 'national', 'learning-review']),
    rapidReview: Ref,
    children: z.array(z.string()).readonly(),
    agencies: z.array(z.string()).readonly(),
    /** The decision that began it. */
    decided: Dated,
    told: z.partialRecord(z.enum(NEWS_TOLD), Told).readonly(),
    reviewer: Reviewer.optional(),
    /** Its terms of reference, and who leads where several partnerships take part (S0, Appendix 7). */
    scope: z
      .object({
        termsRef: z.string(),
        from: Day.optional(),
        to: Day.optional(),
        lead: z.enum(LEADS),
        others: z.string().optional(),
        set: Dated,
      })
      .readonly()
      .optional(),
    /** What has been made of its learning (governance.md G82). */
    learning: z.partialRecord(z.enum(PRODUCTS), Dated).readonly().optional(),
    invited: z.object({ practitioners: z.boolean(), families: z.boolean() }).readonly().optional(),
    checkins: z.array(Checkin).readonly(),
    requests: z.array(WrittenRequest).readonly(),
    costs: z
      .object({ lines: z.array(CostLine).readonly(), shares: z.array(Share).readonly() })
      .readonly()
      .optional(),
    delay: z
      .object({ since: Dated, pending: z.enum(PENDING), until: Day })
      .readonly()
      .optional(),
    /** The day it is to be published. */
    planned: Dated.optional(),
    copied: Dated.optional(),
    published: Dated.optional(),
    /** The day what can be said of the improvements was published, the report itself apart. */
    improved: Dated.optional(),
    extent: z.enum(['full', 'partial']).optional(),
    /** The name it is published under: "Franklyn" beside Child L. */
    pseudonym: z.string().optional(),
    url: z.string().optional(),
    withheld: z.object({ since: Dated, reason: z.string() }).readonly().optional(),
    ...EVERY_RECORD,
    /** When another decision took the place of the one that began it. */
    ended: Signed.extend({ why: z.enum(OUTCOMES) })
      .readonly()
      .optional(),
  })
  .readonly();
export type PracticeReview = z.infer<typeof PracticeReview>;
