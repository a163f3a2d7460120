import type { PersonId } from '../../domain/incident.ts';
import type { Account, SlackSettings, Workspace } from './settings.ts';

/** Who is who: people of the roster, and their accounts in Slack. */
export interface Roster {
  /** Undefined for whoever is not on it. */
  readonly personOf: (team: string, user: string) => PersonId | undefined;
  /** Where somebody is reached, the preferred account first. */
  readonly accountsOf: (person: PersonId) => readonly Reached[];
  readonly workspaceOf: (team: string) => Workspace | undefined;
  /** Heed's own id in a workspace, once Slack has said it. */
  readonly botOf: (team: string) => string | undefined;
  readonly knowBot: (team: string, user: string) => void;
}

/** An account, and the workspace whose bot reaches it: its own, or the host's by Slack Connect. */
export interface Reached {
  readonly account: Account;
  readonly user: string;
  readonly workspace: Workspace;
}

export const roster = ({ workspaces, people }: SlackSettings): Roster => {
  const persons = new Map(
    [...people].flatMap(([person, accounts]) => accounts.map((account) => [account, person])),
  );
  const byTeam = new Map(workspaces.map((workspace) => [workspace.team, workspace]));
  const [host] = workspaces;
  const bots = new Map<string, string>();
  return {
    personOf: (team, user) => persons.get(`${team}/${user}` as Account),
    workspaceOf: (team) => byTeam.get(team),
    botOf: (team) => bots.get(team),
    knowBot: (team, user) => void bots.set(team, user),
    accountsOf: (person) =>
      (people.get(person) ?? []).flatMap((account) => {
        const [team = '', user = ''] = account.split('/');
        const workspace = byTeam.get(team) ?? host;
        return workspace ? [{ account, user, workspace }] : [];
      }),
  };
};
