import { doneOf } from './action.ts';
import type { Person } from './arrangement.ts';
import { bodyDigest, bodyOfChair } from './body-actions.ts';
import type { Instant } from './day.ts';
import { type Digest, isEmptyDigest } from './digest.ts';
import { lastMonthly, MONTHLY, monthBefore, monthlyMoment, weeklyMoment } from './digest-days.ts';
import type { Duty, Setting } from './duty.ts';
import type { Item } from './item.ts';
import type { Ledger } from './ledger.ts';
import { canSee } from './posts.ts';
import { isStatutory } from './quiet-rungs.ts';

interface Sent {
  readonly item: Item;
  readonly person: Person;
  readonly now: Instant;
}

/** A body's monthly digest as it is when it is sent: since the one before. */
export const monthlyDigest = (
  { item, person, now }: Sent,
  ledger: Ledger,
  setting: Setting,
): Digest => {
  const since = lastMonthly(ledger, item.to, monthBefore(item.due), setting);
  return bodyDigest({ body: bodyOfChair(item.to), person, since, now }, ledger, setting);
};

/** Whether there is something to send, and no later one to send instead. */
export const hasDigest = (sent: Sent, ledger: Ledger, setting: Setting): boolean => {
  const { item, now } = sent;
  if (item.duty === MONTHLY)
    return (
      item.moment === monthlyMoment(setting.today, setting) &&
      !isEmptyDigest(monthlyDigest(sent, ledger, setting))
    );
  return (
    item.moment === weeklyMoment(setting.today, setting) &&
    ledger.weekly.has(item.to) &&
    now >= item.moment &&
    ownOpen(sent, ledger, setting).length > 0
  );
};

/** The open actions of an owner, as their weekly digest has them. */
export const ownOpen = ({ item, person }: Sent, { records }: Ledger, { arrangement }: Setting) =>
  [...records.values()]
    .filter((record) => record.is === 'action')
    .filter((action) => action.owner === item.to && !doneOf(action))
    .filter((action) => !action.embargo && canSee(arrangement, person, action))
    .toSorted((a, b) => a.due.localeCompare(b.due));

/** A reminder to an owner who has chosen one digest a week, of what the partnership has set itself. */
export const isInWeekly = (item: Item, duty: Duty, { weekly }: Ledger): boolean =>
  duty.name === 'action' &&
  !isStatutory(duty) &&
  item.to === duty.owner &&
  weekly.has(item.to) &&
  duty.state !== 'late';
