import type { OpenStore } from '../store/embedded.ts';
import type { Courier } from './app/deliver.ts';
import { routes } from './app/routes.ts';
import type { Ref } from './domain/reference.ts';
import type { Behind } from './platforms/chat/behind.ts';
import type { Pace } from './platforms/chat/lanes.ts';
import type { EmailSurface, Given as ForEmail } from './platforms/email/connect.ts';
import { Kept as KeptOfEmail } from './platforms/email/register.ts';
import type { EmailSettings } from './platforms/email/settings.ts';
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

export interface EmailChoice {
  readonly connect: (given: ForEmail) => EmailSurface;
  readonly settings: EmailSettings;
  readonly base?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/** The chat products that are set up, and e-mail; their SDKs are loaded by whoever gives this. */
export interface ChatChoice {
  readonly slack?: SlackChoice | undefined;
  readonly teams?: TeamsChoice | undefined;
  readonly email?: EmailChoice | undefined;
}

/** Heed in whatever chat products are set up, and by e-mail, as one. */
export interface Chat {
  readonly slack: SlackSurface | undefined;
  readonly teams: TeamsSurface | undefined;
  readonly email: EmailSurface | undefined;
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
  const email = choice.email && (await openEmail(kept, choice.email, behind));
  const opened = [slack, teams].filter((one) => one !== undefined);
  const surfaces = opened.map(({ surface }) => surface);
  const couriers = [...surfaces, ...(email ? [email.surface] : [])].map(({ courier }) => courier);
  const all = async (work: (one: (typeof surfaces)[number]) => Promise<void>): Promise<void> =>
    void (await Promise.all(surfaces.map(work)));
  return {
    slack: slack?.surface,
    teams: teams?.surface,
    email: email?.surface,
    courier: couriers.length > 0 ? routes(couriers) : undefined,
    changed: (refs) => {
      for (const { changed } of surfaces) changed(refs);
    },
    reach: () => all(({ reach }) => reach()),
    tick: () => {
      for (const { tick } of surfaces) tick();
      email?.surface.tick();
    },
    idle: async () => {
      await all(({ idle }) => idle());
      await email?.surface.idle();
    },
    postedAgain: () => surfaces.reduce((sum, { postedAgain }) => sum + postedAgain(), 0),
    close: async () => {
      await all(({ close }) => close());
      await email?.surface.idle();
    },
    closeJournals: async () => {
      for (const { journal } of opened) await journal.close();
      await email?.journal.close();
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

const openEmail = async (kept: Kept, email: EmailChoice, behind: Behind) => {
  const journal = await kept.journal('email', KeptOfEmail);
  return { journal, surface: email.connect({ ...email, ...behind, journal }) };
};
