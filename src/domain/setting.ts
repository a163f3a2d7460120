import type { Arrangement } from './arrangement.ts';
import type { Calendar } from './calendar.ts';
import { type Day, type Instant, londonDay } from './day.ts';
import { type Duty, dutiesOf, isOpen, type Setting } from './duty.ts';
import type { Ledger } from './ledger.ts';
import { compareReferences } from './reference.ts';

/** What duties are drawn with at a moment: the arrangement, its calendar with the days added since, today. */
export const settingAt = (ledger: Ledger, arrangement: Arrangement, now: Instant): Setting => ({
  ledger,
  arrangement,
  calendar: calendarOf(ledger, arrangement),
  today: londonDay(now),
});

const calendarOf = (ledger: Ledger, { calendar }: Arrangement): Calendar => {
  if (ledger.holidays.isEmpty()) return calendar;
  const holidays = new Map<Day, string>(calendar.holidays);
  for (const [on, name] of ledger.holidays) {
    if (name === null) holidays.delete(on);
    else holidays.set(on, name);
  }
  return { ...calendar, holidays };
};

/** Every duty that is still owed, over the whole ledger, soonest first. */
export const openDuties = (ledger: Ledger, setting: Setting): readonly Duty[] =>
  [...ledger.records.values()]
    .flatMap((record) => dutiesOf(record, setting).filter(isOpen))
    .sort((a, b) => a.due.localeCompare(b.due) || compareReferences(a.record, b.record));
