import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { choice, freeText, yesNo } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import { PROGRESS } from '../../src/domain/reviews/practice-review.ts';
import { on, RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewCheckin = defineCommand({
  name: 'review checkin',
  summary:
    'Record a check-in with the reviewer on progress and quality; the next is a month later, until it is finished.',
  allow: RUNNERS,
  fields: z.object({
    review,
    progress: choice('How it goes', PROGRESS, { fallback: 'on-track' }),
    note: freeText('What is needed', { onCase: true }).optional(),
    practitioners: yesNo('Practitioners are invited to contribute').optional(),
    families: yesNo('Families, including surviving children, are invited').optional(),
    on,
  }),
  decide: ({ review: asked, progress, note, practitioners, families, on }, situation) =>
    onLivePracticeReview(asked, situation, (review) => {
      const { ref } = review;
      if (review.type === 'national')
        return refuse(
          `${ref} is a national review: the Panel follows its reviewer, so there is no check-in of ours. Leave it to the Panel.`,
        );
      const last = review.checkins.at(-1);
      const wrong = notOn(
        on,
        'A check-in',
        situation,
        last
          ? { day: last.on, what: 'the last check-in' }
          : { day: review.decided.on, what: 'the review was decided' },
      );
      if (wrong) return refuse(wrong);
      const checkin = { on, at: situation.now, by: situation.actor.id, progress, note };
      return writtenOn(
        ref,
        [{ type: 'reviewer-checked', ref, checkin, practitioners, families }],
        `${ref}: checked in with the reviewer on ${sayNear(on, situation.today)}`,
        situation,
      );
    }),
});
