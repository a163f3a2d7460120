import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choice, dayField, freeText } from '../../src/app/field.ts';
import { workingDaysBefore } from '../../src/domain/calendar.ts';
import { type Day, sayDay, sayNear } from '../../src/domain/day.ts';
import type { PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import { REVIEW_CLOCKS } from '../../src/domain/rules/reviews.ts';
import { RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { writtenOn } from './written.ts';

export const reviewPublish = defineCommand({
  name: 'review publish',
  summary: 'Set the day of publication, or record that the report is out, in full or in part.',
  allow: RUNNERS,
  fields: z.object({
    review,
    on: dayField('When is it published?'),
    pseudonym: freeText('The name it is published under', { onCase: true, most: 40 }).optional(),
    url: freeText('Where it can be read', { most: 300 }).optional(),
    extent: choice('How much of it', ['full', 'partial'], { fallback: 'full' }),
  }),
  decide: ({ review: asked, on, pseudonym, url, extent }, situation) =>
    onLivePracticeReview(asked, situation, (review) => {
      const { ref } = review;
      const wrong = whyNot(review, on, url, situation) ?? whyNotPartial(extent, on, situation);
      if (wrong) return refuse(wrong);
      const is = on > situation.today ? 'planned' : 'published';
      const change = { type: 'publication-set', ref, on, is, extent, pseudonym, url } as const;
      const title = `${ref}: ${sayPublished(extent, is)} on ${sayNear(on, situation.today)}`;
      const more =
        extent === 'partial' ? [] : [...sayReviewer(review), ...sayCopy(review, on, situation)];
      return writtenOn(ref, [change], title, situation, more);
    }),
});

const sayPublished = (extent: 'full' | 'partial', is: 'planned' | 'published'): string => {
  if (extent === 'partial') return 'the improvements were published';
  return is === 'planned' ? 'to be published' : 'published';
};

const whyNotPartial = (extent: string, on: Day, { today }: Situation): string | undefined =>
  extent === 'partial' && on > today
    ? `Information about the improvements is recorded once it is out, and ${sayNear(on, today)} is still to come. Record it on the day.`
    : undefined;

const whyNot = (
  { ref, type, embargo, published, decided, rapidReview }: PracticeReview,
  on: Day,
  url: string | undefined,
  { today }: Situation,
): string | undefined => {
  if (type === 'national')
    return `${ref} is a national review, and the Panel publishes it. Nothing to record here.`;
  if (published)
    return `${ref} is published already, on ${sayNear(published.on, today)}. Nothing to add.`;
  if (embargo)
    return `${ref} is held back, so it is not published. When nothing stands in its way any more: /review embargo ${rapidReview} state=off.`;
  if (on < decided.on)
    return `It cannot be published on ${sayNear(on, today)}, before it was decided on ${sayNear(decided.on, today)}. Check the day.`;
  if (url && !/^https:\/\/[^\s@?#]+$/.test(url))
    return 'That is no address of a public page. Write it with https:// and nothing after a question mark, or leave it out.';
  return undefined;
};

/** "The name of the reviewer(s) should be included." (S0, Appendix 7) */
const sayReviewer = ({ ref, reviewer }: PracticeReview): readonly string[] =>
  reviewer
    ? []
    : [
        `The report names its reviewer, and none is recorded. Name them with /review reviewer ${ref}.`,
      ];

const COPY_DAYS = -REVIEW_CLOCKS['copy-before-publication'].span.n;

/** Seven working days before; said where there is no time for it any more. */
const sayCopy = (
  { copied, type }: PracticeReview,
  on: Day,
  { calendar, today }: Situation,
): readonly string[] => {
  const latest = workingDaysBefore(calendar, on, COPY_DAYS);
  if (type !== 'lcspr' || copied || latest >= today) return [];
  return [
    `The full report was to be with the Panel and the Secretary of State by ${sayDay(latest)}, ${COPY_DAYS} working days before. Record when it was sent with /review sent, or choose a later day.`,
  ];
};
