import { CASE_ROLES, type Role } from '../../src/domain/roles.ts';

/** Who may see some review: those of the case, a review's panel, and whoever owns a step of it. */
export const VIEWERS: readonly Role[] = [...CASE_ROLES, 'agency', 'group-chair'];
