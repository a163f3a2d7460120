import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choice } from '../../src/app/field.ts';
import type { Day } from '../../src/domain/day.ts';
import { APPROVERS, type Approver, approvalsMissing } from '../../src/domain/reviews/media.ts';
import type { RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { APPROVES } from '../../src/domain/reviews/words.ts';
import { listed } from '../../src/domain/words.ts';
import { DECIDERS, on, review } from './fields.ts';
import { onRapidReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewAgree = defineCommand({
  name: 'review agree',
  summary:
    'Agree to the answer to a media request: the chair, the Director, the communications team.',
  allow: DECIDERS,
  fields: z.object({ review, as: choice('Whose agreement', APPROVERS), on }),
  decide: ({ review: asked, as, on }, situation) =>
    onRapidReview(asked, situation, (review) => {
      const { ref } = review;
      const wrong = whyNot(review, as, on, situation);
      if (wrong) return refuse(wrong);
      const missing = review.media
        .slice(-1)
        .flatMap(approvalsMissing)
        .filter((one) => one !== as);
      const title = `${ref}: ${APPROVES[as]} agrees`;
      const change = { type: 'media-approved', ref, as, on } as const;
      return writtenOn(ref, [change], title, situation, [sayMissing(missing)]);
    }),
});

const sayMissing = (missing: readonly Approver[]): string =>
  missing.length > 0
    ? `Nobody answers yet: ${listed(missing.map((one) => APPROVES[one]))} ${missing.length === 1 ? 'has' : 'have'} still to agree.`
    : 'All three have agreed: the request may be answered with the agreed line.';

const whyNot = (
  review: RapidReview,
  as: Approver,
  on: Day,
  situation: Situation,
): string | undefined => {
  const { ref, media } = review;
  const last = media.at(-1);
  if (!last) return `${ref} has no media request. Record one with /review media ${ref}.`;
  if (!MAY[as](situation, review)) return NOT_THEIRS[as];
  if (last.approved[as]) return `${ref}: ${APPROVES[as]} has agreed already. Nothing to add.`;
  return notOn(on, 'Agreement', situation, { day: last.asked.on, what: 'the request came' });
};

const NOT_THEIRS = {
  chair: 'That is for the chair to say. Ask them to send it.',
  director: 'That is for the Director to say. Ask them to send it.',
  communications:
    'The business unit records what the communications team says. Ask the business unit to send it.',
} as const satisfies Record<Approver, string>;

const keeps = ({ roles }: Situation): boolean => roles.includes('business-unit');

const holds =
  (post: string) =>
  ({ actor }: Situation) =>
    actor.posts.some((one) => one === post);

/**
 * Each agrees for themselves; the communications team has no post, so the business unit records its
 * word, and the Director's while the case is held back and does not exist for them here.
 */
const MAY = {
  chair: holds('chair'),
  director: (situation, { embargo }) =>
    holds('council-lead')(situation) || (embargo !== undefined && keeps(situation)),
  communications: keeps,
} as const satisfies Record<Approver, (situation: Situation, review: RapidReview) => boolean>;
