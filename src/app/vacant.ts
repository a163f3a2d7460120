import type { Arrangement } from '../domain/arrangement.ts';
import { type Instant, londonDay } from '../domain/day.ts';
import { inForce, vacantPosts } from '../domain/in-force.ts';
import type { PostId } from '../domain/item.ts';
import { sayPost } from '../domain/posts.ts';
import type { Trouble } from '../domain/trouble.ts';
import { capital } from '../domain/words.ts';
import type { Store } from './ports.ts';
import { reportTroubles } from './trouble.ts';

const KEY = 'vacant/';

/** Posts that nobody is in, or nobody stands in for, are the business unit's to know as soon as it is so. */
export const noteVacancies = async (desk: {
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly now: () => Instant;
}): Promise<void> => {
  const ledger = await desk.store.read();
  if (ledger.roster.isEmpty()) return;
  const arrangement = inForce(ledger, desk.arrangement, londonDay(desk.now()));
  const vacant = vacantPosts(arrangement, ledger.roster).map((post) => vacancy(post, arrangement));
  const over = [...ledger.troubles.keys()].filter(
    (key) => key.startsWith(KEY) && !vacant.some((one) => one.key === key),
  );
  if (vacant.length + over.length > 0) await reportTroubles(desk, vacant, over);
};

const vacancy = (post: PostId, arrangement: Arrangement): Trouble => ({
  key: `${KEY}${post}`,
  sentence: arrangement.asOf?.standIns.has(post)
    ? `${capital(sayPost(arrangement, post))} is away, and nobody has what falls to that post meanwhile. Say who does: /roster cover ${post} by=POST.`
    : `Nobody is in the post of ${sayPost(arrangement, post)}, so what falls to it reaches nobody. Appoint somebody: /roster appoint ${post} to=PERSON, or /roster cover ${post} by=POST.`,
  lasts: true,
});
