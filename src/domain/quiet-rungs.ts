import { eventsOf } from './action.ts';
import { addWorkingDays, workingDayFrom } from './calendar.ts';
import type { HeedRecord } from './change.ts';
import { type Day, type Instant, londonDay, londonInstant } from './day.ts';
import type { Duty, Setting } from './duty.ts';
import { type Quiet, quietOf } from './quiet.ts';
import type { Reached } from './reached.ts';

/** What binds by a source outside the partnership: nobody snoozes past its day, or has it in a digest alone. */
export const isStatutory = ({ rule, count }: Pick<Duty, 'rule' | 'count'>): boolean =>
  rule.status !== 'local' && count.span.unit !== 'set';

/**
 * What its owner has said of a duty quiets what would come to the owner, and to nobody else: a snoozed
 * reminder waits; one before the day is left out while the acknowledgement is fresh.
 */
export const quieted = (reached: Reached, duty: Duty, setting: Setting): readonly Reached[] => {
  const quiet = quietOf(setting.ledger.records.get(duty.record), duty);
  if (!quiet || !reached.posts.includes(duty.owner)) return [reached];
  const others = reached.posts.filter((post) => post !== duty.owner);
  const own = isHeard(reached, quiet, duty, setting)
    ? []
    : [
        {
          ...reached,
          moment: later(reached.moment, snoozedUntil(quiet, setting)),
          posts: [duty.owner],
        },
      ];
  return [...(others.length > 0 ? [{ ...reached, posts: others }] : []), ...own];
};

const later = (a: Instant, b: Instant | undefined): Instant => (b && b > a ? b : a);

/** The morning on which somebody who has snoozed it is reminded again. */
export const snoozedUntil = (
  { snoozed }: Quiet,
  { calendar, arrangement }: Setting,
): Instant | undefined =>
  snoozed && londonInstant(workingDayFrom(calendar, snoozed.until), arrangement.sending.from);

const isHeard = (
  { at, moment }: Reached,
  { acknowledged }: Quiet,
  duty: Duty,
  setting: Setting,
): boolean =>
  acknowledged !== undefined &&
  at < 0 &&
  moment > acknowledged.at &&
  moment < staleAt(acknowledged.at, duty, setting);

/**
 * Once an acknowledgement is stale and the duty still open, its owner is asked again: once for each. Not
 * before the first reminder that they would have had: whoever has something in hand early is not asked sooner.
 */
export const staleRung = (
  duty: Duty,
  fallen: readonly Reached[],
  setting: Setting,
): readonly Reached[] => {
  const quiet = quietOf(setting.ledger.records.get(duty.record), duty);
  if (!quiet?.acknowledged) return [];
  const fell = staleAt(quiet.acknowledged.at, duty, setting);
  if (!fallen.some(({ moment, posts }) => moment <= fell && posts.includes(duty.owner))) return [];
  const name = staleName(quiet.acknowledged.at);
  const moment = later(fell, snoozedUntil(quiet, setting));
  return [{ name, at: 0, fell, isOwed: true, moment, posts: [duty.owner] }];
};

const STALE = 'stale';
const staleName = (at: Instant): string => `${STALE} ${londonDay(at)}`;
/** The day of the acknowledgement that a rung asks after. */
export const staleSince = (rung: string): Day | undefined =>
  rung.startsWith(`${STALE} `) ? (rung.slice(STALE.length + 1) as Day) : undefined;

/** So many working days after it was said, or after the last word on how it goes. */
const staleAt = (
  acknowledged: Instant,
  { record: ref }: Duty,
  { calendar, arrangement, ledger }: Setting,
): Instant => {
  const since = londonDay(lastWord(ledger.records.get(ref), acknowledged));
  return londonInstant(
    addWorkingDays(calendar, since, arrangement.staleAfter),
    arrangement.sending.from,
  );
};

const lastWord = (record: HeedRecord | undefined, acknowledged: Instant): Instant => {
  if (record?.is !== 'action') return acknowledged;
  const update = eventsOf(record).findLast(({ is }) => is === 'updated');
  return later(acknowledged, update?.at);
};
