import type { OpenStore } from '../store/embedded.ts';
import type { Courier } from './app/deliver.ts';
import { routes } from './app/routes.ts';
import type { Ref } from './domain/reference.ts';
import type { Behind } from './platforms/chat/behind.ts';
import type { Pace } from './platforms/chat/lanes.ts';
import type { Given as ForSlack, SlackSurface } from './platforms/slack/connect.ts';
import { Kept as KeptOfSlack } from './platforms/slack/register.ts';
import type { SlackSettings } from './platforms/slack/settings.ts';
import type { Given as ForTeams, TeamsSurface } from './platforms/teams/connect.ts';
import { Kept as KeptOfTeams } from './platforms/teams/register.ts';
import type { TeamsSettings } from './platforms/teams/settings.ts';

export interface SlackChoice {
  readonly connect: (given: ForSlack) => SlackSurface;
  readonly settings: SlackSettings;
  readonly pace: Pace;
  readonly apiUrl?: string | undefined;
  readonly timeoutMs?: number | undefined;
  readonly patienceMs?: number | undefined;
}

export interface TeamsChoice {
  readonly connect: (given: ForTeams) => TeamsSurface;
  readonly settings: TeamsSettings;
  readonly pace: Pace;
  readonly standIn?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/** The chat products that are set up; their SDKs are loaded by whoever gives this. */
export interface ChatChoice {
  readonly slack?: SlackChoice | undefined;
  readonly teams?: TeamsChoice | undefined;
}

/** Heed in whatever chat products are set up, as one. */
export interface Chat {
  readonly slack: SlackSurface | undefined;
  readonly teams: TeamsSurface | undefined;
  /** Nothing where none is set up. */
  readonly courier: Courier | undefined;
  readonly changed: (refs: readonly Ref[]) => void;
  readonly reach: () => Promise<void>;
  readonly tick: () => void;
  readonly idle: () => Promise<void>;
  readonly postedAgain: () => number;
  /** Begins nothing more there; what is kept of them is closed afterwards. */
  readonly close: () => Promise<void>;
  readonly closeJournals: () => Promise<void>;
}

type Kept = Pick<OpenStore, 'journal'>;

export const openChat = async (kept: Kept, choice: ChatChoice, behind: Behind): Promise<Chat> => {
  const slack = choice.slack && (await openSlack(kept, choice.slack, behind));
  const teams = choice.teams && (await openTeams(kept, choice.teams, behind));
  const opened = [slack, teams].filter((one) => one !== undefined);
  const surfaces = opened.map(({ surface }) => surface);
  const all = async (work: (one: (typeof surfaces)[number]) => Promise<void>): Promise<void> =>
    void (await Promise.all(surfaces.map(work)));
  return {
    slack: slack?.surface,
    teams: teams?.surface,
    courier: surfaces.length > 0 ? routes(surfaces.map(({ courier }) => courier)) : undefined,
    changed: (refs) => {
      for (const { changed } of surfaces) changed(refs);
    },
    reach: () => all(({ reach }) => reach()),
    tick: () => {
      for (const { tick } of surfaces) tick();
    },
    idle: () => all(({ idle }) => idle()),
    postedAgain: () => surfaces.reduce((sum, { postedAgain }) => sum + postedAgain(), 0),
    close: () => all(({ close }) => close()),
    closeJournals: async () => {
      for (const { journal } of opened) await journal.close();
    },
  };
};

const openSlack = async (kept: Kept, slack: SlackChoice, behind: Behind) => {
  const journal = await kept.journal('slack', KeptOfSlack);
  return { journal, surface: slack.connect({ ...slack, ...behind, journal }) };
};

const openTeams = async (kept: Kept, teams: TeamsChoice, behind: Behind) => {
  const journal = await kept.journal('teams', KeptOfTeams);
  return { journal, surface: teams.connect({ ...teams, ...behind, journal }) };
};
