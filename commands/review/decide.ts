import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import type { Day } from '../../src/domain/day.ts';
import {
  decisionOf,
  missingFrom,
  type RapidReview,
} from '../../src/domain/reviews/rapid-review.ts';
import { sayOutcome } from '../../src/domain/reviews/words.ts';
import { decisionFields, decisionOn } from './deciding.ts';
import { DECIDERS } from './fields.ts';
import { onRapidReview } from './find.ts';
import { sayContents } from './rapid-words.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewDecide = defineCommand({
  name: 'review decide',
  summary: 'Record what the rapid review decided, and start the clocks that follow.',
  allow: DECIDERS,
  fields: z.object(decisionFields),
  decide: (values, situation) =>
    onRapidReview(values.review, situation, (review) => {
      const wrong = whyNot(review, values.on, situation);
      if (wrong) return refuse(wrong);
      const { decision, opened } = decisionOn(review, values, situation);
      return writtenOn(
        review.ref,
        [{ type: 'review-decided', ref: review.ref, decision, opened }],
        `${review.ref}: decided, ${sayOutcome(values.outcome)}${opened ? ` (${opened.ref})` : ''}`,
        situation,
        lacking(review),
      );
    }),
});

const whyNot = (review: RapidReview, on: Day, situation: Situation): string | undefined => {
  const { ref, kind, started } = review;
  if (kind !== 'statutory' && kind !== 'local')
    return `${ref} is somebody else's review, so nothing is decided on it here. When our part is done: /review sent ${ref}.`;
  const decided = decisionOf(review);
  if (decided)
    return `${ref} is decided already: ${sayOutcome(decided.outcome)}. A decision is never changed; another takes its place with /review redecide ${ref}.`;
  return notOn(on, 'A decision', situation, { day: started.on, what: 'the review began' });
};

const lacking = (review: RapidReview): readonly string[] => {
  const missing = review.completed ? [] : missingFrom(review);
  return missing.length > 0
    ? [`The rapid review is not complete: its record still lacks ${sayContents(missing)}.`]
    : [];
};
