import { type Action, doneOf, eventsOf } from './action.ts';
import type { Arrangement } from './arrangement.ts';
import type { Change, Entry } from './change.ts';
import { type Day, londonDay } from './day.ts';
import type { Item, PostId } from './item.ts';
import { holderOf } from './posts.ts';

/** What the owner of an action has to know before its first reminder: that it is theirs, or stays due. */
export type ActionNews = 'action-given' | 'extension-declined';

interface News {
  readonly name: ActionNews;
  readonly ref: Action['ref'];
  readonly on: Day;
  readonly to: PostId;
  readonly waits: true;
}

type Of = Extract<Change, { type: 'action-added' | 'action-changed' }>;

interface Written {
  readonly owner: PostId | undefined;
  readonly arrangement: Arrangement;
  readonly entry: Entry;
}

/** Nobody is told what they have just said themselves; a spreadsheet taken over brings no news of hundreds. */
export const actionNews = (change: Of, { owner, arrangement, entry }: Written): readonly News[] => {
  const found = newsIn(change, owner);
  return found && holderOf(arrangement, found.to)?.id !== entry.by
    ? [{ ...found, on: londonDay(entry.at), waits: true }]
    : [];
};

const newsIn = (
  change: Of,
  owner: PostId | undefined,
): Pick<News, 'name' | 'ref' | 'to'> | undefined => {
  if (change.type === 'action-added') {
    const { ref, owner: to, mark } = change.action;
    return mark === undefined ? { name: 'action-given', ref, to } : undefined;
  }
  const { ref, event } = change;
  if (event.is === 'reassigned') return { name: 'action-given', ref, to: event.to };
  return event.is === 'declined' && owner !== undefined
    ? { name: 'extension-declined', ref, to: owner }
    : undefined;
};

/** Whether it is still so when it is said: it may be another's by then, or done. */
export const isStillActionNews = (item: Item, action: Action): boolean => {
  if (action.owner !== item.to || doneOf(action)) return false;
  const [given, declined] = (['reassigned', 'declined'] as const).map(
    (is) => eventsOf(action).findLast((event) => event.is === is)?.at,
  );
  return item.duty === 'action-given'
    ? (given ?? action.given.at) === item.queued
    : declined === item.queued;
};
