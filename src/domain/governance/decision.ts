import { z } from 'zod';
import { ABOUT } from '../about.ts';
import type { Arrangement } from '../arrangement.ts';
import { addDays, Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { PostId } from '../item.ts';
import type { Ledger } from '../ledger.ts';
import { isInquorate } from '../meetings/attendance.ts';
import { type Meeting, nextMeeting, nextPartnershipMeeting } from '../meetings/meeting.ts';
import { Ref } from '../reference.ts';
import { Dated, Signed } from '../signed.ts';

export const VOTES = ['for', 'against', 'abstained'] as const;
export type Vote = (typeof VOTES)[number];

/** How one that was taken between meetings was reported to the Partnership (S0 8.4). */
export const REPORTED = ['meeting', 'writing'] as const;

/** What a quorate meeting made of one that an inquorate meeting had taken. */
export const CONFIRMATIONS = ['confirmed', 'not-confirmed'] as const;

/** How it came about. */
const Taken = z.discriminatedUnion('is', [
  /** By whoever the arrangement has decide between meetings, and which statutory partners they consulted. */
  z.object({
    is: z.literal('between-meetings'),
    by: PostId,
    consulted: z.array(z.string()).readonly(),
    consultedOn: Day.optional(),
  }),
  z.object({ is: z.literal('consensus'), meeting: Ref }),
  /** By the statutory partners' votes, and nobody else's (S0 Appendix 1, G09). */
  z.object({
    is: z.literal('vote'),
    meeting: Ref,
    votes: z.record(z.string(), z.enum(VOTES)).readonly(),
  }),
]);

/** What the partnership has decided, at a meeting or between two. */
export const PartnershipDecision = z
  .object({
    is: z.literal('decision'),
    ref: Ref,
    what: z.string(),
    made: Dated,
    taken: Taken.readonly(),
    /** The body whose meeting took it. */
    body: z.string().optional(),
    reported: Dated.unwrap()
      .extend({ how: z.enum(REPORTED), meeting: Ref.optional() })
      .readonly()
      .optional(),
    confirmation: Dated.unwrap()
      .extend({ is: z.enum(CONFIRMATIONS), meeting: Ref })
      .readonly()
      .optional(),
    /** It should never have been written down. */
    withdrawn: Signed.extend({ reason: z.string() }).readonly().optional(),
    ...ABOUT,
    ...EVERY_RECORD,
  })
  .readonly();
export type PartnershipDecision = z.infer<typeof PartnershipDecision>;

/** What can be written down of it. */
export const DECISION_CHANGES = [
  z.object({ type: z.literal('decision-recorded'), decision: PartnershipDecision }),
  z.object({
    type: z.literal('decision-reported'),
    ref: Ref,
    how: z.enum(REPORTED),
    on: Day,
    meeting: Ref.optional(),
  }),
  z.object({
    type: z.literal('decision-confirmed'),
    ref: Ref,
    is: z.enum(CONFIRMATIONS),
    on: Day,
    meeting: Ref,
  }),
  /** Voices that were not written down with it. */
  z.object({
    type: z.literal('decision-voted'),
    ref: Ref,
    votes: z.record(z.string(), z.enum(VOTES)).readonly(),
  }),
  z.object({ type: z.literal('decision-withdrawn'), ref: Ref, reason: z.string() }),
] as const;

/** The meeting that it was taken at. */
export const meetingOf = (
  { taken }: PartnershipDecision,
  { records }: Pick<Ledger, 'records'>,
): Meeting | undefined => {
  const record = 'meeting' in taken ? records.get(taken.meeting) : undefined;
  return record?.is === 'meeting' ? record : undefined;
};

export interface Scene {
  readonly ledger: Pick<Ledger, 'records'>;
  readonly arrangement: Arrangement;
}

/**
 * Whether the meeting that took it could not decide. Drawn from who is recorded as there, and never
 * written down: it follows when that is put right.
 */
export const wasInquorate = (decision: PartnershipDecision, { ledger, arrangement }: Scene) => {
  const meeting = meetingOf(decision, ledger);
  return meeting !== undefined && isInquorate(meeting, arrangement);
};

/** Whether a quorate meeting still has to confirm it. */
export const isToConfirm = (decision: PartnershipDecision, scene: Scene): boolean =>
  !decision.withdrawn && !decision.confirmation && wasInquorate(decision, scene);

interface Moment extends Scene {
  readonly today: Day;
}

/** The meeting to come of the body that took it, after the one at which it did. */
export const confirmingMeeting = (
  decision: PartnershipDecision,
  { ledger, today }: Moment,
): Meeting | undefined => {
  const met = meetingOf(decision, ledger);
  return met && nextMeeting(ledger, met.body, laterDay(addDays(met.on, 1), today));
};

/** The meeting of the Partnership to come, after the day on which it was taken. */
export const reportingMeeting = (
  { made }: PartnershipDecision,
  { ledger, arrangement, today }: Moment,
): Meeting | undefined =>
  nextPartnershipMeeting(ledger, arrangement, laterDay(addDays(made.on, 1), today));

const laterDay = (a: Day, b: Day): Day => (a > b ? a : b);

/** Whether the Partnership has still to hear of it. */
export const isToReport = ({ taken, reported, withdrawn }: PartnershipDecision): boolean =>
  taken.is === 'between-meetings' && !reported && !withdrawn;
