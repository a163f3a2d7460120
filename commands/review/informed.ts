import { z } from 'zod';
import { type Decision, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choice, choices } from '../../src/app/field.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { recipientsOf } from '../../src/domain/duties/practice-review.ts';
import {
  BODIES_TOLD,
  NEWS_TOLD,
  type NewsTold,
  type PracticeReview,
} from '../../src/domain/reviews/practice-review.ts';
import { decisionOf, type RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { BODY } from '../../src/domain/reviews/words.ts';
import { listed } from '../../src/domain/words.ts';
import { on, RUNNERS, review } from './fields.ts';
import { onLivePracticeReview, onRapidReview } from './find.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewInformed = defineCommand({
  name: 'review informed',
  summary: 'Record who was told of a decision, a reviewer, a delay or a withholding.',
  allow: RUNNERS,
  fields: z.object({
    review,
    whom: choices('Who was told', [...BODIES_TOLD, 'family']).optional(),
    of: choice('Of what', NEWS_TOLD).optional(),
    on,
  }),
  decide: ({ review: asked, whom, of, on }, situation) => {
    const bodies = BODIES_TOLD.filter((one) => whom?.includes(one));
    if (!whom?.includes('family'))
      return onLivePracticeReview(asked, situation, (review) =>
        tellBodies(review, { bodies, of, on }, situation),
      );
    if (bodies.length > 0)
      return refuse(
        'The family is told apart from the Panel, Ofsted and the DfE. Record them one after the other, the family with whom=family.',
      );
    return onRapidReview(asked, situation, (review) => tellFamily(review, on, situation));
  },
});

const tellFamily = (review: RapidReview, on: Day, situation: Situation): Decision => {
  const { ref } = review;
  const decision = decisionOf(review);
  if (!decision)
    return refuse(
      `${ref} has no decision that the family could be told of. Record it first with /review decide ${ref}.`,
    );
  const wrong = notOn(on, 'Telling the family', situation, {
    day: decision.made.on,
    what: 'the decision',
  });
  if (wrong) return refuse(wrong);
  const title = `${ref}: the family was told on ${sayNear(on, situation.today)}`;
  return writtenOn(ref, [{ type: 'family-informed', ref, on }], title, situation);
};

interface Telling {
  readonly bodies: readonly (typeof BODIES_TOLD)[number][];
  readonly of: NewsTold | undefined;
  readonly on: Day;
}

const tellBodies = (
  review: PracticeReview,
  { bodies, of: named, on }: Telling,
  situation: Situation,
): Decision => {
  const { ref } = review;
  const of = named ?? nextNews(review);
  const since = sinceOf(review)[of];
  if (!since)
    return refuse(
      `There is no ${of} of ${ref} to tell anybody of. /review show ${ref} shows where it stands.`,
    );
  const wrong = notOn(on, 'Telling them', situation, { day: since, what: BEFORE[of] });
  if (wrong) return refuse(wrong);
  const whom = bodies.length > 0 ? bodies : recipientsOf(of);
  const change = { type: 'bodies-informed', ref, of, whom, on } as const;
  const told = listed(whom.map((one) => BODY[one]));
  const title = `${ref}: told of the ${of} on ${sayNear(on, situation.today)}`;
  return writtenOn(ref, [change], title, situation, [`Told: ${told}.`]);
};

const BEFORE = {
  decision: 'the decision',
  reviewer: 'the reviewer was named',
  delay: 'the delay was decided',
  withholding: 'it was withheld',
} as const satisfies Record<NewsTold, string>;

const sinceOf = ({ decided, reviewer, delay, withheld }: PracticeReview) => ({
  decision: decided.on,
  reviewer: reviewer?.named.on,
  delay: delay?.since.on,
  withholding: withheld?.since.on,
});

/** What has happened and has not been told to all: the first of it. */
const nextNews = (review: PracticeReview): NewsTold => {
  const since = sinceOf(review);
  return (
    NEWS_TOLD.find((of) => since[of] && recipientsOf(of).some((one) => !review.told[of]?.[one])) ??
    'decision'
  );
};
