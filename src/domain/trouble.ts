import { z } from 'zod';
import type { Instant } from './day.ts';
import type { Sending } from './sending.ts';

/** Something that keeps Heed from doing its work, and that the business unit can put right. */
export const Trouble = z
  .object({
    /** The same trouble has the same key: it is told once while it lasts. */
    key: z.string(),
    /** What is wrong, and what to do about it. No case is in it but by its reference. */
    sentence: z.string(),
    /** It lasts until it is said to be over; without this it is over once it has been told. */
    lasts: z.boolean(),
  })
  .readonly();
export type Trouble = z.infer<typeof Trouble>;

/** A trouble that is known, and when the business unit was told of it. */
export interface KnownTrouble extends Trouble {
  readonly since: Instant;
  readonly told?: Instant;
  /** Where it was told, and nobody knows whether that arrived. */
  readonly sending?: Sending;
}
