import { partnershipName } from '../domain/arrangement-on.ts';
import { type Day, type Instant, minutesBetween, type TimeOfDay } from '../domain/day.ts';
import type { Duty } from '../domain/duty.ts';
import { daySet, type Meeting } from '../domain/meetings/meeting.ts';
import { holds } from '../domain/posts.ts';
import { openDuties } from '../domain/setting.ts';
import { capital } from '../domain/words.ts';
import { bodyName } from './action-words.ts';
import type { Situation } from './command.ts';
import { isVisibleDuty } from './visible.ts';

/** One thing in somebody's calendar. Whole days, or London's wall clock. */
export interface FeedEvent {
  /** The same for as long as it is the same thing, on whatever day. */
  readonly uid: string;
  readonly title: string;
  readonly on: Day;
  readonly at?: TimeOfDay | undefined;
  readonly isCancelled: boolean;
  /** When it was last given its day. */
  readonly updated: Instant;
  /** Never less than before for the same thing. */
  readonly sequence: number;
}

type Looking = Pick<Situation, 'ledger' | 'arrangement' | 'calendar' | 'today' | 'actor'>;

/**
 * PURE. What is in a person's own calendar: the meetings, and what they owe of what they may see. Of a case
 * there is its code and the clock, as on a lock screen: a calendar is kept by others.
 */
export const feedOf = (situation: Looking): readonly FeedEvent[] => {
  const { ledger, arrangement, actor } = situation;
  const meetings = [...ledger.records.values()].flatMap((record) =>
    record.is === 'meeting' ? [meetingEvent(record, situation)] : [],
  );
  const owed = openDuties(ledger, situation)
    .filter((duty) => holds(arrangement, actor, duty.owner) && isVisibleDuty(situation, duty))
    .map((duty) => dutyEvent(duty, situation));
  return [...meetings, ...owed];
};

const meetingEvent = (meeting: Meeting, situation: Looking): FeedEvent => {
  const { ref, body, on, at, cancelled, revised } = meeting;
  return {
    uid: uidOf([ref], situation),
    title: `${ref}: ${bodyName(situation, body)} meets`,
    on,
    at,
    isCancelled: cancelled !== undefined,
    updated: daySet(meeting).at,
    sequence: revised?.times ?? 0,
  };
};

const dutyEvent = (duty: Duty, situation: Looking): FeedEvent => {
  const { record, name, part, rule, due, since } = duty;
  return {
    uid: uidOf([record, name, ...(part ? [part] : [])], situation),
    title: `${record}: ${rule.todo}`,
    on: due,
    isCancelled: false,
    updated: since,
    sequence: sequenceOf(since, situation),
  };
};

const uidOf = (parts: readonly string[], { arrangement }: Looking): string =>
  `${parts.join('-').toLowerCase()}@${arrangement.name}.heed`;

const EPOCH = '2020-01-01T00:00:00.000Z' as Instant;

/** A day that is set anew is set later, and so is one that a new holiday moves: the number only grows. */
const sequenceOf = (since: Instant, { ledger }: Looking): number =>
  Math.max(0, Math.floor(minutesBetween(EPOCH, since))) + ledger.holidays.size;

/** What the calendar is called where it is shown. */
export const feedTitle = ({ arrangement }: Looking): string =>
  capital(partnershipName(arrangement));
