import { isOfOtherArea, ownerIn } from './areas.ts';
import type { Arrangement } from './arrangement.ts';
import type { Change } from './change.ts';
import { londonDay } from './day.ts';
import type { Incident } from './incident.ts';
import type { Item, PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { News, Written } from './news-drawn.ts';
import { holderOf } from './posts.ts';
import type { Ref } from './reference.ts';

export type AreaNews = 'area-left';

const NOTIFIER = 'notifier' as PostId;

/**
 * That a case is another area's now: for the notifier who has heard of it as their own, and for those of
 * the former area who were told what was late on it.
 */
export const areaNews = (
  { ref, area }: Extract<Change, { type: 'incident-corrected' }>,
  { before, arrangement, entry }: Written,
): readonly News<AreaNews>[] => {
  const incident = before.records.get(ref);
  if (area === undefined || incident?.is !== 'incident' || incident.area === area) return [];
  const was = ownerIn(arrangement, NOTIFIER, incident.area);
  const holder = holderOf(arrangement, ownerIn(arrangement, NOTIFIER, area))?.id;
  const told = toldOf(before, ref);
  const knew = dealtWith(incident, was, arrangement) ? [was, ...told] : told;
  return [...new Set(knew)]
    .filter((to) => to === was || isOfOtherArea(arrangement, to, area))
    .filter((to) => ![undefined, holder, entry.by].includes(holderOf(arrangement, to)?.id))
    .map((to) => ({ name: 'area-left', ref, on: londonDay(entry.at), to, waits: true }));
};

const toldOf = ({ told }: Ledger, ref: Ref): readonly PostId[] =>
  (told.get(ref) ?? []).flatMap(({ is, to }) => (is === 'sent' ? [to] : []));

/** Whether whoever holds a post has written something down of it. */
const dealtWith = (
  { logged, dates, corrections }: Incident,
  post: PostId,
  arrangement: Arrangement,
): boolean => {
  const holder = holderOf(arrangement, post)?.id;
  return [logged, ...Object.values(dates), ...corrections].some(({ by }) => by === holder);
};

/** Not where it was taken back, given on to a third area, or is over. */
export const isStillAreaNews = ({ queued }: Item, { moved, withdrawn }: Incident): boolean =>
  moved === queued && withdrawn === undefined;
