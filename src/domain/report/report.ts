import { z } from 'zod';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { PostId } from '../item.ts';
import { Ref } from '../reference.ts';
import { Dated, Signed } from '../signed.ts';
import { RECIPIENT_IDS, REPORT_CONTENT_IDS } from './contents.ts';

/** What can be ticked off of a report, by the part that it is: an item of its contents, a post, a board, a recipient. */
export const REPORT_STEPS = ['contents', 'input', 'sign-off', 'presented', 'sent'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

const Ticked = Dated.unwrap().extend({ evidence: z.string().optional() }).readonly();
const Ticks = z.record(z.string(), Ticked).readonly().default({});

/** The annual report on one business year, planned back from the day of its publication (S0 9.1 to 9.3, G37 to G39). */
export const AnnualReport = z
  .object({
    is: z.literal('annual-report'),
    ref: Ref,
    /** The business year it is about: its first London day and its last. */
    about: z.object({ from: Day, until: Day }).readonly(),
    /** The day on which it is to be published. */
    publish: Day,
    started: Dated,
    contents: z.array(z.enum(REPORT_CONTENT_IDS)).readonly(),
    input: z.array(PostId).readonly(),
    signOff: z.array(PostId).readonly(),
    presentedTo: z.array(z.object({ id: z.string(), name: z.string() }).readonly()).readonly(),
    ticks: z
      .object({ contents: Ticks, input: Ticks, 'sign-off': Ticks, presented: Ticks, sent: Ticks })
      .readonly(),
    published: Dated.unwrap()
      .extend({ url: z.string().optional(), anyway: z.string().optional() })
      .readonly()
      .optional(),
    moves: z
      .array(Signed.extend({ was: Day, reason: z.string() }).readonly())
      .readonly()
      .default([]),
    withdrawn: Signed.extend({ reason: z.string() }).readonly().optional(),
    ...EVERY_RECORD,
  })
  .readonly();
export type AnnualReport = z.infer<typeof AnnualReport>;

/** The parts of a step that there are, in their order. */
export const partsOf = (report: AnnualReport, step: ReportStep): readonly string[] => {
  switch (step) {
    case 'contents':
      return report.contents;
    case 'input':
      return report.input;
    case 'sign-off':
      return report.signOff;
    case 'presented':
      return report.presentedTo.map(({ id }) => id);
    case 'sent':
      return RECIPIENT_IDS;
  }
};

export const missingOf = (report: AnnualReport, step: ReportStep): readonly string[] =>
  partsOf(report, step).filter((part) => report.ticks[step][part] === undefined);
