import type { Arrangement } from './arrangement.ts';
import type { Calendar } from './calendar.ts';
import { type Day, type Instant, londonDay } from './day.ts';
import { type Duty, dutiesOf, isOpen, type Setting } from './duty.ts';
import { inForce } from './in-force.ts';
import type { Ledger } from './ledger.ts';
import { compareReferences } from './reference.ts';

/** What duties are drawn with at a moment: the arrangement as the roster has it, its calendar with the days added since, today. */
export const settingAt = (ledger: Ledger, arrangement: Arrangement, now: Instant): Setting => {
  const today = londonDay(now);
  const then = inForce(ledger, arrangement, today);
  return { ledger, arrangement: then, calendar: calendarOf(ledger, then), today };
};

/** The same value while neither the holidays nor the arrangement's own calendar have changed. */
const calendarOf = ({ holidays }: Ledger, { calendar }: Arrangement): Calendar => {
  if (holidays.isEmpty()) return calendar;
  const known = calendars.get(holidays);
  if (known?.from === calendar) return known.calendar;
  const drawn = withStruck(holidays, calendar);
  calendars.set(holidays, { from: calendar, calendar: drawn });
  return drawn;
};

const calendars = new WeakMap<
  Ledger['holidays'],
  { readonly from: Calendar; readonly calendar: Calendar }
>();

const withStruck = (struck: Ledger['holidays'], calendar: Calendar): Calendar => {
  const holidays = new Map<Day, string>(calendar.holidays);
  for (const [on, name] of struck) {
    if (name === null) holidays.delete(on);
    else holidays.set(on, name);
  }
  return { ...calendar, holidays };
};

/** Every duty that is still owed, over the whole ledger, soonest first. */
export const openDuties = (ledger: Ledger, setting: Setting): readonly Duty[] =>
  [...ledger.records.values()]
    .flatMap((record) => dutiesOf(record, setting).filter(isOpen))
    .sort(bySoonest);

export const bySoonest = (a: Duty, b: Duty): number =>
  a.due.localeCompare(b.due) || compareReferences(a.record, b.record);
