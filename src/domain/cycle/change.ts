import { z } from 'zod';
import { Day } from '../day.ts';
import { PostId } from '../item.ts';
import { Ref } from '../reference.ts';
import { Amendment, APPROVALS } from './amendment.ts';
import { CycleEntry } from './entry.ts';

/** What can be written down of the annual cycle. */
export const CYCLE_CHANGES = [
  /** What the year has come to: everything that begins up to a London day is open from now. */
  z.object({
    type: z.literal('cycle-opened'),
    entries: z.array(CycleEntry).readonly(),
    through: Day.optional(),
  }),
  z.object({
    type: z.literal('cycle-done'),
    ref: Ref,
    on: Day,
    evidence: z.string().optional(),
  }),
  z.object({ type: z.literal('cycle-assigned'), ref: Ref, to: PostId, on: Day }),
  z.object({ type: z.literal('cycle-reopened'), ref: Ref, reason: z.string() }),
  z.object({
    type: z.literal('contribution-agreed'),
    ref: Ref,
    partner: z.string(),
    pence: z.number().int().min(0),
    on: Day,
  }),
  z.object({ type: z.literal('amendment-proposed'), amendment: Amendment }),
  z.object({
    type: z.literal('amendment-answered'),
    ref: Ref,
    partner: z.string(),
    is: z.enum(APPROVALS),
    on: Day,
    evidence: z.string().optional(),
  }),
  z.object({ type: z.literal('amendment-withdrawn'), ref: Ref }),
  /** What an agreed amendment does to an entry that is open already. */
  z.object({ type: z.literal('cycle-moved'), ref: Ref, to: Day, amendment: Ref }),
  z.object({ type: z.literal('cycle-dropped'), ref: Ref, amendment: Ref }),
] as const;
