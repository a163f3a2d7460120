import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { sayNear } from '../../src/domain/day.ts';
import { versionOf } from '../../src/domain/reviews/rapid-review.ts';
import { on, RUNNERS, review } from './fields.ts';
import { onRapidReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewReplied = defineCommand({
  name: 'review replied',
  summary: 'Record that the Panel has replied to the rapid review.',
  allow: RUNNERS,
  fields: z.object({ review, on }),
  decide: ({ review: asked, on }, situation) =>
    onRapidReview(asked, situation, (review) => {
      const { ref } = review;
      const sent = review.sent[versionOf(review)];
      if (!sent || review.kind !== 'statutory')
        return refuse(
          `${ref} has not been sent to the Panel, so there is nothing to reply to. Record that first with /review sent ${ref}.`,
        );
      const wrong = notOn(on, 'A reply', situation, { day: sent.on, what: 'it was sent' });
      if (wrong) return refuse(wrong);
      const title = `${ref}: the Panel replied on ${sayNear(on, situation.today)}`;
      return writtenOn(ref, [{ type: 'panel-replied', ref, on }], title, situation, [
        `If it changes the decision: /review redecide ${ref}.`,
      ]);
    }),
});
