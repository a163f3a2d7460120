import type { Arrangement, Rung } from './arrangement.ts';
import type { HeedRecord } from './change.ts';
import { addMinutes, type Instant } from './day.ts';
import type { Duty, Setting } from './duty.ts';
import type { Item, PostId } from './item.ts';
import { isClaimed, keyOf } from './key.ts';
import { ladderOf, rungMoment, rungName, sendingFrom } from './ladder.ts';
import { type Ledger, UNDO_MINUTES } from './ledger.ts';
import { addressed, holderOf } from './posts.ts';
import { quieted, staleRung } from './quiet-rungs.ts';
import { isOutside, whoMayKnow } from './standing-in.ts';

/** A rung of one duty: when it falls, when it is said, and to whom. */
export interface Reached {
  readonly name: string;
  readonly at: number;
  readonly fell: Instant;
  /** False where it fell before the duty was known. */
  readonly isOwed: boolean;
  readonly moment: Instant;
  readonly posts: readonly PostId[];
}

/** What one duty brings by a moment and has never been queued. */
export const dutyReminders = (
  ledger: Ledger,
  setting: Setting,
  duty: Duty,
  now: Instant,
): readonly Item[] => remindersOf(rungsOf(setting, duty), { duty, ledger, setting }, now);

interface Drawn {
  readonly duty: Duty;
  readonly ledger: Ledger;
  readonly setting: Setting;
}

/** The same of rungs that have been worked out already. */
export const remindersOf = (
  rungs: readonly Reached[],
  { duty, ledger, setting }: Drawn,
  now: Instant,
): readonly Item[] => {
  const reached = rungs.filter(({ moment }) => moment <= now);
  const posts = new Set(reached.flatMap((rung) => rung.posts));
  return [...posts].flatMap((post) =>
    owed(setting.arrangement, duty, post, reached)
      .map(({ name, moment }) => itemOf(duty, name, post, moment, now))
      .filter(({ key }) => !isClaimed(ledger, duty.record, key)),
  );
};

/**
 * A rung that had passed before the duty was known is told of once it can no longer be undone: a
 * mistyped day should not reach three partners before whoever typed it has seen it.
 */
export const rungsOf = (setting: Setting, duty: Duty): readonly Reached[] => {
  const { arrangement, calendar, ledger } = setting;
  const record = ledger.records.get(duty.record);
  const undone = (since: Instant) =>
    sendingFrom(calendar, arrangement.sending, addMinutes(since, UNDO_MINUTES));
  const fallen = ladderOf(arrangement, duty).flatMap((rung) => {
    const fell = rungMoment(calendar, arrangement.sending, duty.due, rung);
    const isOwed = fell >= duty.since;
    const moment = isOwed ? fell : undone(duty.since);
    const posts = whomToTell(arrangement, record, duty, rung);
    const reached = { name: rungName(rung), at: rung.at, fell, isOwed, moment, posts };
    return record?.lifted && !record.embargo
      ? afterLifting(reached, undone(record.lifted), arrangement)
      : [reached];
  });
  return [
    ...fallen.flatMap((reached) => quieted(reached, duty, setting)),
    ...staleRung(duty, fallen, setting),
  ];
};

/** Likewise those who could not know of a case while it was held back: an embargo may be lifted by mistake. */
const afterLifting = (
  reached: Reached,
  lifted: Instant,
  arrangement: Arrangement,
): readonly Reached[] => {
  if (reached.moment >= lifted) return [reached];
  const outside = reached.posts.filter((post) => isOutside(arrangement, post));
  const inside = reached.posts.filter((post) => !outside.includes(post));
  return [
    { ...reached, posts: inside },
    { ...reached, moment: lifted, posts: outside },
  ].filter(({ posts }) => posts.length > 0);
};

/**
 * The rungs a post is owed. Of those that fell before the duty was known only the last is worth
 * saying, and not to the person who has just entered it.
 */
const owed = (
  arrangement: Arrangement,
  { started }: Duty,
  post: PostId,
  reached: readonly Reached[],
): readonly Reached[] => {
  const own = reached
    .filter(({ posts }) => posts.includes(post))
    .toSorted((a, b) => a.fell.localeCompare(b.fell));
  const entered = holderOf(arrangement, post)?.id === started.by;
  return own.filter(({ isOwed }, at) => isOwed || (at === own.length - 1 && !entered));
};

const itemOf = (duty: Duty, rung: string, to: PostId, moment: Instant, queued: Instant): Item => {
  const { record, name, part, due } = duty;
  const item = { to, record, duty: name, ...(part ? { part } : {}), due, rung };
  return { ...item, key: keyOf(item), moment, queued };
};

const whomToTell = (
  arrangement: Arrangement,
  record: HeedRecord | undefined,
  duty: Duty,
  { to }: Rung,
): readonly PostId[] => {
  const posts = addressed(arrangement, duty, to);
  return record ? [...new Set(posts.map((post) => whoMayKnow(arrangement, record, post)))] : posts;
};
