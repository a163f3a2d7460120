import type { Arrangement } from '../../domain/arrangement.ts';
import { type Day, type Instant, londonDay, sayNear } from '../../domain/day.ts';
import { type Item, MOVED, type PostId, type Told } from '../../domain/item.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { holderOf, sayPost } from '../../domain/posts.ts';
import { whoMayKnow } from '../../domain/standing-in.ts';
import { capital, inWords } from '../../domain/words.ts';

/** "The notifier has been reminded four times since Thu 2 Apr, the manager once." Messages, not rungs. */
export const sayChase = (
  { ledger, arrangement, today, now }: Chased,
  item: Item,
  owner: PostId,
): string => {
  const earlier = (ledger.told.get(item.record) ?? []).filter(
    (told) => isAbout(told, item) && told.at < now,
  );
  const called = (to: PostId) => sayPost(arrangement, to);
  const record = ledger.records.get(item.record);
  if (record && whoMayKnow(arrangement, record, owner) !== owner)
    return `${capital(called(owner))} may not know of the case while it is held back, so it comes to you.`;
  if (record?.is === 'action' && ledger.weekly.has(owner))
    return `${capital(called(owner))} has it in a digest each week.`;
  const [first] = earlier.filter(({ to }) => to === owner);
  if (!first) return `${capital(called(owner))} is reminded of it only now.`;
  const reader = holderOf(arrangement, item.to)?.id;
  const others = [...new Set(earlier.map(({ to }) => to))].filter(
    (to) => to !== owner && to !== item.to && holderOf(arrangement, to)?.id !== reader,
  );
  const reminded = (to: PostId) =>
    times(new Set(earlier.filter((told) => told.to === to).map(({ at }) => at)).size);
  const since = sayNear(londonDay(first.at), today);
  return `${capital(called(owner))} has been reminded ${reminded(owner)} since ${since}${others
    .map((to) => `, ${called(to)} ${reminded(to)}`)
    .join('')}.`;
};

interface Chased {
  readonly ledger: Ledger;
  readonly arrangement: Arrangement;
  readonly today: Day;
  readonly now: Instant;
}

const isAbout = (told: Told, item: Item): boolean =>
  told.is === 'sent' &&
  told.duty === item.duty &&
  told.part === item.part &&
  told.due === item.due &&
  told.rung !== MOVED;

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${inWords(n)} times`);
