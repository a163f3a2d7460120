import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, postField } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import type { PostId } from '../../src/domain/item.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import { holderOf, sayPost } from '../../src/domain/posts.ts';
import { endTerm, termOf } from '../../src/domain/terms/term.ts';

export const rosterTerm = defineCommand({
  name: 'roster term',
  summary: 'Say until when the holder of a post is appointed: those who appoint hear of its end.',
  allow: ['business-unit'],
  fields: z.object({
    post: postField('Which post', { bare: true }),
    until: dayField('The last day of the term'),
  }),
  decide: ({ post, until }, situation) => {
    const { arrangement, today, ledger } = situation;
    const called = sayPost(arrangement, post);
    const wrong = notUntil(until, situation);
    if (wrong) return refuse(wrong);
    if (!holderOf(arrangement, post))
      return refuse(
        `Nobody is in the post of ${called}. Appoint somebody: /roster appoint ${post} to=PERSON until=DAY.`,
      );
    if (termOf(ledger, post)?.until === until)
      return refuse(
        `The term of ${called} ends on ${sayNear(until, today)} already. Nothing to change.`,
      );
    return accept(
      plain(
        `The term of ${called} ends on ${sayNear(until, today)}`,
        'Those who appoint hear of it six months before, and again until somebody is appointed.',
      ),
      termChanges(post, until, situation),
    );
  },
});

/** Why a term cannot end on a day. */
export const notUntil = (until: Day, { today }: Situation): string | undefined =>
  until <= today
    ? `${sayNear(until, today)} is not a day to come. Give the last day of the term.`
    : undefined;

/** The term before is over, and another begins where its end is known. */
export const termChanges = (
  post: PostId,
  until: Day | undefined,
  { ledger, today, now, actor }: Situation,
): readonly Change[] => [
  ...endTerm(ledger, post, today),
  ...(until
    ? [
        {
          type: 'term-set',
          term: {
            is: 'term',
            ref: nextReference(ledger, 'TM', today),
            post,
            until,
            set: { on: today, at: now, by: actor.id },
          },
        } as const,
      ]
    : []),
];
