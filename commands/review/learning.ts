import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { choices } from '../../src/app/field.ts';
import { PRODUCTS } from '../../src/domain/reviews/practice-review.ts';
import { on, RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewLearning = defineCommand({
  name: 'review learning',
  summary:
    'Record what has been made of the learning: report, briefing, lunch and learn, section 11.',
  allow: RUNNERS,
  fields: z.object({ review, products: choices('What is out', PRODUCTS), on }),
  decide: ({ review: asked, products, on }, situation) =>
    onLivePracticeReview(asked, situation, (review) => {
      const { ref, embargo, decided } = review;
      const wrong = embargo
        ? `${ref} is held back, so its learning is shared with nobody. Let it go first with /review embargo ${ref} off.`
        : notOn(on, 'Sharing it', situation, { day: decided.on, what: 'the review was decided' });
      if (wrong) return refuse(wrong);
      const change = { type: 'learning-shared', ref, on, products } as const;
      return writtenOn(ref, [change], `${ref}: its learning is shared`, situation);
    }),
});
