import { z } from 'zod';
import { Ref } from '../reference.ts';
import { Dated } from '../signed.ts';

export const OUTCOMES = ['lcspr', 'national', 'learning-review', 'none'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The criteria that the partners "must take into account" (S0, Appendix 7). */
export const CRITERIA = [
  'improvements',
  'recurrent-themes',
  'working-together',
  'panel-suggests',
] as const;

/** The circumstances that they "should also have regard to" (S0, Appendix 7). */
export const CIRCUMSTANCES = [
  'single-agency',
  'no-agency',
  'several-areas',
  'institutional',
] as const;

/** Who decides differs: the partners by statute, the chair in Merton 2019 (governance.md G75). */
export const DECIDERS = ['statutory-partners', 'chair'] as const;

/** A decision is never changed, only followed by another. */
export const Decision = z
  .object({
    outcome: z.enum(OUTCOMES),
    criteria: z.array(z.enum(CRITERIA)).readonly(),
    circumstances: z.array(z.enum(CIRCUMSTANCES)).readonly(),
    /** Where the grounds stand, in the secure file. */
    rationaleRef: z.string(),
    decidedBy: z.enum(DECIDERS),
    made: Dated,
    /** Why it took the place of the one before. */
    reason: z.string().optional(),
    /** The practice review that it began. */
    began: Ref.optional(),
  })
  .readonly();
export type Decision = z.infer<typeof Decision>;
