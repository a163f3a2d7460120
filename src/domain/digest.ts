import { type Action, type ActionEvent, doneOf, eventsOf, evidenceOf } from './action.ts';
import { actionThen, wasKnown } from './action-then.ts';
import { addMonths, type Day, type Instant, monthOf } from './day.ts';
import type { PostId } from './item.ts';
import { compareReferences } from './reference.ts';

/**
 * How a body's actions stand, and how they have moved since a moment; every number is a list's length.
 * What is held back now is in none of them, whatever it was then: a difference would give it away.
 */
export interface Digest {
  readonly since: Instant;
  /** Those known and open then, and those open now: one less the other is what moved in between. */
  readonly openThen: readonly Action[];
  readonly opened: readonly Action[];
  /** Those open then that were held back, and are so no more: they were not in the last digest. */
  readonly shown: readonly Action[];
  /** Each time one was done or opened again. */
  readonly closed: readonly Moved[];
  readonly reopened: readonly Moved[];
  readonly open: readonly Action[];
  readonly late: readonly Action[];
  readonly dueThisMonth: readonly Action[];
  readonly dueNextMonth: readonly Action[];
  /** Whose owner's post has nobody in it. */
  readonly unowned: readonly Action[];
  /** Done, and nothing shows that it made a difference. */
  readonly unevidenced: readonly Action[];
  /** All that has happened to them since, oldest first. */
  readonly changes: readonly Moved[];
}

interface Moved {
  readonly action: Action;
  readonly event: ActionEvent;
}

interface Moment {
  readonly since: Instant;
  readonly now: Instant;
  readonly today: Day;
  readonly isHeld: (post: PostId) => boolean;
}

/** Drawn from the actions that its reader may see, as they stood at `now`: what happened after `since`, up to and with `now`. */
export const digestOf = (
  actions: readonly Action[],
  { since, now, today, isHeld }: Moment,
): Digest => {
  const sorted = actions
    .filter((action) => wasKnown(action, now))
    .map((action) => actionThen(action, now))
    .toSorted((a, b) => a.due.localeCompare(b.due) || compareReferences(a.ref, b.ref));
  const changes = sorted
    .flatMap((action) => eventsOf(action).map((event) => ({ action, event })))
    .filter(({ event: { at } }) => since < at)
    .toSorted((a, b) => a.event.at.localeCompare(b.event.at));
  const open = sorted.filter((action) => !doneOf(action));
  const openThen = sorted.filter((action) => wasOpen(action, since));
  const dueIn = (month: string) => open.filter(({ due }) => due.slice(0, 7) === month);
  return {
    since,
    openThen: openThen.filter((action) => wasKnown(action, since)),
    opened: sorted.filter(({ given: { at } }) => since < at),
    shown: openThen.filter((action) => !wasKnown(action, since)),
    closed: changes.filter(({ event: { is } }) => is === 'done'),
    reopened: changes.filter(({ event: { is } }) => is === 'reopened'),
    open,
    late: open.filter(({ due }) => due < today),
    dueThisMonth: dueIn(today.slice(0, 7)),
    dueNextMonth: dueIn(addMonths(monthOf(today), 1).slice(0, 7)),
    unowned: open.filter(({ owner }) => !isHeld(owner)),
    unevidenced: sorted.filter((action) => doneOf(action) && !evidenceOf(action)),
    changes,
  };
};

/** Whether it was there and not done at a moment. */
const wasOpen = (action: Action, at: Instant): boolean => {
  if (action.given.at > at) return false;
  const last = eventsOf(action).findLast(
    (event) => event.at <= at && (event.is === 'done' || event.is === 'reopened'),
  );
  return last?.is !== 'done';
};

/** Nothing is open and nothing has moved: there is nothing to send. */
export const isEmptyDigest = ({ open, opened, changes }: Digest): boolean =>
  open.length + opened.length + changes.length === 0;
