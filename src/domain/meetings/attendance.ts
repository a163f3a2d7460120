import type { Arrangement } from '../arrangement.ts';
import type { Body } from '../body.ts';
import { bodyOn } from '../body-on.ts';
import type { Ledger } from '../ledger.ts';
import { type QuorumFound, quorumOf } from '../quorum.ts';
import { isThere, type Meeting } from './meeting.ts';

/** The body that met, as the arrangement of that day has it. */
export const bodyOf = (arrangement: Arrangement, { body, on }: Pick<Meeting, 'body' | 'on'>) =>
  bodyOn(arrangement, body, on);

/** The seats of a body, by agency or post: where the arrangement names no members, those its quorum counts. */
export const seatsOf = ({ members, quorum }: Pick<Body, 'members' | 'quorum'>): readonly string[] =>
  members?.map(({ seat }) => seat) ?? quorum?.of ?? [];

const filled = ({ attendance }: Pick<Meeting, 'attendance'>): readonly string[] =>
  Object.entries(attendance).flatMap(([seat, { is }]) => (isThere(is) ? [seat] : []));

export const isHeld = ({ attendance, cancelled }: Meeting): boolean =>
  !cancelled && Object.keys(attendance).length > 0;

/** Whether a meeting could decide; undefined while nobody has recorded who came. */
export const quorumAt = (meeting: Meeting, arrangement: Arrangement): QuorumFound | undefined =>
  isHeld(meeting) ? quorumOf(bodyOf(arrangement, meeting) ?? {}, filled(meeting)) : undefined;

/** Whether it is known that it could not decide. */
export const isInquorate = (meeting: Meeting, arrangement: Arrangement): boolean =>
  quorumAt(meeting, arrangement)?.is === 'inquorate';

/** Those whose seat is known to have been empty. What nobody has recorded is no absence. */
const emptySeats = ({ attendance }: Pick<Meeting, 'attendance'>): readonly string[] =>
  Object.entries(attendance).flatMap(([seat, { is }]) => (isThere(is) ? [] : [seat]));

/** The statutory partners that nobody represented at a scheduled meeting of the Partnership (S0 8.12(a), G03). */
export const unrepresented = (
  meeting: Meeting,
  { statutory, partnershipBody }: Pick<Arrangement, 'statutory' | 'partnershipBody'>,
): readonly string[] =>
  meeting.cancelled || meeting.body !== partnershipBody
    ? []
    : emptySeats(meeting).filter((seat) => statutory.includes(seat));

/**
 * The seats that were empty at this meeting and at the one of the same body before it (S0 6.10, G04). A
 * deputy fills a seat; a meeting at which the seat was not recorded says nothing and breaks no row.
 */
export const emptyTwice = (
  meeting: Meeting,
  { records }: Pick<Ledger, 'records'>,
): readonly string[] => {
  if (!isHeld(meeting)) return [];
  const earlier = [...records.values()]
    .flatMap((record) =>
      record.is === 'meeting' && record.body === meeting.body && isBefore(record, meeting)
        ? [record]
        : [],
    )
    .toSorted(inOrder);
  return emptySeats(meeting).filter((seat) => {
    const last = earlier.findLast(({ attendance }) => attendance[seat] !== undefined);
    const then = last?.attendance[seat];
    return then !== undefined && !isThere(then.is);
  });
};

const inOrder = (a: Meeting, b: Meeting): number => when(a).localeCompare(when(b));
const when = ({ on, at = '' }: Meeting): string => `${on} ${at}`;
const isBefore = (one: Meeting, other: Meeting): boolean =>
  one.ref !== other.ref && isHeld(one) && inOrder(one, other) < 0;
