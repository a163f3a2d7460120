import type { Situation } from '../../src/app/command.ts';
import { foresee } from '../../src/app/foresee.ts';
import { type Message, plain } from '../../src/app/message.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Day } from '../../src/domain/day.ts';
import { inForce } from '../../src/domain/in-force.ts';
import type { PostId } from '../../src/domain/item.ts';
import { holderOf, sayPost } from '../../src/domain/posts.ts';
import type { PersonId } from '../../src/domain/signed.ts';
import { capital } from '../../src/domain/words.ts';

/** Who has what falls to a post, in a sentence: a person by their id, as they are called on the roster. */
const sayHolder = (post: PostId, arrangement: Arrangement): string => {
  const holder = holderOf(arrangement, post);
  return holder
    ? `What falls to ${sayPost(arrangement, post)} goes to @${holder.id}.`
    : `Nobody has what falls to ${sayPost(arrangement, post)}. The business unit is told; say who has it with /roster cover ${post} by=POST.`;
};

/** Under what was done: who has each post's matters from a day on. */
export const rosterMessage = (
  title: string,
  posts: readonly PostId[],
  changes: readonly Change[],
  situation: Situation,
  from: Day = situation.today,
): Message => {
  const { ledger } = foresee(situation, changes);
  const then = inForce(ledger, situation.arrangement, from);
  return plain(capital(title), ...posts.map((post) => sayHolder(post, then)));
};

/** The posts that somebody holds themselves, without those they stand in for. */
export const ownPosts = ({ asOf, people }: Arrangement, who: PersonId): readonly PostId[] =>
  (people.get(who)?.posts ?? []).filter((post) => {
    const standIn = asOf?.standIns.get(post);
    return standIn?.person !== who;
  });
