import { z } from 'zod';
import { Day } from '../day.ts';
import { Ref } from '../reference.ts';
import { AnnualReport, REPORT_STEPS } from './report.ts';

/** What can be written down of an annual report. */
export const REPORT_CHANGES = [
  z.object({ type: z.literal('report-started'), report: AnnualReport }),
  z.object({
    type: z.literal('report-ticked'),
    ref: Ref,
    step: z.enum(REPORT_STEPS),
    parts: z.array(z.string()).readonly(),
    on: Day,
    evidence: z.string().optional(),
  }),
  z.object({ type: z.literal('report-moved'), ref: Ref, to: Day, reason: z.string() }),
  z.object({
    type: z.literal('report-published'),
    ref: Ref,
    on: Day,
    url: z.string().optional(),
    /** Why it was published though it was not signed off. */
    anyway: z.string().optional(),
  }),
  z.object({ type: z.literal('report-withdrawn'), ref: Ref, reason: z.string() }),
] as const;
