import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { catalogue } from '../commands/index.ts';
import { BadManifest } from './slack-limits.ts';
import { asFile, slackManifest, USUAL } from './slack-manifest.ts';

const USAGE = 'npm run -s manifest -- [--prefix PREFIX] [--url HTTPS_URL | --socket] [--stdout]';
const COMMITTED = `${import.meta.dirname}/slack.json`;

/** The command was written wrongly. */
class BadUsage extends Error {}

// Whoever reads only the beginning (`| head`) has had enough.
process.stdout.on('error', () => process.exit());

/** Without options, the file that is committed; with any, a partnership's own, which is printed. */
const main = (): void => {
  const options = optionsGiven();
  const text = asFile(slackManifest(catalogue, { ...USUAL, ...options }));
  if (Object.keys(options).length > 0) process.stdout.write(text);
  else writeFileSync(COMMITTED, text);
};

const optionsGiven = () => {
  const options = read();
  if (options.url !== undefined && options.socket)
    throw new BadUsage(
      `In socket mode Slack calls no URL: leave out --url or --socket. Write: ${USAGE}`,
    );
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
