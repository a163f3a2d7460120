import { z } from 'zod';
import { Dated } from '../signed.ts';

/** "without the agreement of the … Chair, the Director of Children … and the … Communications Team" (S0, Appendix 7). */
export const APPROVERS = ['chair', 'director', 'communications'] as const;
export type Approver = (typeof APPROVERS)[number];

export const Media = z
  .object({
    asked: Dated,
    /** The line to take, in the secure file. */
    lineRef: z.string(),
    approved: z.partialRecord(z.enum(APPROVERS), Dated).readonly(),
  })
  .readonly();
export type Media = z.infer<typeof Media>;

export const approvalsMissing = ({ approved }: Media): readonly Approver[] =>
  APPROVERS.filter((one) => !approved[one]);
