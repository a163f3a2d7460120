import type { PersonId } from '../../domain/incident.ts';
import { type Account, accountOf, type TeamsSettings } from './settings.ts';

/** Who is who: people of the roster, and their accounts in Teams. */
export interface Roster {
  /** Undefined for whoever is not on it, guest or not. */
  readonly personOf: (tenant: string, object: string) => PersonId | undefined;
  readonly personAt: (account: string) => PersonId | undefined;
  /** Where somebody is reached, the preferred account first. */
  readonly accountsOf: (person: PersonId) => readonly Account[];
}

export const roster = ({ people }: Pick<TeamsSettings, 'people'>): Roster => {
  const persons = new Map<string, PersonId>(
    [...people].flatMap(([person, accounts]) =>
      accounts.map((account) => [account, person] as const),
    ),
  );
  return {
    personOf: (tenant, object) => persons.get(accountOf(tenant, object)),
    personAt: (account) => persons.get(account),
    accountsOf: (person) => people.get(person) ?? [],
  };
};
