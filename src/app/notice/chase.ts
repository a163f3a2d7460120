import type { Arrangement } from '../../domain/arrangement.ts';
import { type Day, londonDay, sayNear } from '../../domain/day.ts';
import { type Item, MOVED, type PostId, type Told } from '../../domain/item.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { postOf } from '../../domain/posts.ts';
import { capital, inWords } from '../../domain/words.ts';

/** "The notifier has been reminded four times since Thu 2 Apr, the manager once." */
export const sayChase = (
  ledger: Ledger,
  arrangement: Arrangement,
  item: Item,
  owner: PostId,
  today: Day,
): string => {
  const earlier = (ledger.told.get(item.record) ?? []).filter((told) => isEarlier(told, item));
  const [first] = earlier.filter(({ to }) => to === owner);
  if (!first) return '';
  const others = [...new Set(earlier.map(({ to }) => to))].filter((to) => to !== owner);
  const reminded = (to: PostId) => times(earlier.filter((told) => told.to === to).length);
  const called = (to: PostId) => `the ${postOf(arrangement, to).called}`;
  const since = sayNear(londonDay(first.at), today);
  return `${capital(called(owner))} has been reminded ${reminded(owner)} since ${since}${others
    .map((to) => `, ${called(to)} ${reminded(to)}`)
    .join('')}.`;
};

const isEarlier = (told: Told, item: Item): boolean =>
  told.is === 'sent' &&
  told.duty === item.duty &&
  told.due === item.due &&
  told.rung !== MOVED &&
  told.moment < item.moment;

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${inWords(n)} times`);
