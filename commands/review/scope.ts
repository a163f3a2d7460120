import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { choice, dayField, freeText } from '../../src/app/field.ts';
import { LEADS } from '../../src/domain/reviews/practice-review.ts';
import { on, pointer, RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewScope = defineCommand({
  name: 'review scope',
  summary: 'Record where the terms of reference are, the period, and who leads with which others.',
  allow: RUNNERS,
  fields: z.object({
    review,
    terms: pointer('Where the terms of reference are, in the secure file'),
    lead: choice('Which partnership leads', LEADS, { fallback: 'ours' }),
    others: freeText('The other partnerships that take part', {
      onCase: true,
      most: 120,
    }).optional(),
    from: dayField('The period looked at begins').optional(),
    to: dayField('And ends').optional(),
    on,
  }),
  decide: ({ review: asked, terms: termsRef, lead, others, from, to, on }, situation) =>
    onLivePracticeReview(asked, situation, (review) => {
      const { ref } = review;
      const wrong =
        from && to && to < from
          ? 'The period ends before it begins. Check both days.'
          : notOn(on, 'The scope', situation);
      if (wrong) return refuse(wrong);
      const change = { type: 'review-scoped', ref, on, termsRef, lead, others, from, to } as const;
      return writtenOn(ref, [change], `${ref}: the scope is recorded`, situation);
    }),
});
