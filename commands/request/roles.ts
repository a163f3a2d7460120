import type { Role } from '../../src/domain/roles.ts';

/** Who asks, chases and closes. */
export const ASKERS = ['business-unit'] as const satisfies readonly Role[];

/** Who answers for an agency: its lead or deputy, a partner's too; the business unit writes down what it was told. */
export const ANSWERERS = [
  'business-unit',
  'statutory-partner',
  'agency',
] as const satisfies readonly Role[];

/** Who may see some request, each only what is theirs. */
export const READERS = [
  'business-unit',
  'notifier',
  'statutory-partner',
  'agency',
  'chair',
  'scrutineer',
] as const satisfies readonly Role[];
