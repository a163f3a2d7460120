import type { Situation } from '../../src/app/command.ts';
import { type Dispute, standingOf } from '../../src/domain/governance/dispute.ts';
import { holds } from '../../src/domain/posts.ts';
import { hasRole, type Role } from '../../src/domain/roles.ts';

/** Who opens a dispute within the partnership, and takes it further: the scrutineer where a stage is theirs (S2 9). */
export const OPENERS = [
  'business-unit',
  'statutory-partner',
  'chair',
] as const satisfies readonly Role[];
export const MOVERS = [...OPENERS, 'scrutineer'] as const satisfies readonly Role[];

/** The business unit and the chair, and those whose stage it is. */
export const mayMove = (dispute: Dispute, { arrangement, actor, roles }: Situation): boolean =>
  hasRole(roles, ['business-unit', 'chair']) ||
  standingOf(dispute, arrangement).since.whose.some((post) => holds(arrangement, actor, post));
