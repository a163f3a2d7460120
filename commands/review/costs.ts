import { z } from 'zod';
import {
  accept,
  type Decision,
  defineCommand,
  refuse,
  type Situation,
} from '../../src/app/command.ts';
import { agenciesField, choice, words } from '../../src/app/field.ts';
import { postsOfRole } from '../../src/domain/posts.ts';
import {
  COST_LINES,
  type CostLine,
  equalShares,
  type Share,
  sayShare,
  sumOf,
  WHOLE,
} from '../../src/domain/reviews/costs.ts';
import type { PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import { listed } from '../../src/domain/words.ts';
import { reviewCard } from './card.ts';
import { RUNNERS, review } from './fields.ts';
import { onLivePracticeReview } from './find.ts';
import { readAmount, readShares } from './money.ts';
import { writtenOn } from './written.ts';

const fields = z.object({
  review,
  line: choice('What for', COST_LINES).optional(),
  amount: words('How much, in pounds: 4000 or 4000.50').optional(),
  partners: agenciesField('The partners involved, who pay equal parts').optional(),
  shares: words('Or each one’s part: council=50,health=30,police=20').optional(),
});
type Values = z.infer<typeof fields>;

export const reviewCosts = defineCommand({
  name: 'review costs',
  summary: 'Estimate what a practice review costs, and share it between the partners involved.',
  allow: RUNNERS,
  fields,
  decide: (values, situation) =>
    onLivePracticeReview(values.review, situation, (review) =>
      isAsking(values) ? showCosts(review, situation) : estimate(review, values, situation),
    ),
});

const isAsking = ({ line, amount, partners, shares }: Values): boolean =>
  [line, amount, partners, shares].every((one) => one === undefined);

const estimate = (review: PracticeReview, values: Values, situation: Situation): Decision => {
  const { ref } = review;
  const line = lineOf(values);
  if (typeof line === 'string') return refuse(line);
  const shares = sharesOf(review, values, situation);
  if (typeof shares === 'string') return refuse(shares);
  const change = { type: 'costs-estimated', ref, shares, ...(line ? { line } : {}) } as const;
  return writtenOn(ref, [change], `${ref}: the costs are estimated`, situation);
};

/** The line of the estimate if one is given, or why it cannot be read. */
const lineOf = ({ line: what, amount }: Values): CostLine | string | undefined => {
  if (what === undefined && amount === undefined) return undefined;
  if (what === undefined || amount === undefined)
    return 'A line of the estimate needs both. Give them together, like line=author amount=4000.';
  const pence = readAmount(amount);
  return pence === undefined
    ? 'The amount is not one I can read. Write it in pounds, like 4000 or 4000.50.'
    : { what, pence };
};

/** Nothing was estimated, so nothing is written down. */
const showCosts = (review: PracticeReview, situation: Situation): Decision =>
  review.costs
    ? accept(reviewCard(review, situation, review.ref))
    : refuse(
        `${review.ref} has no estimate yet. Give a line of it, like /review costs ${review.ref} line=author amount=4000.`,
      );

/** The shares that hold from now, or why they cannot. */
const sharesOf = (
  { costs }: PracticeReview,
  { partners, shares: written }: Values,
  situation: Situation,
): readonly Share[] | string => {
  if (partners && written !== undefined)
    return 'Equal parts with partners= and unequal ones with shares= exclude each other. Send one of the two.';
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
