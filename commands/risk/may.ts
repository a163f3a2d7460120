import type { Situation } from '../../src/app/command.ts';
import type { Risk } from '../../src/domain/governance/risk.ts';
import { holds } from '../../src/domain/posts.ts';
import { hasRole, type Role } from '../../src/domain/roles.ts';

/** Who keeps the register: nothing goes on it or off it but by their choice. */
export const REGISTRARS = ['business-unit', 'chair'] as const satisfies readonly Role[];

export const mayReview = ({ owner }: Risk, { arrangement, actor, roles }: Situation): boolean =>
  hasRole(roles, REGISTRARS) || holds(arrangement, actor, owner);
