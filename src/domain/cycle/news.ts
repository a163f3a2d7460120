import type { Change } from '../change.ts';
import { type Item, MOVED, NEWS } from '../item.ts';
import type { News, Written } from '../news-drawn.ts';
import { holderOf } from '../posts.ts';
import { type CycleEntry, entryDone } from './entry.ts';

/** That an entry which somebody was told of is another's to see to. */
export type CycleNews = 'scrutiny-given';

/** Whoever was told of it, but for its new owner, who is reminded of it, and whoever gave it. */
export const cycleNews = (
  { ref, to: owner, on }: Extract<Change, { type: 'cycle-assigned' }>,
  { before, arrangement, entry }: Written,
): readonly News<CycleNews>[] => {
  const told = (before.told.get(ref) ?? []).filter(
    ({ is, rung }) => is === 'sent' && rung !== NEWS && rung !== MOVED,
  );
  return [...new Set(told.map(({ to }) => to))]
    .filter((to) => to !== owner && holderOf(arrangement, to)?.id !== entry.by)
    .map((to) => ({ name: 'scrutiny-given', ref, on, to, waits: true }));
};

/** Whether it is still so when it is said: it may have been undone, given on, or be over. */
export const isStillCycleNews = ({ queued }: Item, entry: CycleEntry): boolean =>
  entry.assigned?.at === queued && !entry.dropped && !entryDone(entry);
