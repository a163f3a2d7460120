import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agenciesField, choice, words } from '../../src/app/field.ts';
import { postsOfRole } from '../../src/domain/posts.ts';
import {
  COST_LINES,
  equalShares,
  type Share,
  sayShare,
  sumOf,
  WHOLE,
} from '../../src/domain/reviews/costs.ts';
import type { PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import { listed } from '../../src/domain/words.ts';
import { RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { readAmount, readShares } from './money.ts';
import { writtenOn } from './written.ts';

export const reviewCosts = defineCommand({
  name: 'review costs',
  summary: 'Estimate what a practice review costs, and share it between the partners involved.',
  allow: RUNNERS,
  fields: z.object({
    review,
    line: choice('What for', COST_LINES).optional(),
    amount: words('How much, in pounds: 4000 or 4000.50').optional(),
    partners: agenciesField('The partners involved, who pay equal parts').optional(),
    shares: words('Or each one’s part: council=50,health=30,police=20').optional(),
  }),
  decide: ({ review: asked, line: what, amount, partners, shares: written }, situation) =>
    onLivePracticeReview(asked, situation, (review) => {
      const { ref } = review;
      if ((what === undefined) !== (amount === undefined))
        return refuse(
          'A line of the estimate needs both. Give them together, like line=author amount=4000.',
        );
      const pence = amount === undefined ? 0 : readAmount(amount);
      if (pence === undefined)
        return refuse(
          'The amount is not one I can read. Write it in pounds, like 4000 or 4000.50.',
        );
      const shares = sharesOf(review, partners, written, situation);
      if (typeof shares === 'string') return refuse(shares);
      const change = {
        type: 'costs-estimated',
        ref,
        shares,
        ...(what ? { line: { what, pence } } : {}),
      } as const;
      return writtenOn(ref, [change], `${ref}: the costs are estimated`, situation);
    }),
});

/** The shares that hold from now, or why they cannot. */
const sharesOf = (
  { costs }: PracticeReview,
  partners: readonly string[] | undefined,
  written: string | undefined,
  situation: Situation,
): readonly Share[] | string => {
  if (written === undefined) {
    if (partners) return equalShares(partners);
    return costs?.shares ?? equalShares(statutoryPartners(situation));
  }
  const shares = readShares(written);
  const { agencies } = situation.arrangement;
  const isKnown = shares?.every(({ agency }) => agencies.some(({ id }) => id === agency));
  if (!shares || !isKnown)
    return `The shares cannot be read. Write each agency once with its per cent, like council=50,health=50. The agencies are ${listed(agencies.map(({ id }) => id))}.`;
  const sum = sumOf(shares.map(({ points }) => points));
  return sum === WHOLE
    ? shares
    : `The shares add up to ${sayShare(sum)}, and must add up to exactly 100 %. Change one of them.`;
};

/** S0 11.2: "borne by additional subscription from the Statutory Partners who have been involved". */
const statutoryPartners = ({ arrangement }: Situation): readonly string[] =>
  postsOfRole(arrangement, 'statutory-partner').map((post) => post.replace(/-lead$/, ''));
