import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { dayField, freeText, postField } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import { holderOf, sayPost } from '../../src/domain/posts.ts';
import type { PersonId } from '../../src/domain/signed.ts';
import { termOf } from '../../src/domain/terms/term.ts';
import { keptApart, notByItself } from './apart.ts';
import { notUntil, termChanges } from './term.ts';
import { rosterMessage } from './words.ts';

const ID = /^[a-z][a-z0-9-]*$/;

export const rosterAppoint = defineCommand({
  name: 'roster appoint',
  summary: 'Put somebody in a post: everything that falls to it is theirs from now on.',
  allow: ['business-unit'],
  fields: z.object({
    post: postField('Which post', { bare: true }),
    to: freeText('Whom: as they are called on the roster, like police-deputy', { most: 60 }),
    until: dayField('Until which day, where it is for a term').optional(),
  }),
  decide: ({ post, to, until }, situation) => {
    const person = to.trim().toLowerCase().replace(/^@/, '') as PersonId;
    if (!ID.test(person))
      return refuse(
        'Give what the person is called on the roster, in small letters and hyphens, like police-deputy. /roster show lists those there are.',
      );
    const { arrangement, ledger } = situation;
    const called = sayPost(arrangement, post);
    const why =
      notByItself(post, arrangement) ??
      keptApart(person, post, arrangement) ??
      (until && notUntil(until, situation));
    if (why) return refuse(why);
    const isIn = holderOf(arrangement, post)?.id === person;
    // Whoever is in it already is appointed for another term.
    if (isIn && !until && !arrangement.asOf?.standIns.has(post) && !termOf(ledger, post))
      return refuse(`@${person} is in the post of ${called} already. Nothing to change.`);
    const changes = [
      { type: 'post-appointed', post, person } as const,
      ...termChanges(post, until, situation),
    ];
    return accept(
      rosterMessage(
        `@${person} is now ${called}${until ? `, until ${sayNear(until, situation.today)}` : ''}`,
        [post],
        changes,
        situation,
      ),
      changes,
    );
  },
});
