import { type Agenda, agendaOf, nextMoment, reachedBy } from './agenda.ts';
import type { Arrangement } from './arrangement.ts';
import { nextChange } from './arrangement-on.ts';
import { nextOpening } from './cycle/opening.ts';
import { type Instant, londonInstant } from './day.ts';
import { digestsDue, nextDigest } from './digest-days.ts';
import { dutiesOf, isOpen, type Setting } from './duty.ts';
import type { Item } from './item.ts';
import { nextSending, sendingFrom } from './ladder.ts';
import type { Ledger } from './ledger.ts';
import { dutyReminders } from './reached.ts';
import type { Ref } from './reference.ts';
import { bySoonest, settingAt } from './setting.ts';

/** What has become due to be said by now and has never been queued: what a sweep appends. */
export const remindersDue = (
  ledger: Ledger,
  arrangement: Arrangement,
  now: Instant,
): readonly Item[] => {
  const setting = settingAt(ledger, arrangement, now);
  const agenda = agendaOf(ledger, setting);
  return [...rungsDue(ledger, setting, agenda, now), ...digestsDue(ledger, setting, agenda, now)];
};

/** Only of the records that have something to say: a sweep costs what is due, not what there is. */
const rungsDue = (
  ledger: Ledger,
  setting: Setting,
  agenda: Agenda,
  now: Instant,
): readonly Item[] =>
  reachedBy(agenda, setting.today)
    .flatMap((ref) => openOf(ledger, setting, ref))
    .toSorted(bySoonest)
    .flatMap((duty) => dutyReminders(ledger, setting, duty, now));

const openOf = (ledger: Ledger, setting: Setting, ref: Ref) => {
  const record = ledger.records.get(ref);
  return record ? dutiesOf(record, setting).filter(isOpen) : [];
};

/** The next moment, after now, at which a sweep would have something to do. */
export const nextReminder = (
  ledger: Ledger,
  arrangement: Arrangement,
  now: Instant,
): Instant | undefined => {
  const setting = settingAt(ledger, arrangement, now);
  const agenda = agendaOf(ledger, setting);
  const opening = nextOpening(ledger, arrangement, now);
  const change = nextChange(arrangement, setting.today);
  const ahead = [
    nextMoment(agenda, now),
    opening && sendingFrom(setting.calendar, setting.arrangement.sending, opening),
    nextDigest(ledger, setting, agenda, now),
    // Another arrangement has other ladders, and posts that it has not: both are looked at as it begins.
    change && londonInstant(change, setting.arrangement.sending.from),
  ];
  const waiting =
    ledger.outbox.isEmpty() && remindersDue(ledger, arrangement, now).length === 0
      ? undefined
      : nextSending(setting.calendar, setting.arrangement.sending, now);
  return [...ahead, waiting].filter((moment) => moment !== undefined).sort()[0];
};
