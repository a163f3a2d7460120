import type { Arrangement } from '../domain/arrangement.ts';
import { type Instant, sayDay } from '../domain/day.ts';
import { type HeldTogether, heldTogether } from '../domain/exclusion.ts';
import { vacantPosts } from '../domain/in-force.ts';
import type { PostId } from '../domain/item.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type LeftBehind, leftBehind } from '../domain/left-behind.ts';
import { sayPost } from '../domain/posts.ts';
import { settingAt } from '../domain/setting.ts';
import type { Trouble } from '../domain/trouble.ts';
import { capital, listed } from '../domain/words.ts';
import type { Store } from './ports.ts';
import { reportTroubles } from './trouble.ts';

const KEY = 'vacant/';

interface VacantDesk {
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly now: () => Instant;
}

/**
 * Posts that nobody is in, or nobody stands in for, or that are none any more while something falls to
 * them, are the business unit's to know as soon as it is so.
 */
export const noteVacancies = async (desk: VacantDesk): Promise<void> => {
  const ledger = await desk.store.read();
  if (ledger.roster.isEmpty() && !desk.arrangement.next) return;
  const vacant = vacanciesIn(ledger, desk);
  const over = [...ledger.troubles.keys()].filter(
    (key) => key.startsWith(KEY) && !vacant.some((one) => one.key === key),
  );
  if (vacant.length + over.length > 0) await reportTroubles(desk, vacant, over);
};

const vacanciesIn = (ledger: Ledger, { arrangement, now }: VacantDesk): readonly Trouble[] => {
  const setting = settingAt(ledger, arrangement, now());
  return [
    ...vacantPosts(setting.arrangement, ledger.roster).map((post) =>
      vacancy(post, setting.arrangement),
    ),
    ...heldTogether(setting.arrangement).map((one) => together(one, setting.arrangement)),
    ...leftBehind(ledger, setting).map((one) => ending(one, ledger, setting.arrangement)),
  ];
};

const vacancy = (post: PostId, arrangement: Arrangement): Trouble => ({
  key: `${KEY}${post}`,
  sentence: arrangement.asOf?.standIns.has(post)
    ? `${capital(sayPost(arrangement, post))} is away, and nobody has what falls to that post meanwhile. Say who does: /roster cover ${post} by=POST.`
    : `Nobody is in the post of ${sayPost(arrangement, post)}, so what falls to it reaches nobody. Appoint somebody: /roster appoint ${post} to=PERSON, or /roster cover ${post} by=POST.`,
  lasts: true,
});

const isNamed = (records: readonly string[], sentence: string): boolean => {
  const words = sentence.split(/[\s,]+/);
  return records.every((ref) => words.includes(ref));
};

/** A roster may have become so before the arrangement said that it may not be. */
const together = (
  { person, post, holds, source }: HeldTogether,
  arrangement: Arrangement,
): Trouble => ({
  key: `${KEY}${post} ${holds}`,
  sentence: `@${person.id} is both ${sayPost(arrangement, holds)} and ${sayPost(arrangement, post)}, who have to be different people (${source}). Put somebody else in one of the posts: /roster appoint ${post} to=PERSON.`,
  lasts: true,
});

/**
 * Named by their references alone: a message about the roster holds nothing of a case. What has been
 * told stays as it was told while those it named become fewer: nobody is told again of the rest.
 */
const ending = (
  { post, records }: LeftBehind,
  { troubles }: Ledger,
  arrangement: Arrangement,
): Trouble => {
  const key = `${KEY}${post.id}`;
  const known = troubles.get(key);
  if (known && isNamed(records, known.sentence)) return known;
  return {
    key,
    sentence: `Since ${post.ended ? sayDay(post.ended) : 'then'} there is no post of ${sayPost(arrangement, post.id)}, and ${listed(records)} still ${records.length === 1 ? 'falls' : 'fall'} to it: nobody is told. Say who has it now: /roster cover ${post.id} by=POST, or give each to another post, an action with /action reassign.`,
    lasts: true,
  };
};
