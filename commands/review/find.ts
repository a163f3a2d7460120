import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { notThere } from '../../src/app/on-record.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Ref } from '../../src/domain/reference.ts';
import type { PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import { decisionOf, type RapidReview } from '../../src/domain/reviews/rapid-review.ts';

const noReview = (ref: Ref, situation: Situation): Decision =>
  refuse(notThere(ref, situation, '/review list shows those there are.'));

/** Decides on a rapid review, or on the one that a practice review came from. */
export const onRapidReview = (
  ref: Ref,
  situation: Situation,
  decide: (review: RapidReview) => Decision,
): Decision => {
  const named = visibleRecord(situation, ref);
  const record =
    named?.is === 'practice-review' ? visibleRecord(situation, named.rapidReview) : named;
  return record?.is === 'rapid-review' ? decide(record) : noReview(ref, situation);
};

/** Decides on a practice review, or on the one that a rapid review has led to. */
const onPracticeReview = (
  ref: Ref,
  situation: Situation,
  decide: (review: PracticeReview) => Decision,
): Decision => {
  const named = visibleRecord(situation, ref);
  if (named?.is === 'practice-review') return decide(named);
  if (named?.is !== 'rapid-review') return noReview(ref, situation);
  const began = decisionOf(named)?.began;
  const record = began && visibleRecord(situation, began);
  return record?.is === 'practice-review'
    ? decide(record)
    : refuse(
        `${ref} has led to no practice review, so there is nothing to record this on. Decide first: /review decide ${ref}.`,
      );
};

/** The same for one that is still going on. */
export const onLivePracticeReview = (
  ref: Ref,
  situation: Situation,
  decide: (review: PracticeReview) => Decision,
): Decision =>
  onPracticeReview(ref, situation, (review) =>
    review.ended
      ? refuse(
          `${review.ref} ended when the decision was changed, so nothing more is recorded on it. /review show ${review.rapidReview} says what took its place.`,
        )
      : decide(review),
  );
