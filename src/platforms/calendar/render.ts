import { TZDate } from '@date-fns/tz';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { FeedEvent } from '../../app/feed.ts';
import { addDays, type Day, londonInstant } from '../../domain/day.ts';

const LONDON = 'Europe/London';
/** Ours: nobody says how long a meeting is. */
const MEETING_MINUTES = 120;

/** Both clock changes at 01:00 UTC, as they have been since 1996. */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${LONDON}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** Somebody's calendar as iCalendar (RFC 5545). */
export const icsOf = (title: string, events: readonly FeedEvent[]): string => {
  const calendar = ical({
    name: title,
    prodId: { company: 'heed', product: 'heed', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // The zone is each meeting's own: with one for the whole calendar the stamps would not be in UTC.
    timezone: { name: null, generator: () => VTIMEZONE },
  });
  for (const event of events) calendar.createEvent(drawn(event));
  return calendar.toString();
};

const drawn = ({ uid, title, on, at, isCancelled, updated, sequence }: FeedEvent) => ({
  id: uid,
  summary: title,
  sequence,
  stamp: new Date(updated),
  lastModified: new Date(updated),
  status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  ...(at ? timed(on, at) : wholeDay(on)),
});

const timed = (on: Day, at: string) => {
  const start = Date.parse(londonInstant(on, at));
  return {
    start: new TZDate(start, LONDON),
    end: new TZDate(start + MEETING_MINUTES * 60_000, LONDON),
    timezone: LONDON,
  };
};

/** A whole day is in no zone; the library reads it in UTC. */
const wholeDay = (on: Day) => ({
  start: new Date(on),
  end: new Date(addDays(on, 1)),
  allDay: true,
});
