import { z } from 'zod';
import { Day, Instant } from './day.ts';
import { PostId } from './item.ts';
import { Ref } from './reference.ts';
import { Embargo } from './reviews/embargo.ts';
import { Dated } from './signed.ts';

/** A recommendation that somebody carries out: who and by when are never left open (S0, Appendix 7). */
export const Action = z
  .object({
    is: z.literal('action'),
    ref: Ref,
    what: z.string(),
    owner: PostId,
    due: Day,
    /** The review that it comes from. */
    source: Ref,
    /** The body of the partnership that follows it. */
    group: z.string().optional(),
    /** Another board that has it in its own plan (governance.md G81); its owner here reports. */
    board: z.string().optional(),
    given: Dated,
    embargo: Embargo.optional(),
    /** When it was last let go. */
    lifted: Instant.optional(),
  })
  .readonly();
export type Action = z.infer<typeof Action>;
