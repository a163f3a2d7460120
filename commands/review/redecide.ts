import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { freeText } from '../../src/app/field.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Ref } from '../../src/domain/reference.ts';
import type { Decision, Outcome } from '../../src/domain/reviews/decision.ts';
import { decisionOf, type RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { sayOutcome } from '../../src/domain/reviews/words.ts';
import { decisionFields, decisionOn } from './deciding.ts';
import { DECIDERS } from './fields.ts';
import { onRapidReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewRedecide = defineCommand({
  name: 'review redecide',
  summary: 'Put another decision in the place of the last one; both stay, and those told are told.',
  allow: DECIDERS,
  fields: z.object({
    ...decisionFields,
    reason: freeText('Why is it decided again?', { onCase: true }),
  }),
  decide: (values, situation) =>
    onRapidReview(values.review, situation, (review) => {
      const { ref } = review;
      const before = decisionOf(review);
      if (!before)
        return refuse(`${ref} has no decision yet. Record the first with /review decide ${ref}.`);
      const wrong = whyNot(before, values.outcome, values.on, situation);
      if (wrong) return refuse(wrong);
      const { decision, opened } = decisionOn(review, values, situation, values.reason);
      const ended = endedBy(before, situation);
      return writtenOn(
        ref,
        [{ type: 'review-decided', ref, decision, opened, ended }],
        `${ref}: decided again, ${sayOutcome(values.outcome)}${opened ? ` (${opened.ref})` : ''}`,
        situation,
        [sayTold(review), ...(ended ? [`${ended} has ended, and its clocks with it.`] : [])],
      );
    }),
});

const whyNot = (
  before: Decision,
  outcome: Outcome,
  on: Day,
  situation: Situation,
): string | undefined =>
  before.outcome === outcome
    ? `That is the decision already: ${sayOutcome(outcome)}. Choose another outcome, or leave it.`
    : notOn(on, 'The new decision', situation, {
        day: before.made.on,
        what: 'the decision before it',
      });

/** A report that is out stays out. */
const endedBy = ({ began }: Decision, situation: Situation): Ref | undefined => {
  const record = began && visibleRecord(situation, began);
  return record?.is === 'practice-review' && !record.published && !record.ended
    ? record.ref
    : undefined;
};

const sayTold = ({ embargo }: RapidReview): string =>
  embargo
    ? 'It is held back, so only the business unit and the chair are told; the others are when it is let go.'
    : 'Everybody who was told of the decision before is told of this one.';
