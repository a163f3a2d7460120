import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { postField, yesNo } from '../../src/app/field.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { endTerm } from '../../src/domain/terms/term.ts';
import { listed } from '../../src/domain/words.ts';
import { ownPosts, rosterMessage } from './words.ts';

export const rosterLeave = defineCommand({
  name: 'roster leave',
  summary: 'Somebody has left a post, or every post they held.',
  allow: ['business-unit'],
  fields: z.object({
    post: postField('Which post', { bare: true }),
    all: yesNo('Every other post they hold as well', { fallback: 'no' }),
  }),
  decide: ({ post, all }, situation) => {
    const { arrangement } = situation;
    const holder = [...arrangement.people.keys()].find((id) =>
      ownPosts(arrangement, id).includes(post),
    );
    if (!holder)
      return refuse(
        `Nobody is in the post of ${sayPost(arrangement, post)}. Appoint somebody: /roster appoint ${post} to=PERSON.`,
      );
    const posts = all ? ownPosts(arrangement, holder) : [post];
    const { ledger, today } = situation;
    const changes = posts.flatMap((left) => [
      { type: 'post-appointed', post: left, person: null } as const,
      ...endTerm(ledger, left, today),
    ]);
    const left = listed(posts.map((one) => sayPost(arrangement, one)));
    return accept(
      rosterMessage(`@${holder} has left the post of ${left}`, posts, changes, situation),
      changes,
    );
  },
});
