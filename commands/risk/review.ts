import { z } from 'zod';
import { textOnCase } from '../../src/app/coming-of.ts';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choice, dayField, freeText, postField } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import { RISK_RATINGS, type Risk, setBy } from '../../src/domain/governance/risk.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { onOpenRisk, risk, writtenRisk } from './find.ts';
import { mayReview } from './may.ts';
import { sayRating } from './words.ts';

const fields = z.object({
  risk,
  rating: choice('How grave is it now', RISK_RATINGS),
  next: dayField('By when is it reviewed next'),
  note: freeText('What was found').optional(),
  owner: postField('Who owns it from now on, if somebody else').optional(),
  on: dayField('On which day was it reviewed', { fallback: 'today' }),
});
type Fields = z.infer<typeof fields>;

export const riskReview = defineCommand({
  name: 'risk review',
  summary: 'Record the review of a risk: how grave it is now, and when it is reviewed next.',
  allow: 'everyone',
  fields,
  decide: (asked, situation) =>
    onOpenRisk(asked.risk, situation, (found) => {
      const wrong = whyNot(asked, found, situation);
      if (wrong) return refuse(wrong);
      const { risk: ref, rating, next, note, owner, on } = asked;
      const change = {
        type: 'risk-reviewed',
        ref,
        on,
        rating,
        next,
        ...(note ? { note } : {}),
        ...(owner && owner !== found.owner ? { owner } : {}),
      } as const;
      return writtenRisk(
        ref,
        [change],
        `${ref} is reviewed: ${sayRating(rating)}, next by ${sayNear(next, situation.today)}`,
        situation,
      );
    }),
});

const whyNot = (
  { risk: ref, note, next, on }: Fields,
  found: Risk,
  situation: Situation,
): string | undefined => {
  const { today, arrangement } = situation;
  if (!mayReview(found, situation))
    return `${ref} is ${sayPost(arrangement, found.owner)}’s to review. Ask them, or the business unit.`;
  if (on > today) return `${sayNear(on, today)} is still to come. Record it once it is reviewed.`;
  const since = setBy(found).on;
  if (on < since)
    return `${ref} was last looked at on ${sayNear(since, today)}. Check the day of this review.`;
  if (next < today) return `${sayNear(next, today)} is past. Give next a day to come.`;
  return found.ofCase ? textOnCase({ note }, situation) : undefined;
};
