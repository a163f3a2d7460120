import { z } from 'zod';
import { Ref } from '../reference.ts';

/** Why a record may not be purged for now: typed, since a narrative would say what the record may not (privacy.md E4, E5). */
export const HOLD_REASONS = ['inquest', 'litigation', 'inquiry', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

const refs = z.array(Ref).min(1).readonly();
const seq = z.number().int().positive();
const count = z.number().int().min(0);

/** What can be written down of how long a record is kept. */
export const KEEPING_CHANGES = [
  /** `where`: the pointer into the file that says more, which lies elsewhere. */
  z.object({
    type: z.literal('held'),
    ref: Ref,
    reason: z.enum(HOLD_REASONS),
    where: z.string().optional(),
  }),
  z.object({ type: z.literal('hold-lifted'), ref: Ref }),
  /** Somebody has decided that it goes, and with it all of `refs`; it is there until that is carried out. */
  z.object({ type: z.literal('purge-decided'), ref: Ref, refs }),
  z.object({ type: z.literal('purge-dropped'), ref: Ref }),
  /**
   * It was carried out: so many entries before this one are marks now. `digest` is the SHA-256 of what
   * the marks say, each by its own, so that none can be made, changed or put back afterwards.
   */
  z.object({
    type: z.literal('purged'),
    refs,
    /** The entries by which it was decided. */
    decisions: z.array(seq).readonly(),
    entries: count,
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** What remains of a purged entry in the counts: no number and no child's code is given out again. */
  z.object({
    type: z.literal('counts-kept'),
    numbers: z.array(z.tuple([z.string(), count]).readonly()).readonly(),
    codes: count,
    sentAgain: count,
  }),
] as const;
