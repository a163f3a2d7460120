import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { postField } from '../../src/app/field.ts';
import { type CycleEntry, entryDone } from '../../src/domain/cycle/entry.ts';
import { isForPool, poolOf } from '../../src/domain/cycle/pool.ts';
import { heldTogether } from '../../src/domain/exclusion.ts';
import type { PostId } from '../../src/domain/item.ts';
import { holderOf, sayPost } from '../../src/domain/posts.ts';
import { capital, listed } from '../../src/domain/words.ts';
import { entry, onEntry } from './find.ts';
import { writtenOn } from './written.ts';

export const cycleAssign = defineCommand({
  name: 'cycle assign',
  summary: 'Give a piece of scrutiny in the annual cycle to one of a pool of scrutineers.',
  allow: ['business-unit', 'chair'],
  fields: z.object({ entry, to: postField('To which scrutineer', { among: 'scrutineers' }) }),
  decide: ({ entry: ref, to }, situation) =>
    onEntry(ref, situation, (found) => {
      const wrong = whyNot(found, to, situation) ?? whyApart(to, situation);
      if (wrong) return refuse(wrong);
      const change = { type: 'cycle-assigned', ref, to, on: situation.today } as const;
      const called = sayPost(situation.arrangement, to);
      return writtenOn(ref, [change], `${ref} is given to ${called}`, situation);
    }),
});

const whyNot = (entry: CycleEntry, to: PostId, situation: Situation): string | undefined => {
  const { ref, dropped, assigned } = entry;
  const { arrangement } = situation;
  if (!isForPool(entry, arrangement))
    return `${ref} is not for a pool of scrutineers. /cycle entry ${ref} says who sees to it.`;
  const pool = poolOf(arrangement);
  if (!pool.includes(to))
    return `${capital(sayPost(arrangement, to))} is not one of the scrutineers. Say which: to=POST, one of ${listed(pool)}.`;
  if (dropped)
    return `${ref} was dropped by ${dropped.amendment}, so nothing is wanted of it. /cycle show lists the rest.`;
  if (entryDone(entry)) return `${ref} is done. Give /cycle reopen ${ref} first if it is not.`;
  return assigned?.to === to
    ? `${ref} is with ${sayPost(arrangement, to)} already. Nothing to change.`
    : undefined;
};

/** G14: where the arrangement keeps them apart, nobody scrutinises who is in the chair. */
const whyApart = (to: PostId, { arrangement }: Situation): string | undefined => {
  const apart = heldTogether(arrangement).find(
    ({ person, post, holds }) =>
      person.id === holderOf(arrangement, to)?.id && (post === to || holds === to),
  );
  if (!apart) return undefined;
  const other = sayPost(arrangement, apart.post === to ? apart.holds : apart.post);
  return `${capital(sayPost(arrangement, to))} is ${other} as well, and they have to be different people (${apart.source}). Choose another scrutineer, or appoint somebody else with /roster appoint ${to} to=PERSON.`;
};
