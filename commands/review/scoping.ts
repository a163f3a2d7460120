import type { Situation } from '../../src/app/command.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { timetableOf } from '../../src/domain/duties/rapid-review.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import type { RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { requestOf } from '../request/open.ts';

/**
 * The request to a review's agencies, due on the day its timetable has their returns by; where that has
 * passed or the timetable has none, on the day the review itself is due. None for somebody else's review.
 */
export const scopingOf = (
  review: RapidReview,
  situation: Situation,
): InformationRequest | undefined => {
  if (review.agencies.length === 0 || (review.kind !== 'statutory' && review.kind !== 'local'))
    return undefined;
  const then = afterChanges(situation, [{ type: 'review-started', review }]);
  const step = timetableOf(review, then).steps.find(({ settledBy }) => settledBy === 'returned');
  const days = dutiesOf(review, then)
    .filter(({ name }) => name === step?.name || name === 'rapid-review')
    .flatMap(({ due }) => (due >= situation.today ? [due] : []))
    .toSorted();
  return requestOf(
    {
      kind: 'scoping',
      what: `What your agency knows of the children of ${review.ref}, to the secure file, never here.`,
      to: review.agencies,
      due: days[0] ?? situation.today,
      review: review.ref,
    },
    then,
  );
};
