import type { Arrangement } from '../domain/arrangement.ts';
import { addWorkingDays } from '../domain/calendar.ts';
import { addDays, Day, type Instant, londonDay, londonInstant, sayDay } from '../domain/day.ts';
import type { Ledger } from '../domain/ledger.ts';
import { nextReminder } from '../domain/reminders.ts';
import { settingAt } from '../domain/setting.ts';

/** Where somebody wants the clock of a rehearsal, or why it cannot go there. */
export type Destination = { readonly to: Instant } | { readonly sentence: string };

/** "next-notice", "tomorrow", "next-working-day" or a day, at the hour when work begins. */
export const destination = (
  wanted: string,
  { ledger, arrangement, now }: { ledger: Ledger; arrangement: Arrangement; now: Instant },
): Destination => {
  const { today, calendar, arrangement: then } = settingAt(ledger, arrangement, now);
  const begin = (on: Day): Destination => ({ to: londonInstant(on, then.sending.from) });
  if (wanted === 'tomorrow') return begin(addDays(today, 1));
  if (wanted === 'next-working-day') return begin(addWorkingDays(calendar, today, 1));
  if (wanted === 'next-notice') {
    const to = nextReminder(ledger, arrangement, now);
    return to ? { to } : { sentence: 'Nothing is waiting to be sent. Log an incident first.' };
  }
  const day = Day.safeParse(wanted);
  if (!day.success) return { sentence: 'Write the day as 2026-04-01.' };
  return day.data > londonDay(now)
    ? begin(day.data)
    : { sentence: `The clock goes forward only. Choose a day after ${sayDay(today)}.` };
};
