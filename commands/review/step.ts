import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { words } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import { timetableOf } from '../../src/domain/duties/rapid-review.ts';
import type { RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { hasRole } from '../../src/domain/roles.ts';
import type { Step } from '../../src/domain/timetable.ts';
import { listed } from '../../src/domain/words.ts';
import { on, RUNNERS, review } from './fields.ts';
import { onRapidReview } from './find.ts';
import { VIEWERS } from './viewers.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewStep = defineCommand({
  name: 'review step',
  summary: "Record that a step of a rapid review's timetable is done.",
  allow: VIEWERS,
  fields: z.object({ review, step: words('Which step', { bare: true }), on }),
  decide: ({ review: asked, step: name, on }, situation) =>
    onRapidReview(asked, situation, (review) => {
      const { steps } = timetableOf(review, situation);
      const step = steps.find((one) => one.name === name.toLowerCase());
      if (!step) return refuse(noSuchStep(review, steps));
      const wrong = whyNot(review, step, situation) ?? notOn(on, 'A step', situation);
      if (wrong) return refuse(wrong);
      const change = { type: 'step-done', ref: review.ref, step: step.name, on } as const;
      return writtenOn(
        review.ref,
        [change],
        `${review.ref}: the step ${step.name} is done, on ${sayNear(on, situation.today)}`,
        situation,
      );
    }),
});

const noSuchStep = ({ ref }: RapidReview, steps: readonly Step[]): string =>
  steps.length > 0
    ? `The timetable of ${ref} has no such step. Name one of these: ${listed(steps.map(({ name }) => name))}.`
    : `The timetable of ${ref} has no steps. Record what the review holds with /review record ${ref}.`;

const whyNot = (
  { ref, steps }: RapidReview,
  { name, owner, settledBy }: Step,
  { roles, actor, today }: Situation,
): string | undefined => {
  if (!hasRole(roles, RUNNERS) && !actor.posts.includes(owner))
    return `That step is not yours. Ask the business unit to record it.`;
  if (settledBy === 'sent')
    return `${name} is done once the review is sent. Record that with /review sent ${ref} on=DAY.`;
  const done = steps[name];
  return done
    ? `It is already recorded that the step ${name} was done on ${sayNear(done.on, today)}. Nothing to add.`
    : undefined;
};
