import type { Change, Entry, HeedRecord } from '../change.ts';
import { londonDay } from '../day.ts';
import { type Handlers, openRecord, putRecord } from '../handlers.ts';
import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import { dated } from '../signed.ts';
import type { Meeting } from './meeting.ts';

type Written = Extract<Change, { type: `meeting-${string}` | 'absence-reviewed' }>['type'];

/** How a meeting changes. */
export const meetingHandlers: Handlers<Written> = {
  'meeting-scheduled': (ledger, { meeting }) => openRecord(ledger, meeting),
  'meeting-moved': (ledger, { ref, on: day, at, reason }, entry) =>
    on(ledger, ref, ({ at: wasAt, ...meeting }) => ({
      ...meeting,
      on: day,
      ...(at ? { at } : {}),
      revised: once(meeting, entry),
      moves: [
        ...meeting.moves,
        {
          at: entry.at,
          by: entry.by,
          was: meeting.on,
          ...(wasAt ? { wasAt } : {}),
          ...(reason ? { reason } : {}),
        },
      ],
    })),
  'meeting-cancelled': (ledger, { ref, reason }, entry) =>
    on(ledger, ref, (meeting) => ({
      ...meeting,
      revised: once(meeting, entry),
      cancelled: { at: entry.at, by: entry.by, reason },
    })),
  'meeting-invited': (ledger, { ref, body, on: day }, entry) =>
    on(ledger, ref, (meeting) => ({
      ...meeting,
      invited: { ...meeting.invited, [body]: { asked: dated(day, entry) } },
    })),
  'meeting-coming': (ledger, { ref, body, is, on: day }, entry) =>
    on(ledger, ref, (meeting) => {
      const asked = meeting.invited?.[body]?.asked;
      if (!asked) return meeting;
      const answer = { ...dated(day, entry), is };
      return { ...meeting, invited: { ...meeting.invited, [body]: { asked, answer } } };
    }),
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

const once = ({ revised }: Pick<Meeting, 'revised'>, entry: Entry): Meeting['revised'] => ({
  ...dated(londonDay(entry.at), entry),
  times: (revised?.times ?? 0) + 1,
});

/** What an undo puts back. A calendar that has read the day it takes back has to learn of it. */
export const putBack = (
  before: HeedRecord,
  now: HeedRecord | undefined,
  entry: Entry,
): HeedRecord =>
  before.is === 'meeting' && now?.is === 'meeting' && before.revised?.times !== now.revised?.times
    ? { ...before, revised: once(now, entry) }
    : before;

const on = (ledger: Ledger, ref: Ref, with_: (meeting: Meeting) => Meeting): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'meeting') throw new Error(`the log speaks of ${ref} before it was scheduled`);
  return putRecord(ledger, with_(record));
};
