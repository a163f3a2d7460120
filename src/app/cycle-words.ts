import { sayAgencies } from '../domain/agencies.ts';
import { type Amendment, silentOn, standingOf } from '../domain/cycle/amendment.ts';
import type { Coming } from '../domain/cycle/coming.ts';
import { type CycleEntry, entryDone } from '../domain/cycle/entry.ts';
import { isForPool, ownerOf } from '../domain/cycle/pool.ts';
import { sayDay, sayMonth, sayNear } from '../domain/day.ts';
import type { Setting } from '../domain/duty.ts';
import { sayPost } from '../domain/posts.ts';
import { bodyName } from './action-words.ts';

type Days = Pick<Setting, 'arrangement' | 'today'>;

/** "done on Tue 5 May, evidence: IR-2026-4", "late, was due Thu 30 Apr", "to come, by Thu 30 Apr" */
export const sayEntryState = (entry: CycleEntry, { today }: Days): string => {
  const { due, dropped, done } = entry;
  if (dropped) return `dropped by ${dropped.amendment}`;
  const over = entryDone(entry);
  if (over)
    return `done on ${sayNear(over.on, today)}${done ? `, ${done.evidence ? `evidence: ${done.evidence}` : 'evidence missing'}` : ''}`;
  const day = sayNear(due, today);
  return due < today ? `late, was due ${day}` : `to come, by ${day}`;
};

/** "CY-2026-3, late, was due Thu 30 Apr, the manager: News bulletin, every two months (S4)" */
export const sayEntry = (entry: CycleEntry, days: Days): string => {
  const { ref, what, area, body, source } = entry;
  const said = `${what}${sayWhere(area, days)}${sayAt(body, days)} (${source})`;
  return `${ref}, ${sayEntryState(entry, days)}, ${sayWho(entry.contributions, ownerOf(entry, days.arrangement), days)}: ${said}`;
};

/** "June 2026, the scrutineer: Annual independent scrutiny, at the Partnership (S0 7.9)" */
export const sayComing = ({ line, area, due, by }: Coming, days: Days): string => {
  const said = `${line.what}${sayWhere(area?.id, days)}${sayAt(line.body, days)} (${line.source})`;
  const amended = by?.which ? `, moved by ${by.ref}` : '';
  const when = by ? sayDay(due) : sayMonth(due);
  return `${when}, ${isForPool(line, days.arrangement) ? 'one of the scrutineers' : sayWho(line.asks, line.owner, days)}: ${said}${amended}`;
};

const sayWho = (asks: unknown, owner: CycleEntry['owner'], { arrangement }: Days): string =>
  asks ? 'each statutory partner' : sayPost(arrangement, owner);

const sayWhere = (area: string | undefined, { arrangement }: Days): string =>
  area ? ` for ${arrangement.areas.find(({ id }) => id === area)?.name ?? area}` : '';

const sayAt = (body: string | undefined, days: Days): string =>
  body ? `, at ${bodyName(days, body)}` : '';

/** Whether it holds, and who has still to say so. */
export const sayStandingOf = (
  amendment: Amendment,
  { arrangement }: Pick<Days, 'arrangement'>,
): string => {
  const names = (partners: readonly string[]) => sayAgencies(arrangement, partners);
  switch (standingOf(amendment)) {
    case 'in-force':
      return 'It holds: every statutory partner has approved it.';
    case 'declined':
      return `It does not hold: declined by ${names(decliners(amendment))}.`;
    case 'withdrawn':
      return 'It was withdrawn, and does not hold.';
    case 'proposed':
      return `It does not hold yet: ${names(silentOn(amendment))} ${silentOn(amendment).length === 1 ? 'has' : 'have'} not approved it. Silence does not.`;
  }
};

const decliners = ({ answers }: Amendment): readonly string[] =>
  Object.entries(answers).flatMap(([partner, { is }]) => (is === 'decline' ? [partner] : []));
