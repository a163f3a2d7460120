import { z } from 'zod';
import type { Arrangement } from '../arrangement.ts';
import { Day, TimeOfDay } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import type { Ledger } from '../ledger.ts';
import { Ref } from '../reference.ts';
import { Dated, Signed } from '../signed.ts';

/** How a seat was filled: by its member, by their deputy with the same authority (S0 6.3), or by nobody. */
export const ATTENDED = ['member', 'deputy', 'apologies', 'absent'] as const;
export type Attended = (typeof ATTENDED)[number];

export const isThere = (is: Attended): boolean => is === 'member' || is === 'deputy';

/** What goes out around a meeting. */
export const MEETING_PAPERS = ['agenda', 'papers', 'minutes'] as const;
export type MeetingPaper = (typeof MEETING_PAPERS)[number];

const Seat = Signed.extend({ is: z.enum(ATTENDED) }).readonly();
const Review = Dated.unwrap().extend({ outcome: z.string() }).readonly();

const Move = Signed.extend({
  was: Day,
  wasAt: TimeOfDay.optional(),
  reason: z.string().optional(),
}).readonly();

export const COMING = ['yes', 'no'] as const;
const Invitation = z
  .object({
    asked: Dated,
    answer: Dated.unwrap()
      .extend({ is: z.enum(COMING) })
      .readonly()
      .optional(),
  })
  .readonly();

export const Meeting = z
  .object({
    is: z.literal('meeting'),
    ref: Ref,
    /** The body that meets, by its id. */
    body: z.string(),
    on: Day,
    /** London's clocks. */
    at: TimeOfDay.optional(),
    scheduled: Dated,
    /** When its day was last set anew or taken back, and how many times that has been. */
    revised: Dated.unwrap().extend({ times: z.int().positive() }).readonly().optional(),
    /** The days it was moved from, the first of them first. */
    moves: z.array(Move).readonly().default([]),
    /** By seat: an agency's id, or a post's. What nobody has recorded is not there. */
    attendance: z.record(z.string(), Seat).readonly().default({}),
    /** When each of them went out. */
    sent: z.partialRecord(z.enum(MEETING_PAPERS), Dated).readonly().default({}),
    /** By statutory partner: when the chair wrote to its accountable officer (S0 8.12(a), G03). */
    letters: z.record(z.string(), Dated).readonly().default({}),
    /** By seat: what became of the talk about two absences in a row (S0 6.10, G04). */
    reviewed: z.record(z.string(), Review).readonly().default({}),
    /** By sub-group: its chair was asked to attend, since its business is on the agenda (S0 Appendix 1, G11), and said whether they come. */
    invited: z.record(z.string(), Invitation).readonly().optional(),
    cancelled: Signed.extend({ reason: z.string() }).readonly().optional(),
    ...EVERY_RECORD,
  })
  .readonly();
export type Meeting = z.infer<typeof Meeting>;

/** When it was given the day it has. */
export const daySet = ({ scheduled, revised }: Pick<Meeting, 'scheduled' | 'revised'>): Dated => {
  if (!revised) return scheduled;
  const { on, at, by } = revised;
  return { on, at, by };
};

/** The day that it was first scheduled for: a series has it at that place, wherever it was moved. */
export const firstDayOf = ({ on, moves }: Pick<Meeting, 'on' | 'moves'>): Day =>
  moves[0]?.was ?? on;

/** The meetings that are not cancelled, in order: asked for every decision, so it is worked out once. */
const meetingsIn = ({ records }: Pick<Ledger, 'records'>): readonly Meeting[] => {
  const known = kept.get(records);
  if (known) return known;
  const found = [...records.values()]
    .flatMap((record) => (record.is === 'meeting' && !record.cancelled ? [record] : []))
    .toSorted((a, b) => a.on.localeCompare(b.on));
  kept.set(records, found);
  return found;
};

const kept = new WeakMap<Ledger['records'], readonly Meeting[]>();

/** The next meeting of a body from a day on. */
export const nextMeeting = (
  ledger: Pick<Ledger, 'records'>,
  body: string | undefined,
  from: Day,
): Meeting | undefined =>
  meetingsIn(ledger).find((meeting) => meeting.body === body && meeting.on >= from);

/** The meetings of a body on and between two days, in order. */
export const meetingsBetween = (
  ledger: Pick<Ledger, 'records'>,
  body: string | undefined,
  { from, until }: { readonly from: Day; readonly until: Day },
): readonly Meeting[] =>
  meetingsIn(ledger).filter(
    (meeting) => meeting.body === body && from <= meeting.on && meeting.on <= until,
  );

/** The next of the Partnership: it hears of those who have not answered (S0 8.11). */
export const nextPartnershipMeeting = (
  ledger: Pick<Ledger, 'records'>,
  { partnershipBody }: Pick<Arrangement, 'partnershipBody'>,
  from: Day,
): Meeting | undefined => nextMeeting(ledger, partnershipBody, from);
