import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { approvalsMissing } from '../../src/domain/reviews/media.ts';
import { on, pointer, RUNNERS, review } from './fields.ts';
import { onRapidReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewMedia = defineCommand({
  name: 'review media',
  summary:
    'Record a media request: three have to agree, and every other agency is told not to answer.',
  allow: RUNNERS,
  fields: z.object({ review, line: pointer('Where the line to take is, in the secure file'), on }),
  decide: ({ review: asked, line: lineRef, on }, situation) =>
    onRapidReview(asked, situation, (review) => {
      const { ref, embargo } = review;
      const last = review.media.at(-1);
      if (last && approvalsMissing(last).length > 0)
        return refuse(
          `${ref} has a media request that still waits for agreement. Record that first with /review agree ${ref}.`,
        );
      const wrong = notOn(on, 'A media request', situation);
      if (wrong) return refuse(wrong);
      return writtenOn(
        ref,
        [{ type: 'media-asked', ref, lineRef, on }],
        `${ref}: a media request is recorded`,
        situation,
        [
          embargo
            ? `The case is held back, so Heed tells nobody but the business unit and the chair: tell the Director and the agencies yourself, and record the Director's word with /review agree ${ref} as=director. Before the outcome of a trial or inquest an answer would be exceptional.`
            : 'The chair and the Director are asked to agree, and every other agency is told not to respond.',
        ],
      );
    }),
});
