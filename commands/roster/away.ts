import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, postField } from '../../src/app/field.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import type { PostId } from '../../src/domain/item.ts';
import { holderOf, postOf, rolesOf, sayPost } from '../../src/domain/posts.ts';
import { capital, listed } from '../../src/domain/words.ts';
import { ownPosts, rosterMessage } from './words.ts';

export const rosterAway = defineCommand({
  name: 'roster away',
  summary: 'Say when I am away: what falls to me goes to whoever covers, or to my deputy.',
  allow: 'everyone',
  fields: z.object({
    from: dayField('The first day away'),
    to: dayField('The last day away'),
    cover: postField('Who has it meanwhile, if not the deputy').optional(),
    post: postField('Whose, where the business unit says it for somebody', {
      bare: true,
    }).optional(),
  }),
  decide: ({ from, to, cover, post }, situation) => {
    const posts = post ? [post] : ownPosts(situation.arrangement, situation.actor.id);
    const wrong = whyNot(posts, { from, to, cover }, situation);
    if (wrong) return refuse(wrong);
    const signed = { at: situation.now, by: situation.actor.id };
    const away = { is: 'away', ...signed, from, to, ...(cover ? { cover } : {}) } as const;
    const changes = posts.map((one): Change => ({ type: 'post-away', post: one, away }));
    const { today, arrangement } = situation;
    const who = post ? sayPost(arrangement, post) : 'you';
    const title = `${who} ${post ? 'is' : 'are'} away from ${sayNear(from, today)} to ${sayNear(to, today)}`;
    return accept(rosterMessage(title, posts, changes, situation, { from, to }), changes);
  },
});

interface Asked {
  readonly from: Day;
  readonly to: Day;
  readonly cover: PostId | undefined;
}

const whyNot = (
  posts: readonly PostId[],
  { from, to, cover }: Asked,
  { arrangement, actor, roles, today }: Situation,
): string | undefined => {
  const isOffice = roles.includes('business-unit');
  if (posts.length === 0) return 'You hold no post, so there is nothing to cover. Nothing to say.';
  if (to < from || to < today)
    return `An absence from ${sayNear(from, today)} to ${sayNear(to, today)} is over before it begins. Check the days.`;
  if (cover && posts.includes(cover))
    return `${capital(sayPost(arrangement, cover))} cannot cover for itself. Choose another post.`;
  if (!isOffice && posts.some((post) => !ownPosts(arrangement, actor.id).includes(post)))
    return 'That post is not yours. Ask the business unit to say it for whoever holds it.';
  if (!cover || isOffice) return undefined;
  const over = posts.filter((post) => !mayStandIn(post, cover, { arrangement }));
  return over.length > 0
    ? `${capital(listed(over.map((post) => sayPost(arrangement, post))))} may see what ${sayPost(arrangement, cover)} may not. Choose the deputy, or ask the business unit to say who covers.`
    : undefined;
};

/** Whoever stands in sees what the post sees: nobody hands that on by themselves but to their deputy or their like. */
const mayStandIn = (
  post: PostId,
  cover: PostId,
  { arrangement }: Pick<Situation, 'arrangement'>,
): boolean => {
  const { deputy, role } = postOf(arrangement, post);
  const holder = holderOf(arrangement, cover);
  return deputy === cover || (holder !== undefined && rolesOf(arrangement, holder).includes(role));
};
