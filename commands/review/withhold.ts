import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { freeText } from '../../src/app/field.ts';
import { on, RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewWithhold = defineCommand({
  name: 'review withhold',
  summary: 'Record that the report is not published, and why; the Panel is to be told.',
  allow: RUNNERS,
  fields: z.object({
    review,
    reason: freeText('Why is it inappropriate to publish it?', { onCase: true }),
    on,
  }),
  decide: ({ review: asked, reason, on }, situation) =>
    onLivePracticeReview(asked, situation, (review) => {
      const { ref } = review;
      if (review.published)
        return refuse(
          `${ref} is published already. A report that is out stays public for a year. Leave it there.`,
        );
      if (review.withheld)
        return refuse(
          `${ref} is withheld already. If it is published after all: /review publish ${ref} on=DAY.`,
        );
      const wrong = notOn(on, 'Withholding it', situation, {
        day: review.decided.on,
        what: 'the review was decided',
      });
      if (wrong) return refuse(wrong);
      return writtenOn(
        ref,
        [{ type: 'review-withheld', ref, reason, on }],
        `${ref}: the report is withheld`,
        situation,
        [
          `Publish what can be said of the improvements: /review publish ${ref} on=DAY extent=partial.`,
        ],
      );
    }),
});
