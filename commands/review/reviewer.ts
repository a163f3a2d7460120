import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { choice, freeText, yesNo } from '../../src/app/field.ts';
import { CONFLICTS, METHODS } from '../../src/domain/reviews/practice-review.ts';
import { on, RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewReviewer = defineCommand({
  name: 'review reviewer',
  summary: 'Name the reviewer, with the six checks of suitability and the method.',
  allow: RUNNERS,
  fields: z.object({
    review,
    called: freeText('The reviewer, as the report will name them (a name takes sure=yes)', {
      most: 80,
    }),
    method: choice('The method agreed', METHODS),
    practice: yesNo('Knowledge of practice, able to engage practitioners, children and families'),
    research: yesNo('Knowledge of research relevant to safeguarding'),
    complexity: yesNo('Recognises the complex circumstances that practitioners work in'),
    hindsight: yesNo('Understands the viewpoint of those involved at the time'),
    findings: yesNo('Communicates findings effectively'),
    conflict: choice('Real or perceived conflict of interest', CONFLICTS),
    on,
  }),
  decide: ({ review: asked, called, method, conflict, on, ...checks }, situation) =>
    onLivePracticeReview(asked, situation, (review) => {
      const { ref } = review;
      if (review.type === 'national')
        return refuse(
          `${ref} is a national review: the Panel names its reviewer. Record what it tells you in the council's own system.`,
        );
      if (conflict === 'open')
        return refuse(
          'An open conflict of interest blocks the appointment. Resolve it and send conflict=resolved, or name somebody else.',
        );
      const wrong = notOn(on, 'Naming the reviewer', situation, {
        day: review.decided.on,
        what: 'the review was decided',
      });
      if (wrong) return refuse(wrong);
      const named = { on, at: situation.now, by: situation.actor.id };
      const reviewer = { called, method, conflict, named, checks };
      return writtenOn(
        ref,
        [{ type: 'reviewer-named', ref, reviewer }],
        `${ref}: the reviewer is named`,
        situation,
      );
    }),
});
