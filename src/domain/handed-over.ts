import type { Arrangement } from './arrangement.ts';
import type { Change } from './change.ts';
import { type Day, type Instant, londonDay } from './day.ts';
import { dutiesOf, type Setting } from './duty.ts';
import type { Incident } from './incident.ts';
import type { Item, PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import { holderOf } from './posts.ts';
import { rungsOf } from './reached.ts';
import type { Ref } from './reference.ts';
import { settingAt } from './setting.ts';

export type HandedOverNews = 'handed-over';

interface Written {
  readonly before: Ledger;
  readonly after: Ledger;
  readonly arrangement: Arrangement;
  readonly entry: { readonly at: Instant; readonly by: string };
}

interface HandedOver {
  readonly name: HandedOverNews;
  readonly ref: Ref;
  readonly on: Day;
  readonly to: PostId;
  readonly waits: true;
}

/**
 * Those of the area that a case turns out not to be of, who have been told of it: they would go on with
 * it, or wait for somebody who has it no more.
 */
export const handedOver = (
  { ref }: Extract<Change, { type: 'incident-corrected' }>,
  { before, after, arrangement, entry }: Written,
): readonly HandedOver[] => {
  const [was, is] = [before.records.get(ref), after.records.get(ref)];
  if (was?.is !== 'incident' || is?.is !== 'incident' || was.area === is.area) return [];
  const concerned = new Set(postsOf(is, settingAt(after, arrangement, entry.at)));
  return toldOf(before, ref)
    .filter((to) => !concerned.has(to) && holderOf(arrangement, to)?.id !== entry.by)
    .map((to) => ({ name: 'handed-over', ref, on: londonDay(entry.at), to, waits: true }));
};

const toldOf = ({ told }: Ledger, ref: Ref): readonly PostId[] => [
  ...new Set((told.get(ref) ?? []).flatMap(({ is, to }) => (is === 'sent' ? [to] : []))),
];

/** Whoever is told of it at some time, if nobody does anything. */
const postsOf = (incident: Incident, setting: Setting): readonly PostId[] =>
  dutiesOf(incident, setting).flatMap((duty) =>
    rungsOf(setting, duty).flatMap(({ posts }) => posts),
  );

/** Whether its area is still what this correction made it. */
export const isStillHandedOver = ({ queued }: Item, { moved }: Incident): boolean =>
  moved === queued;
