import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { catalogue } from '../commands/index.ts';
import { BadManifest } from './slack-limits.ts';
import { asFile, slackManifest, USUAL } from './slack-manifest.ts';
import { teamsManifest, USUAL_TEAMS } from './teams-manifest.ts';
import { teamsFiles, teamsPackage } from './teams-package.ts';

const USAGE =
  'npm run -s manifest -- [--prefix PREFIX] [--url HTTPS_URL | --socket] [--stdout] for Slack, or --app APP_ID [--site HTTPS_URL] [--zip FILE] for Teams';
const SLACK = `${import.meta.dirname}/slack.json`;
const TEAMS = `${import.meta.dirname}/teams`;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The command was written wrongly. */
class BadUsage extends Error {}

// Whoever reads only the beginning (`| head`) has had enough.
process.stdout.on('error', () => process.exit());

/** Without options, the files that are committed; with any, a partnership's own. */
const main = (): void => {
  const { app, site, zip, ...slack } = optionsGiven();
  if (app !== undefined) writeTeams({ app, site, zip });
  else if (Object.keys(slack).length > 0)
    process.stdout.write(asFile(slackManifest(catalogue, { ...USUAL, ...slack })));
  else writeCommitted();
};

const writeCommitted = (): void => {
  writeFileSync(SLACK, asFile(slackManifest(catalogue, USUAL)));
  const manifest = asFile(teamsManifest(catalogue, USUAL_TEAMS));
  for (const [name, bytes] of Object.entries(teamsFiles(manifest)))
    writeFileSync(`${TEAMS}/${name}`, bytes);
  writeFileSync(`${TEAMS}/heed.zip`, teamsPackage(manifest));
};

interface ForTeams {
  readonly app: string;
  readonly site: string | undefined;
  readonly zip: string | undefined;
}

/** A partnership's own package, ready to be uploaded. */
const writeTeams = ({ app, site = USUAL_TEAMS.site, zip = 'heed-teams.zip' }: ForTeams): void => {
  if (!GUID.test(app))
    throw new BadUsage(
      'An app is the Application (client) ID of the registration, like 11111111-2222-3333-4444-555555555555.',
    );
  if (!/^https:\/\/[^\s/]+$/.test(site))
    throw new BadUsage('A site is where the partnership is, like https://heed.example.org.');
  writeFileSync(zip, teamsPackage(asFile(teamsManifest(catalogue, { app, site }))));
  process.stdout.write(`${zip}\n`);
};

const optionsGiven = () => {
  const options = read();
  if (options.url !== undefined && options.socket)
    throw new BadUsage(
      `In socket mode Slack calls no URL: leave out --url or --socket. Write: ${USAGE}`,
    );
  const { app, site, zip, ...slack } = options;
  const isTeams = app !== undefined || site !== undefined || zip !== undefined;
  if (isTeams && (app === undefined || Object.keys(slack).length > 0))
    throw new BadUsage(`Write: ${USAGE}`);
  return options;
};

const read = () => {
  try {
    return parseArgs({
      options: {
        prefix: { type: 'string' },
        url: { type: 'string' },
        socket: { type: 'boolean' },
        stdout: { type: 'boolean' },
        app: { type: 'string' },
        site: { type: 'string' },
        zip: { type: 'string' },
      },
    }).values;
  } catch {
    throw new BadUsage(`Write: ${USAGE}`);
  }
};

try {
  main();
} catch (problem) {
  const theirs = problem instanceof BadUsage || problem instanceof BadManifest;
  process.stderr.write(`${theirs ? problem.message : (problem as Error).stack}\n`);
  process.exitCode = theirs ? 2 : 1;
}
