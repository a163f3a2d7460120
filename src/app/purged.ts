import { londonDay, sayNear } from '../domain/day.ts';
import type { Ref } from '../domain/reference.ts';
import { EMBARGO_ROLES, hasRole } from '../domain/roles.ts';
import type { Situation } from './command.ts';

/** That a record was purged, for those alone who might always have seen it: nobody knows any more who else might. */
export const sayPurged = (
  ref: Ref,
  { ledger, roles, today }: Pick<Situation, 'ledger' | 'roles' | 'today'>,
): string | undefined => {
  const purged = ledger.purged.get(ref);
  if (!purged || !hasRole(roles, EMBARGO_ROLES)) return undefined;
  return `${ref} was purged on ${sayNear(londonDay(purged.at), today)}, by entry ${purged.seq} of the log; nothing else is left of it. /keep list purged shows what was.`;
};
