import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { freeText, postField } from '../../src/app/field.ts';
import { holderOf, sayPost } from '../../src/domain/posts.ts';
import type { PersonId } from '../../src/domain/signed.ts';
import { keptApart, notByItself } from './apart.ts';
import { rosterMessage } from './words.ts';

const ID = /^[a-z][a-z0-9-]*$/;

export const rosterAppoint = defineCommand({
  name: 'roster appoint',
  summary: 'Put somebody in a post: everything that falls to it is theirs from now on.',
  allow: ['business-unit'],
  fields: z.object({
    post: postField('Which post', { bare: true }),
    to: freeText('Whom: as they are called on the roster, like police-deputy', { most: 60 }),
  }),
  decide: ({ post, to }, situation) => {
    const person = to.trim().toLowerCase().replace(/^@/, '') as PersonId;
    if (!ID.test(person))
      return refuse(
        'Give what the person is called on the roster, in small letters and hyphens, like police-deputy. /roster show lists those there are.',
      );
    const { arrangement } = situation;
    const called = sayPost(arrangement, post);
    const why = notByItself(post, arrangement) ?? keptApart(person, post, arrangement);
    if (why) return refuse(why);
    if (holderOf(arrangement, post)?.id === person && !arrangement.asOf?.standIns.has(post))
      return refuse(`@${person} is in the post of ${called} already. Nothing to change.`);
    const changes = [{ type: 'post-appointed', post, person }] as const;
    return accept(
      rosterMessage(`@${person} is now ${called}`, [post], changes, situation),
      changes,
    );
  },
});
