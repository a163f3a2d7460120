import { type Action, doneOf } from './action.ts';
import type { Person } from './arrangement.ts';
import { bodyDigest, bodyOfChair } from './body-actions.ts';
import { addDays, type Instant, londonDay } from './day.ts';
import { type Digest, isEmptyDigest } from './digest.ts';
import { MONTHLY, monthBefore, monthlyMoment, monthlyOf, weeklyMoment } from './digest-days.ts';
import type { Duty, Setting } from './duty.ts';
import type { Item } from './item.ts';
import type { Ledger } from './ledger.ts';
import { canSee, holderOf, MANAGER } from './posts.ts';
import { quietOf } from './quiet.ts';
import { isStatutory, snoozedUntil } from './quiet-rungs.ts';

interface Sent {
  readonly item: Item;
  readonly person: Person;
  readonly now: Instant;
}

/** Whose a digest is at this moment. A body without a chair has the manager to read of it, so that no month is lost. */
export const readerOf = ({ to, duty }: Item, { arrangement }: Setting): Person | undefined =>
  holderOf(arrangement, to) ?? (duty === MONTHLY ? holderOf(arrangement, MANAGER) : undefined);

/** A body's monthly digest as it is when it is sent: since the one before. */
export const monthlyDigest = (
  { item, person, now }: Sent,
  ledger: Ledger,
  setting: Setting,
): Digest => {
  const since = monthlyOf(ledger, item.to, monthBefore(item.due), setting);
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

/** The open actions of an owner, as their weekly digest has them: without those that they have snoozed. */
export const ownOpen = ({ item, person, now }: Sent, { records }: Ledger, setting: Setting) =>
  [...records.values()]
    .filter((record) => record.is === 'action')
    .filter((action) => action.owner === item.to && !doneOf(action))
    .filter((action) => !action.embargo && canSee(setting.arrangement, person, action))
    .filter((action) => !isSnoozed(action, setting, now))
    .toSorted((a, b) => a.due.localeCompare(b.due));

const isSnoozed = (action: Action, setting: Setting, now: Instant): boolean => {
  const quiet = quietOf(action, { name: 'action', due: action.due });
  const until = quiet && snoozedUntil(quiet, setting);
  return until !== undefined && until > now;
};

/**
 * A reminder to an owner who has chosen one digest a week, of what the partnership has set itself: where
 * a digest has had it, or will by its day. What is given on a Tuesday for the Thursday is in none.
 */
export const isInWeekly = (
  item: Item,
  duty: Duty,
  { weekly }: Ledger,
  setting: Setting,
): boolean => {
  const chosen = weekly.get(item.to);
  if (chosen === undefined || duty.name !== 'action' || isStatutory(duty)) return false;
  if (item.to !== duty.owner || duty.state === 'late') return false;
  const { today } = setting;
  return [today, addDays(today, 7)]
    .map((day) => weeklyMoment(day, setting))
    .some((at) => chosen <= at && duty.since <= at && londonDay(at) <= duty.due);
};
