import { z } from 'zod';
import { Dated } from '../signed.ts';

/** Why a case is kept back (S0, Appendix 7: "pending a trial, inquest or any other enquiry"). */
export const PENDING = ['trial', 'inquest', 'police-investigation', 'other-enquiry'] as const;

/** While a case is embargoed it exists for the business unit and the chair alone (governance.md G77). */
export const Embargo = z
  .object({
    since: Dated,
    pending: z.enum(PENDING),
    reason: z.string().optional(),
    /** When somebody last said that it still holds. */
    still: Dated.optional(),
  })
  .readonly();
export type Embargo = z.infer<typeof Embargo>;
