import { z } from 'zod';
import { Action, ActionEvent } from './action.ts';
import { Amendment } from './cycle/amendment.ts';
import { CYCLE_CHANGES } from './cycle/change.ts';
import { CycleEntry } from './cycle/entry.ts';
import { Day, Instant } from './day.ts';
import { FEED_CHANGES } from './feeds.ts';
import { CHALLENGE_CHANGES, Challenge } from './governance/challenge.ts';
import { DECISION_CHANGES, PartnershipDecision } from './governance/decision.ts';
import { DISPUTE_CHANGES, Dispute } from './governance/dispute.ts';
import { RISK_CHANGES, Risk } from './governance/risk.ts';
import { Circumstances, DATES, Incident, PersonId } from './incident.ts';
import { Item, PostId, Settlement } from './item.ts';
import { KEEPING_CHANGES } from './keeping/change.ts';
import { LINK_CHANGES } from './links.ts';
import { MEETING_CHANGES } from './meetings/change.ts';
import { Meeting } from './meetings/meeting.ts';
import { OTHER_DATES_CHANGES } from './other-dates.ts';
import { Ref } from './reference.ts';
import { REPORT_CHANGES } from './report/change.ts';
import { AnnualReport } from './report/report.ts';
import { REQUEST_CHANGES } from './requests/change.ts';
import { InformationRequest } from './requests/request.ts';
import { REVIEW_CHANGES } from './reviews/change.ts';
import { PracticeReview } from './reviews/practice-review.ts';
import { RapidReview } from './reviews/rapid-review.ts';
import { Away } from './roster.ts';
import { Route } from './route.ts';
import { TERM_CHANGES, Term } from './terms/term.ts';
import { Trouble } from './trouble.ts';

/** Everything that is numbered and shown, and has duties. A new kind joins here. */
export const HeedRecord = z.discriminatedUnion('is', [
  Incident,
  RapidReview,
  PracticeReview,
  Action,
  InformationRequest,
  Meeting,
  PartnershipDecision,
  Dispute,
  Risk,
  CycleEntry,
  Amendment,
  AnnualReport,
  Challenge,
  Term,
]);
export type HeedRecord = z.infer<typeof HeedRecord>;

/** All that can ever be written down. A variant carries only its own fields. */
export const Change = z.discriminatedUnion('type', [
  z.object({ type: z.literal('incident-logged'), incident: Incident }),
  z.object({
    type: z.literal('incident-dated'),
    ref: Ref,
    date: z.enum(DATES),
    on: Day,
    panelRef: z.string().optional(),
  }),
  z.object({
    type: z.literal('incident-corrected'),
    ref: Ref,
    circumstances: Circumstances.unwrap().partial(),
    dates: z.partialRecord(z.enum(DATES), Day),
    area: z.string().optional(),
    /** A date that should never have been entered. */
    erased: z.enum(DATES).optional(),
    reason: z.string(),
    /** What was changed, in words: "aware was Mon 30 Mar 2026". */
    what: z.string(),
  }),
  z.object({ type: z.literal('incident-withdrawn'), ref: Ref, reason: z.string().optional() }),
  ...REVIEW_CHANGES,
  ...REQUEST_CHANGES,
  ...MEETING_CHANGES,
  ...DECISION_CHANGES,
  ...DISPUTE_CHANGES,
  ...RISK_CHANGES,
  ...CYCLE_CHANGES,
  ...REPORT_CHANGES,
  ...CHALLENGE_CHANGES,
  ...TERM_CHANGES,
  ...FEED_CHANGES,
  ...LINK_CHANGES,
  ...OTHER_DATES_CHANGES,
  ...KEEPING_CHANGES,
  z.object({ type: z.literal('action-added'), action: Action }),
  z.object({ type: z.literal('action-changed'), ref: Ref, event: ActionEvent }),
  /** Whoever owes a duty has it in hand: they are not reminded before its day, until that is stale. */
  z.object({ type: z.literal('duty-acknowledged'), ref: Ref, duty: z.string(), due: Day }),
  z.object({
    type: z.literal('duty-snoozed'),
    ref: Ref,
    duty: z.string(),
    due: Day,
    until: Day,
    reason: z.string(),
  }),
  /** Null where nobody is in the post any more. */
  z.object({ type: z.literal('post-appointed'), post: PostId, person: PersonId.nullable() }),
  /** The ways on which whoever holds the post is reached, in this order. */
  z.object({ type: z.literal('post-routed'), post: PostId, routes: z.array(Route).readonly() }),
  z.object({ type: z.literal('deputy-named'), post: PostId, deputy: PostId }),
  z.object({ type: z.literal('post-away'), post: PostId, away: Away }),
  /** Its holder is back, or nobody covers it any more. */
  z.object({ type: z.literal('post-back'), post: PostId, on: Day }),
  z.object({
    type: z.literal('weekly-chosen'),
    posts: z.array(PostId).readonly(),
    is: z.boolean(),
  }),
  z.object({ type: z.literal('holiday-added'), on: Day, name: z.string() }),
  z.object({ type: z.literal('holiday-removed'), on: Day }),
  /** An undo: the records as they were before the entry it takes back, null where there was none. */
  z.object({
    type: z.literal('reversed'),
    seq: z.number().int(),
    restore: z.array(z.object({ ref: Ref, record: HeedRecord.nullable() })).readonly(),
  }),
  /** Somebody typed an identifier: which kind and where, never what (privacy.md E5). */
  z.object({ type: z.literal('text-refused'), field: z.string(), kind: z.string() }),
  z.object({ type: z.literal('settled'), settlements: z.array(Settlement).readonly() }),
  /** These items are about to be sent in one message; what became of it is said by `settled`. */
  z.object({ type: z.literal('sending'), keys: z.array(z.string()).readonly() }),
  /** They certainly were not sent. Where neither follows, nobody knows. */
  z.object({ type: z.literal('not-sent'), keys: z.array(z.string()).readonly() }),
  /** What had been sent came back: these items have not reached that person after all. */
  z.object({
    type: z.literal('came-back'),
    refs: z.array(Ref).readonly(),
    keys: z.array(z.string()).readonly(),
    person: PersonId,
  }),
  z.object({ type: z.literal('trouble-found'), trouble: Trouble }),
  /** It was told, and nobody knows whether that arrived. */
  z.object({ type: z.literal('trouble-tried'), keys: z.array(z.string()).readonly() }),
  z.object({ type: z.literal('trouble-told'), keys: z.array(z.string()).readonly() }),
  z.object({ type: z.literal('trouble-over'), key: z.string() }),
]);
export type Change = z.infer<typeof Change>;

/** One accepted decision: who, when, through what, what it changed and whom it will tell. */
export const Entry = z.object({
  /** 1 for the first; there are no gaps. */
  seq: z.number().int().positive(),
  at: Instant,
  /** The person, or "heed" for a sweep. */
  by: PersonId,
  /** The surface it came through: "rehearsal", "slack", "clock". */
  via: z.string(),
  /** The command's name, or "sweep" or "deliver". */
  asked: z.string(),
  /** What the surface calls this request, so that one that comes twice is done once. */
  once: z.string().optional(),
  changes: z.array(Change).readonly(),
  queued: z.array(Item).readonly(),
});
export type Entry = z.infer<typeof Entry>;
