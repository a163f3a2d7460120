import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { postField } from '../../src/app/field.ts';
import type { Change } from '../../src/domain/change.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { ownPosts, rosterMessage } from './words.ts';

export const rosterBack = defineCommand({
  name: 'roster back',
  summary: 'Somebody is back, or a post needs no cover any more.',
  allow: 'everyone',
  fields: z.object({
    post: postField('Which post, if it is not mine', { bare: true }).optional(),
  }),
  decide: ({ post }, situation) => {
    const { arrangement, actor, roles, ledger, today } = situation;
    const own = ownPosts(arrangement, actor.id);
    if (post && !own.includes(post) && !roles.includes('business-unit'))
      return refuse('That post is not yours. Ask the business unit to say it.');
    const posts = (post ? [post] : own).filter((one) =>
      (ledger.roster.get(one)?.away ?? []).some(({ to }) => to === undefined || to >= today),
    );
    if (posts.length === 0)
      return refuse('Nobody is away or covered there. Nothing to change; /roster show shows it.');
    const changes = posts.map((one): Change => ({ type: 'post-back', post: one, on: today }));
    const title = post ? `${sayPost(arrangement, post)} is back` : 'You are back';
    return accept(rosterMessage(title, posts, changes, situation), changes);
  },
});
