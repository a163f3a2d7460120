import { z } from 'zod';
import { type Decision, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import type { PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import {
  decisionOf,
  missingFrom,
  type RapidReview,
  versionOf,
} from '../../src/domain/reviews/rapid-review.ts';
import { on, RUNNERS, review } from './fields.ts';
import { onLivePracticeReview, onRapidReview } from './find.ts';
import { sayContents } from './rapid-words.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewSent = defineCommand({
  name: 'review sent',
  summary: 'Record what was sent: the rapid review to the Panel, or the report before publication.',
  allow: RUNNERS,
  fields: z.object({ review, on }),
  decide: ({ review: asked, on }, situation) =>
    visibleRecord(situation, asked)?.is === 'practice-review'
      ? onLivePracticeReview(asked, situation, (review) => sendReport(review, on, situation))
      : onRapidReview(asked, situation, (review) => sendRapid(review, on, situation)),
});

const sendRapid = (review: RapidReview, on: Day, situation: Situation): Decision => {
  const { ref } = review;
  const wrong =
    whyNotRapid(review, situation) ?? notOn(on, 'Sending it', situation, dayBefore(review));
  if (wrong) return refuse(wrong);
  const change = { type: 'review-sent', ref, on } as const;
  return writtenOn(ref, [change], `${ref}: sent on ${sayNear(on, situation.today)}`, situation);
};

const dayBefore = ({ kind, completed, started }: RapidReview) =>
  kind === 'statutory' && completed
    ? { day: completed.on, what: 'the rapid review was complete' }
    : { day: started.on, what: 'the review began' };

const whyNotRapid = (review: RapidReview, { today }: Situation): string | undefined => {
  const { ref, kind } = review;
  const sent = review.sent[versionOf(review)];
  if (sent)
    return `It is already recorded that ${ref} was sent on ${sayNear(sent.on, today)}. Nothing to add.`;
  if (kind === 'local')
    return `${ref} is a local review: nothing of it is sent to the Panel. Record the decision with /review decide ${ref}.`;
  if (kind !== 'statutory') return undefined;
  if (!review.completed)
    return `${ref} is not complete, so it cannot have been sent: its record lacks ${sayContents(missingFrom(review))}. Attest what is there with /review record ${ref}.`;
  return decisionOf(review)
    ? undefined
    : `The decision goes to the Panel with the rapid review. Record it first with /review decide ${ref}.`;
};

const sendReport = (review: PracticeReview, on: Day, situation: Situation): Decision => {
  const { ref, planned, copied } = review;
  if (copied)
    return refuse(
      `It is already recorded that the report of ${ref} was sent on ${sayNear(copied.on, situation.today)}. Nothing to add.`,
    );
  if (!planned)
    return refuse(
      `${ref} has no day of publication yet, and the copy is counted from it. Set it first with /review publish ${ref} on=DAY.`,
    );
  const wrong = notOn(on, 'Sending the report', situation, {
    day: review.decided.on,
    what: 'the review was decided',
  });
  if (wrong) return refuse(wrong);
  const change = { type: 'review-sent', ref, on } as const;
  const title = `${ref}: the report was sent on ${sayNear(on, situation.today)}`;
  return writtenOn(ref, [change], title, situation);
};
