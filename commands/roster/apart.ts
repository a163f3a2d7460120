import type { Arrangement } from '../../src/domain/arrangement.ts';
import { barredFrom } from '../../src/domain/exclusion.ts';
import type { PostId } from '../../src/domain/item.ts';
import { sayPost } from '../../src/domain/posts.ts';
import type { PersonId } from '../../src/domain/signed.ts';
import { capital } from '../../src/domain/words.ts';

/** Why this person may not have this post beside what they hold (G14), where the arrangement says so. */
export const keptApart = (
  person: PersonId,
  post: PostId,
  arrangement: Arrangement,
): string | undefined => {
  const barred = barredFrom(arrangement, person, post);
  if (!barred) return undefined;
  const other = sayPost(arrangement, barred.holds);
  return `@${person} is ${other}, and ${sayPost(arrangement, post)} has to be somebody else (${barred.source}). Choose another person, or put somebody else in the post of ${other} first.`;
};

/** Why nobody is appointed to this post itself: whoever holds another one has it, or it has ended. */
export const notByItself = (post: PostId, arrangement: Arrangement): string | undefined => {
  const { through, turns, ended } = arrangement.posts.get(post) ?? {};
  const called = sayPost(arrangement, post);
  if (ended)
    return `There is no post of ${called} any more. Say who has what still falls to it: /roster cover ${post} by=POST.`;
  if (!through) return undefined;
  const whose = sayPost(arrangement, through);
  return turns
    ? `${capital(called)} is taken in turn, and it is the turn of ${whose}. Let another have it with /roster cover ${post} by=POST.`
    : `${capital(called)} is whoever is ${whose}. Appoint to that post: /roster appoint ${through} to=PERSON.`;
};
