import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { choice, number } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { sayDay } from '../../src/domain/day.ts';
import { dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { canSee } from '../../src/domain/posts.ts';
import { compareReferences } from '../../src/domain/reference.ts';
import type { PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import type { RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { sayType } from '../../src/domain/reviews/types.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { counted, listed } from '../../src/domain/words.ts';
import { RUNNERS } from './fields.ts';
import { VIEWERS } from './viewers.ts';

export const reviewList = defineCommand({
  name: 'review list',
  summary: 'List the reviews, the newest first.',
  allow: VIEWERS,
  fields: z.object({
    state: choice('Which', ['all', 'open'], { fallback: 'all' }),
    page: number('Page', { least: 1, most: 9999 }, { fallback: '1' }),
  }),
  decide: ({ state, page }, situation) => {
    const reviews = visible(situation).filter(
      (review) => state === 'all' || dutiesOf(review, situation).some(isOpen),
    );
    return accept(
      paged({
        title: counted(reviews.length, 'review'),
        empty: `There is no such review.${hasRole(situation.roles, RUNNERS) ? ' /review start starts one.' : ''}`,
        rows: reviews.map((review) => ({
          line: `${review.ref}, ${listed(review.children)}${ofType(review, situation)}: ${stateOf(review, situation)}`,
          about: [review.ref],
          duties: dutiesOf(review, situation),
        })),
        page,
        next: { command: 'review list', fields: { state } },
      }),
    );
  },
});

type Review = RapidReview | PracticeReview;

const visible = ({ ledger, arrangement, actor }: Situation): readonly Review[] =>
  [...ledger.records.values()]
    .filter((record) => record.is === 'rapid-review' || record.is === 'practice-review')
    .filter((record) => canSee(arrangement, actor, record))
    .toSorted((a, b) => compareReferences(b.ref, a.ref));

/** ", Partnership review" */
const ofType = (review: Review, { arrangement }: Situation): string =>
  review.is === 'rapid-review' && review.type ? `, ${sayType(arrangement, review.type)}` : '';

const stateOf = (review: Review, situation: Situation): string => {
  if (review.is === 'practice-review' && review.ended) return 'ended by another decision';
  const [next] = dutiesOf(review, situation).filter(isOpen);
  if (!next) return 'nothing is owed';
  return next.state === 'late'
    ? `late: ${next.rule.missed} by ${sayDay(next.due)}`
    : `${next.rule.todo} by ${sayDay(next.due)}`;
};
