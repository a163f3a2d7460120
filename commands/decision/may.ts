import type { Situation } from '../../src/app/command.ts';
import { chairOf } from '../../src/domain/agencies.ts';
import type { PartnershipDecision } from '../../src/domain/governance/decision.ts';
import { holds } from '../../src/domain/posts.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { hasRole, type Role } from '../../src/domain/roles.ts';

/** Who writes decisions down: the business unit, whoever decides between meetings, and a body's chair. */
export const RECORDERS = [
  'business-unit',
  'chair',
  'scrutineer',
  'group-chair',
] as const satisfies readonly Role[];

/** The business unit and the partnership's chair; otherwise whoever took it, or chairs the body that did. */
export const maySettle = (
  { taken, body }: Pick<PartnershipDecision, 'taken' | 'body'>,
  { arrangement, actor, roles }: Situation,
): boolean => {
  if (hasRole(roles, ['business-unit', 'chair'])) return true;
  const whose = taken.is === 'between-meetings' ? taken.by : chairOf(body ?? '');
  return holds(arrangement, actor, whose);
};

export const notYours = (ref: Ref): string =>
  `${ref} is not yours to settle. Ask the business unit, or whoever took it.`;
