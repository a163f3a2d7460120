import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { choice, dayField } from '../../src/app/field.ts';
import { countFrom } from '../../src/domain/count.ts';
import { sayNear } from '../../src/domain/day.ts';
import { PENDING } from '../../src/domain/reviews/embargo.ts';
import { REVIEW_CLOCKS } from '../../src/domain/rules/reviews.ts';
import { on, RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewDelay = defineCommand({
  name: 'review delay',
  summary: 'Put publication off while proceedings last; the Panel is to be given the reasons.',
  allow: RUNNERS,
  fields: z.object({
    review,
    until: dayField('When can it be published?'),
    pending: choice('What it waits for', PENDING),
    on,
  }),
  decide: ({ review: asked, until, pending, on }, situation) =>
    onLivePracticeReview(asked, situation, (review) => {
      const { ref, published } = review;
      const { today } = situation;
      if (published)
        return refuse(
          `${ref} was published on ${sayNear(published.on, today)}. Nothing to put off.`,
        );
      if (until <= today)
        return refuse(
          `It is put off to a day that is still to come, and ${sayNear(until, today)} is not. Check the day.`,
        );
      const { due } = countFrom(
        situation.calendar,
        review.decided.on,
        REVIEW_CLOCKS['publish-review'].span,
      );
      if (until <= due)
        return refuse(
          `${ref} may be published until ${sayNear(due, today)} anyway, six months from the decision. Give a later day, or plan the publication with /review publish ${ref} on=DAY.`,
        );
      const wrong = notOn(on, 'The delay', situation, {
        day: review.decided.on,
        what: 'the review was decided',
      });
      if (wrong) return refuse(wrong);
      return writtenOn(
        ref,
        [{ type: 'review-delayed', ref, pending, until, on }],
        `${ref}: publication is put off to ${sayNear(until, today)}`,
        situation,
        ['What can be said of the improvements is published meanwhile.'],
      );
    }),
});
