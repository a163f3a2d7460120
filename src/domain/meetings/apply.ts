import type { Change } from '../change.ts';
import { type Handlers, openRecord, putRecord } from '../handlers.ts';
import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import { dated } from '../signed.ts';
import type { Meeting } from './meeting.ts';

type Written = Extract<Change, { type: `meeting-${string}` | 'absence-reviewed' }>['type'];

/** How a meeting changes. */
export const meetingHandlers: Handlers<Written> = {
  'meeting-scheduled': (ledger, { meeting }) => openRecord(ledger, meeting),
  'meeting-cancelled': (ledger, { ref, reason }, { at, by }) =>
    on(ledger, ref, (meeting) => ({ ...meeting, cancelled: { at, by, reason } })),
  'meeting-attended': (ledger, { ref, seats }, { at, by }) =>
    on(ledger, ref, (meeting) => ({
      ...meeting,
      attendance: {
        ...meeting.attendance,
        ...Object.fromEntries(Object.entries(seats).map(([seat, is]) => [seat, { is, at, by }])),
      },
    })),
  'meeting-sent': (ledger, { ref, what, on: day }, entry) =>
    on(ledger, ref, (meeting) => ({
      ...meeting,
      sent: { ...meeting.sent, [what]: dated(day, entry) },
    })),
  'meeting-letter-sent': (ledger, { ref, partner, on: day }, entry) =>
    on(ledger, ref, (meeting) => ({
      ...meeting,
      letters: { ...meeting.letters, [partner]: dated(day, entry) },
    })),
  'absence-reviewed': (ledger, { ref, seat, outcome, on: day }, entry) =>
    on(ledger, ref, (meeting) => ({
      ...meeting,
      reviewed: { ...meeting.reviewed, [seat]: { ...dated(day, entry), outcome } },
    })),
};

const on = (ledger: Ledger, ref: Ref, with_: (meeting: Meeting) => Meeting): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'meeting') throw new Error(`the log speaks of ${ref} before it was scheduled`);
  return putRecord(ledger, with_(record));
};
