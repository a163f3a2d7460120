import { type Catalogue, offeredOn } from '../src/app/command.ts';
import { familyOf, foremostFirst } from './slack-commands.ts';
import { LONG, SHORT } from './words.ts';

export interface TeamsInstallation {
  /** The Application (client) ID of the registration. */
  readonly app: string;
  /** Where the partnership says who it is. */
  readonly site: string;
}

export const NO_APP = '00000000-0000-0000-0000-000000000000';

export const USUAL_TEAMS: TeamsInstallation = { app: NO_APP, site: 'https://heed.example.org' };

/** More are not taken; help lists the rest. */
const MOST_COMMANDS = 12;
const SCHEMA = '1.25';

/** What Teams is told of Heed when it is installed: learn.microsoft.com, "App manifest for Teams". */
export const teamsManifest = (all: Catalogue, { app, site }: TeamsInstallation) => ({
  $schema: `https://developer.microsoft.com/en-us/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
  manifestVersion: SCHEMA,
  version: '1.0.0',
  id: app,
  developer: {
    name: 'Heed',
    websiteUrl: site,
    privacyUrl: `${site}/privacy`,
    termsOfUseUrl: `${site}/terms`,
  },
  name: { short: 'Heed', full: 'Heed, the clocks of a safeguarding children partnership' },
  description: { short: SHORT_TEAMS, full: `${SHORT}\n\n${LONG}` },
  icons: { color: 'color.png', outline: 'outline.png' },
  accentColor: '#0B4F71',
  bots: [
    {
      botId: app,
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: false,
      isNotificationOnly: false,
      commandLists: [
        { scopes: ['personal'], commands: [DESK, ...commandsOf(all)].slice(0, MOST_COMMANDS) },
        { scopes: ['team', 'groupChat'], commands: commandsOf(all).slice(0, MOST_COMMANDS) },
      ],
    },
  ],
  permissions: ['identity', 'messageTeamMembers'],
});

const SHORT_TEAMS = 'Keeps the statutory clocks of a safeguarding children partnership.';

const DESK = { title: 'desk', description: 'What you owe and what waits for you, as one card.' };

/** One of each family: what is offered first of it, and what everybody may ask before the rest. */
const commandsOf = (all: Catalogue) =>
  [...Map.groupBy(offeredOn('teams', all), familyOf)]
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .flatMap(([family, commands]) => foremostFirst(family, commands).slice(0, 1))
    .map(({ name, summary }) => ({ title: name, description: summary }));

const FIRST = ['help', 'due', 'incident', 'why'];
const rank = (family: string): number =>
  FIRST.includes(family) ? FIRST.indexOf(family) : FIRST.length;
