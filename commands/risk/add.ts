import { z } from 'zod';
import { readSource, source } from '../../src/app/coming-of.ts';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { choice, dayField, freeText, postField } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import { RISK_RATINGS, type Risk } from '../../src/domain/governance/risk.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { writtenRisk } from './find.ts';
import { REGISTRARS } from './may.ts';
import { sayRating } from './words.ts';

export const riskAdd = defineCommand({
  name: 'risk add',
  summary: 'Add a risk to the register: whose it is, how grave, and when it is reviewed.',
  allow: REGISTRARS,
  fields: z.object({
    what: freeText('What may go wrong'),
    owner: postField('Who owns it'),
    rating: choice('How grave is it', RISK_RATINGS),
    review: dayField('By when is it reviewed'),
    mitigation: freeText('What is done about it').optional(),
    source,
  }),
  decide: ({ what, owner, rating, review, mitigation, source }, situation) => {
    const { ledger, arrangement, today, now, actor } = situation;
    if (review < today)
      return refuse(`${sayNear(review, today)} is past. Give a day to come for its review.`);
    const origin = readSource(source, { what, mitigation }, situation);
    if ('wrong' in origin) return refuse(origin.wrong);
    const risk: Risk = {
      is: 'risk',
      ref: nextReference(ledger, 'RK', today),
      what,
      ...(mitigation ? { mitigation } : {}),
      owner,
      rating,
      review,
      added: { on: today, at: now, by: actor.id },
      reviews: [],
      ...origin,
    };
    return writtenRisk(
      risk.ref,
      [{ type: 'risk-added', risk }],
      `${risk.ref} is on the register: ${sayRating(rating)}, with ${sayPost(arrangement, owner)}`,
      situation,
    );
  },
});
