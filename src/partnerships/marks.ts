import { BadSetting } from '../config.ts';
import type { SlackSettings, Workspace } from '../platforms/slack/settings.ts';
import type { TeamsSettings } from '../platforms/teams/settings.ts';

/** Of what somebody is set up with, what a request is known by. */
interface Chosen {
  readonly slack?: { readonly settings: Pick<SlackSettings, 'workspaces'> } | undefined;
  readonly teams?: { readonly settings: Pick<TeamsSettings, 'app' | 'tenant'> } | undefined;
}

/** By what a request of Slack's or Teams' is known to be for a partnership: each of one alone. */
export interface Marks {
  /** What somebody's settings say, as last read. */
  readonly read: (name: string, chat: Chosen) => void;
  /** Throws BadSetting where another's settings say the same. */
  readonly check: (name: string) => void;
}

type Mark = readonly [what: string, value: string];

/**
 * A workspace, an app or an organisation's tenant belongs to one partnership. That of a partner may be let in
 * by several (`tenants`), since each has an app of its own, to which alone a token is made out.
 */
export const allMarks = (): Marks => {
  const known = new Map<string, readonly Mark[]>();
  const othersWith = (name: string, value: string): readonly string[] =>
    [...known].flatMap(([other, marks]) =>
      other !== name && marks.some(([, one]) => one === value) ? [other] : [],
    );
  return {
    read: (name, chat) => void known.set(name, marksOf(chat)),
    check: (name) => {
      const mistakes = (known.get(name) ?? []).flatMap(([what, value]) =>
        othersWith(name, value).map(
          (other) => `${what} is in the settings of ${other} too. Give each partnership its own`,
        ),
      );
      if (mistakes.length > 0) throw new BadSetting(mistakes.join('\n'));
    },
  };
};

const marksOf = ({ slack, teams }: Chosen): readonly Mark[] => [
  ...(slack?.settings.workspaces ?? []).flatMap(marksOfWorkspace),
  ...(teams ? marksOfTeams(teams.settings) : []),
];

const marksOfWorkspace = ({
  name,
  team,
  signingSecret,
  botToken,
  appToken,
}: Workspace): readonly Mark[] =>
  (
    [
      [`slack: the workspace ${team}`, team],
      [`slack: the signing secret of ${name}`, signingSecret],
      [`slack: the bot token of ${name}`, botToken],
      [`slack: the app token of ${name}`, appToken],
    ] as const
  ).filter(([, value]) => value !== '');

const marksOfTeams = ({ app, tenant }: Pick<TeamsSettings, 'app' | 'tenant'>): readonly Mark[] => [
  [`teams: the app ${app}`, app],
  [`teams: the tenant ${tenant}`, tenant],
];
