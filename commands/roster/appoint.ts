import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, freeText, postField, yesNo } from '../../src/app/field.ts';
import { nearest } from '../../src/app/nearest.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { PostId } from '../../src/domain/item.ts';
import { holderOf, sayPost } from '../../src/domain/posts.ts';
import type { PersonId } from '../../src/domain/signed.ts';
import { termOf } from '../../src/domain/terms/term.ts';
import { listed } from '../../src/domain/words.ts';
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
    new: yesNo('They are new to the roster', { fallback: 'no' }),
  }),
  decide: ({ post, to, until, new: isNew }, situation) => {
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
    if (!isNew && !isKnown(person, situation)) return refuse(isWho(person, post, situation));
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

/** Somebody of the arrangement, or appointed at some time: a typing error would be told everything that falls to the post. */
const isKnown = (person: PersonId, { arrangement, ledger }: Situation): boolean =>
  (arrangement.asOf?.base ?? arrangement).people.has(person) ||
  [...ledger.roster.values()].some(({ holder }) => holder === person);

const isWho = (person: PersonId, post: PostId, { arrangement }: Situation): string =>
  `Nobody on the roster is called that${sayNearest(person, arrangement)}. If they are new to it: /roster appoint ${post} to=PERSON new=yes.`;

const sayNearest = (person: PersonId, { people }: Situation['arrangement']): string => {
  const near = nearest(person, [...people.keys()]);
  return near.length > 0
    ? `; perhaps ${listed(
        near.map((id) => `@${id}`),
        'or',
      )}`
    : '';
};
