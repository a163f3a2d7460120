import { ownerIn } from './areas.ts';
import type { Arrangement } from './arrangement.ts';
import type { Change, Entry } from './change.ts';
import { type Day, londonDay } from './day.ts';
import type { Incident } from './incident.ts';
import type { Item, PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import { holderOf } from './posts.ts';
import type { Ref } from './reference.ts';

export type AreaNews = 'area-left';

interface News {
  readonly name: AreaNews;
  readonly ref: Ref;
  readonly on: Day;
  readonly to: PostId;
  readonly waits: true;
}

interface Written {
  readonly before: Ledger;
  readonly arrangement: Arrangement;
  readonly entry: Entry;
}

const NOTIFIER = 'notifier' as PostId;

/** That a case is another area's now, for the notifier who has heard of it as their own. */
export const areaNews = (
  { ref, area }: Extract<Change, { type: 'incident-corrected' }>,
  { before, arrangement, entry }: Written,
): readonly News[] => {
  const incident = before.records.get(ref);
  if (area === undefined || incident?.is !== 'incident') return [];
  const was = ownerIn(arrangement, NOTIFIER, incident.area);
  const holder = holderOf(arrangement, was)?.id;
  const isTheirsStill = holderOf(arrangement, ownerIn(arrangement, NOTIFIER, area))?.id === holder;
  if (!holder || isTheirsStill || holder === entry.by) return [];
  const knew = wasTold(before, ref, was) || dealtWith(incident).includes(holder);
  return knew ? [{ name: 'area-left', ref, on: londonDay(entry.at), to: was, waits: true }] : [];
};

const wasTold = ({ told }: Ledger, ref: Ref, post: PostId): boolean =>
  (told.get(ref) ?? []).some(({ is, to }) => is === 'sent' && to === post);

const dealtWith = ({ logged, dates, corrections }: Incident): readonly string[] =>
  [logged, ...Object.values(dates), ...corrections].map(({ by }) => by);

/** Not where it was taken back, given on to a third area, or is over. */
export const isStillAreaNews = ({ queued }: Item, { moved, withdrawn }: Incident): boolean =>
  moved === queued && withdrawn === undefined;
