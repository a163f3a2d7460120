import { z } from 'zod';
import { ABOUT } from '../about.ts';
import type { Arrangement } from '../arrangement.ts';
import { arrangementOn } from '../arrangement-on.ts';
import { type Calendar, workingDaysBetween } from '../calendar.ts';
import type { DisputeStage } from '../constitution.ts';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { PostId } from '../item.ts';
import { Ref } from '../reference.ts';
import { Dated } from '../signed.ts';

/** A stage that it came to: whose it is, as the arrangement had it then, and why it came so far. */
const Reached = Dated.unwrap()
  .extend({ whose: z.array(PostId).min(1).readonly(), note: z.string().optional() })
  .readonly();

/** A disagreement within the partnership (S0 14.1, G90). */
export const Dispute = z
  .object({
    is: z.literal('dispute'),
    ref: Ref,
    what: z.string(),
    /** The agencies that it is between. */
    between: z.array(z.string()).readonly(),
    /** One for each stage so far: forward only, one at a time. */
    reached: z.array(Reached).min(1).readonly(),
    resolved: Dated.unwrap().extend({ outcome: z.string() }).readonly().optional(),
    ...ABOUT,
    ...EVERY_RECORD,
  })
  .readonly();
export type Dispute = z.infer<typeof Dispute>;

/** What can be written down of it. */
export const DISPUTE_CHANGES = [
  z.object({ type: z.literal('dispute-opened'), dispute: Dispute }),
  z.object({
    type: z.literal('dispute-advanced'),
    ref: Ref,
    on: Day,
    whose: z.array(PostId).min(1).readonly(),
    note: z.string().optional(),
  }),
  z.object({ type: z.literal('dispute-resolved'), ref: Ref, on: Day, outcome: z.string() }),
] as const;

/** Where an arrangement lists no stages, a dispute has this one, and the business unit sees to it. */
const ONLY_STAGE: DisputeStage = {
  title: 'By the escalation policy',
  todo: "bring it to an end by the partnership's own escalation policy",
  by: ['manager' as PostId],
  recordOnly: false,
  source: 'the arrangement lists no stages',
};

/** The stages of a day's arrangement: a dispute goes on by those that it was opened under. */
export const stagesOn = (arrangement: Arrangement, day: Day): readonly DisputeStage[] => {
  const { stages } = arrangementOn(arrangement, day).disputes;
  return stages.length > 0 ? stages : [ONLY_STAGE];
};

interface Standing {
  readonly stage: DisputeStage;
  /** Which it is, from 1. */
  readonly number: number;
  readonly of: number;
  readonly since: z.infer<typeof Reached>;
  /** What comes after it, where anything does. */
  readonly next: DisputeStage | undefined;
}

/** The stage that a dispute is at, or was at when it was resolved; the last of an arrangement that has fewer by now. */
export const standingOf = ({ ref, reached }: Dispute, arrangement: Arrangement): Standing => {
  const [first] = reached;
  const since = reached.at(-1);
  if (!first || !since) throw new Error(`${ref} has come to no stage`);
  const stages = stagesOn(arrangement, first.on);
  const number = reached.length;
  return {
    stage: stages[number - 1] ?? stages.at(-1) ?? ONLY_STAGE,
    number,
    of: Math.max(stages.length, number),
    since,
    next: stages[number],
  };
};

/** How long it has been at its stage, in working days. */
export const stageAge = (
  { since }: Pick<Standing, 'since'>,
  { calendar, today }: { readonly calendar: Calendar; readonly today: Day },
): number => workingDaysBetween(calendar, since.on, today);
