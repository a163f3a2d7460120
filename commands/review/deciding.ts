import type { z } from 'zod';
import type { Situation } from '../../src/app/command.ts';
import { choice, choices, referenceField } from '../../src/app/field.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import {
  CIRCUMSTANCES,
  CRITERIA,
  DECIDERS as DECIDED_BY,
  type Decision,
  OUTCOMES,
} from '../../src/domain/reviews/decision.ts';
import type { PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import type { RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { on, pointer } from './fields.ts';

/** What a decision is made of, the first and every later one. */
export const decisionFields = {
  review: referenceField('Which rapid review', ['RR', 'PR']),
  outcome: choice('What is decided', OUTCOMES),
  criteria: choices('Which criteria are met', ['none', ...CRITERIA]),
  'rationale-ref': pointer('Where the grounds are, in the secure file'),
  on,
  circumstances: choices('Which circumstances were had regard to', CIRCUMSTANCES).optional(),
  'decided-by': choice('Who decided', DECIDED_BY, { fallback: 'statutory-partners' }),
};
type Values = z.infer<z.ZodObject<typeof decisionFields>>;

export interface Decided {
  readonly decision: Decision;
  readonly opened?: PracticeReview;
}

/** The decision, and the practice review that it begins. */
export const decisionOn = (
  review: RapidReview,
  values: Values,
  { ledger, now, actor, today }: Situation,
  reason?: string,
): Decided => {
  const made = { on: values.on, at: now, by: actor.id };
  const decision: Decision = {
    outcome: values.outcome,
    criteria: CRITERIA.filter((one) => values.criteria.includes(one)),
    circumstances: values.circumstances ?? [],
    rationaleRef: values['rationale-ref'],
    decidedBy: values['decided-by'],
    made,
    ...(reason ? { reason } : {}),
  };
  if (values.outcome === 'none') return { decision };
  const ref = nextReference(ledger, 'PR', today);
  const opened: PracticeReview = {
    is: 'practice-review',
    ref,
    type: values.outcome,
    rapidReview: review.ref,
    children: review.children,
    agencies: review.agencies,
    decided: made,
    told: {},
    checkins: [],
    requests: [],
    ...(review.embargo ? { embargo: review.embargo } : {}),
  };
  return { decision: { ...decision, began: ref }, opened };
};
