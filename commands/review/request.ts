import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { yesNo } from '../../src/app/field.ts';
import type { Day } from '../../src/domain/day.ts';
import type { PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import { on, pointer, RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewRequest = defineCommand({
  name: 'review request',
  summary:
    'Record a written request to the reviewer, or its answer; a request is always in writing.',
  allow: RUNNERS,
  fields: z.object({
    review,
    letter: pointer('The reference of the letter'),
    answered: yesNo('It is answered', { fallback: 'no' }),
    on,
  }),
  decide: ({ review: asked, letter: letterRef, answered, on }, situation) =>
    onLivePracticeReview(asked, situation, (review) => {
      const { ref } = review;
      const wrong = whyNot(review, letterRef, { answered, on }, situation);
      if (wrong) return refuse(wrong);
      const [type, title] = answered
        ? (['reviewer-answered', `${ref}: the reviewer has answered`] as const)
        : (['reviewer-asked', `${ref}: the request to the reviewer is recorded`] as const);
      return writtenOn(ref, [{ type, ref, letterRef, on }], title, situation);
    }),
});

const whyNot = (
  { requests, decided }: PracticeReview,
  letterRef: string,
  { answered, on }: { readonly answered: boolean; readonly on: Day },
  situation: Situation,
): string | undefined => {
  const known = requests.find((one) => one.letterRef === letterRef);
  if (answered && !known)
    return 'No request of that letter is recorded, so none is answered. Record the request first, without answered=yes.';
  if (!answered && known)
    return 'That letter is recorded already. When it is answered, add answered=yes.';
  const before = known
    ? { day: known.on, what: 'the request' }
    : { day: decided.on, what: 'the review was decided' };
  return notOn(on, 'A request', situation, before);
};
