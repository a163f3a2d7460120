import ICAL from 'ical.js';
import { addDays, type Day, type Instant, instant, londonDay } from '../domain/day.ts';

/** A rule may have no end: so many times of one thing are more than a board meets. */
const MOST_TIMES = 2000;

/**
 * The London days of an iCalendar file (RFC 5545) from one day to another, both included, earliest first, with
 * what repeats written out. Nothing else is read: what a board calls its meetings is its own business.
 */
export const daysInFile = (
  text: string,
  from: Day,
  until: Day,
): readonly Day[] | { readonly unclear: string } => {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const days = calendar.getAllSubcomponents('vevent').flatMap((one) => daysOf(one, from, until));
    return [...new Set(days)].filter((day) => from <= day && day <= until).toSorted();
  } catch {
    return {
      unclear:
        'The file cannot be read as a calendar. Save it as iCalendar (.ics) again, and send it once more.',
    };
  }
};

const daysOf = (component: ICAL.Component, from: Day, until: Day): readonly Day[] => {
  if (component.getFirstPropertyValue('status') === 'CANCELLED') return [];
  if (component.getFirstPropertyValue('recurrence-id')) return [];
  const event = new ICAL.Event(component);
  if (!event.isRecurring()) return covered(event.startDate, event.endDate);
  const times = event.iterator();
  const found: Day[] = [];
  for (let n = 0; n < MOST_TIMES; n += 1) {
    const time = times.next() as ICAL.Time | null;
    if (!time || dayOf(time) > until) break;
    if (dayOf(time) < from) continue;
    const { startDate, endDate } = event.getOccurrenceDetails(time);
    found.push(...covered(startDate, endDate));
  }
  return found;
};

/** Every day that it goes over. The end of a whole day is the day after it. */
const covered = (start: ICAL.Time, end: ICAL.Time): readonly Day[] => {
  const first = dayOf(start);
  const last = start.isDate ? addDays(dayOf(end), -1) : dayOf(end);
  const days = [first];
  for (let day = addDays(first, 1); day <= last && days.length < MOST_TIMES; day = addDays(day, 1))
    days.push(day);
  return days;
};

/** A time in a zone that the file does not explain is taken as London's own. */
const dayOf = (time: ICAL.Time): Day =>
  time.isDate || time.zone === ICAL.Timezone.localTimezone
    ? (time.toString().slice(0, 10) as Day)
    : londonDay(momentOf(time));

const momentOf = (time: ICAL.Time): Instant => instant(time.toUnixTime() * 1000);
