import type { Arrangement, Person } from '../../domain/arrangement.ts';
import type { HeedRecord } from '../../domain/change.ts';
import { rolesOf, sayPerson, seesWhole } from '../../domain/posts.ts';
import { CASE_ROLES, hasRole } from '../../domain/roles.ts';

/**
 * Whether cases may be shown in a channel: who is in it, why not, or that it cannot be told now.
 * Being in a channel is no permission: whoever is in it must be on the roster, and see what is shown.
 */
export type Guarded =
  | { readonly is: 'open'; readonly members: readonly Person[] }
  | { readonly is: 'closed'; readonly why: string }
  | { readonly is: 'unknown' };

/** One of a channel, as far as the roster knows them, and how they are to be found. */
export interface Member {
  readonly person: Person | undefined;
  /** "their profile shows the member ID U0123"; and what to write into the settings for them. */
  readonly seenAs: string;
  readonly account: string;
}

/** Open to nobody but people who may see cases. */
export const guardedBy = (arrangement: Arrangement, everybody: readonly Member[]): Guarded => {
  const stranger = everybody.find(({ person }) => person === undefined);
  if (stranger)
    return {
      is: 'closed',
      why: `somebody who is not on the roster is in it (${stranger.seenAs}). Remove them from the channel, or add ${stranger.account} to the settings`,
    };
  const members = everybody.flatMap(({ person }) => (person ? [person] : []));
  const outsider = members.find((person) => !hasRole(rolesOf(arrangement, person), CASE_ROLES));
  return outsider
    ? {
        is: 'closed',
        why: `${sayPerson(arrangement, outsider.id)} is in it and may see no cases. Remove them from the channel`,
      }
    : { is: 'open', members };
};

/** Whether everybody in a channel may see a record; one that is gone shows nothing. */
export const seenByAll = (
  arrangement: Arrangement,
  members: readonly Person[],
  record: HeedRecord | undefined,
): boolean =>
  record === undefined || members.every((person) => seesWhole(arrangement, person, record));
