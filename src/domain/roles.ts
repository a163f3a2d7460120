import { isBusiness } from './about.ts';
import { isOfCase } from './action.ts';
import type { HeedRecord } from './change.ts';

/** commands.md, "Who may do what". */
export const ROLES = [
  'business-unit',
  'notifier',
  'statutory-partner',
  'agency',
  'group-chair',
  'chair',
  'scrutineer',
  'reviewer',
  'observer',
] as const;
export type Role = (typeof ROLES)[number];

/** Those who may see a case and all that hangs on it. */
export const CASE_ROLES = [
  'business-unit',
  'notifier',
  'statutory-partner',
  'chair',
] as const satisfies readonly Role[];

/** Those who keep a case: log, date, correct and withdraw it. */
export const KEEPERS = ['business-unit', 'notifier'] as const satisfies readonly Role[];

/** Those for whom an embargoed case exists (commands.md; governance.md G77). */
export const EMBARGO_ROLES = ['business-unit', 'chair'] as const satisfies readonly Role[];

/** The partnership's own business is theirs to see, where it comes of no case (governance.md C5). */
export const REGISTERS = [
  'business-unit',
  'statutory-partner',
  'chair',
  'scrutineer',
] as const satisfies readonly Role[];

const SEEN_BY = {
  incident: CASE_ROLES,
  'rapid-review': CASE_ROLES,
  'practice-review': CASE_ROLES,
  /** One that is of a case; any other is as `GOVERNED`. */
  action: CASE_ROLES,
  request: REGISTERS,
  meeting: ROLES,
  decision: REGISTERS,
  dispute: REGISTERS,
  risk: REGISTERS,
  'cycle-entry': ROLES,
  amendment: REGISTERS,
  term: REGISTERS,
  'annual-report': REGISTERS,
  challenge: REGISTERS,
} as const satisfies Record<HeedRecord['is'], readonly Role[]>;

/** An action of no case is the business unit's, the statutory partners' and the chair's to see. */
const GOVERNED = ['business-unit', 'statutory-partner', 'chair'] as const satisfies readonly Role[];

/** Who may have the digest of any body; its chair has that of their own. */
export const DIGEST_READERS = GOVERNED;

/** What is asked for a review, or comes of a case, is seen as that is; the scrutineer reads governance, not cases. */
const seenBy = (record: HeedRecord): readonly Role[] => {
  if (record.is === 'action' && !isOfCase(record)) return GOVERNED;
  if (isBusiness(record) && isOfCase(record)) return CASE_ROLES;
  return record.is === 'request' && record.review ? CASE_ROLES : SEEN_BY[record.is];
};

/** The one question every surface asks before it shows a record. */
export const maySee = (roles: readonly Role[], record: HeedRecord): boolean =>
  hasRole(roles, record.embargo ? EMBARGO_ROLES : seenBy(record));

/** Who may see what each of several owes: who stayed away from a meeting that all know of is for these alone. */
export const maySeeParts = (roles: readonly Role[], record: HeedRecord): boolean =>
  maySee(roles, record) && (!KNOWN_TO_ALL.has(record.is) || hasRole(roles, GOVERNED));

const KNOWN_TO_ALL: ReadonlySet<HeedRecord['is']> = new Set(['meeting', 'cycle-entry']);

export const hasRole = (roles: readonly Role[], allowed: readonly Role[] | 'everyone'): boolean =>
  allowed === 'everyone' || roles.some((role) => allowed.includes(role));

const SAID: Readonly<Record<Role, string>> = {
  'business-unit': 'the business unit',
  notifier: 'the notifying officer',
  'statutory-partner': 'the statutory partners',
  agency: 'the agencies',
  'group-chair': 'the sub-group chairs',
  chair: 'the chair',
  scrutineer: 'the scrutineer',
  reviewer: 'the reviewer',
  observer: 'observers',
};
export const sayRoles = (roles: readonly Role[]): readonly string[] =>
  roles.map((role) => SAID[role]);
