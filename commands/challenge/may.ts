import type { Situation } from '../../src/app/command.ts';
import { speaksFor } from '../../src/domain/agencies.ts';
import type { Challenge } from '../../src/domain/governance/challenge.ts';
import { postOf } from '../../src/domain/posts.ts';
import { hasRole, type Role } from '../../src/domain/roles.ts';

/** Agencies challenge one another, and so do the chair and the scrutineer (S0 6.6, 7.4); the business unit writes down what it is told. */
export const RAISERS = [
  'business-unit',
  'statutory-partner',
  'agency',
  'chair',
  'scrutineer',
] as const satisfies readonly Role[];

export const ANSWERERS = [
  'business-unit',
  'statutory-partner',
  'agency',
] as const satisfies readonly Role[];

/** What somebody may raise one for: the agencies they answer for, or their own post in the chair or as a scrutineer. */
export const partiesOf = ({ arrangement, actor }: Situation): readonly string[] => {
  const agencies = arrangement.agencies.flatMap(({ id }) =>
    actor.posts.some((post) => speaksFor(id, post)) ? [id] : [],
  );
  const [independent] = actor.posts.filter((post) =>
    hasRole([postOf(arrangement, post).role], ['chair', 'scrutineer']),
  );
  return independent ? [...agencies, independent] : agencies;
};

export const isUnit = ({ roles }: Situation): boolean => roles.includes('business-unit');

export const mayAnswer = ({ to }: Challenge, situation: Situation): boolean =>
  isUnit(situation) || situation.actor.posts.some((post) => speaksFor(to, post));

export const mayClose = ({ from }: Challenge, situation: Situation): boolean =>
  isUnit(situation) || situation.actor.posts.some((post) => post === from || speaksFor(from, post));
