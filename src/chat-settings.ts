import { readFileSync } from 'node:fs';
import { BadSetting } from './config.ts';
import type { Arrangement } from './domain/arrangement.ts';
import { everybodyIn } from './domain/arrangement-on.ts';
import { BadSettingsFile, type Secrets } from './platforms/chat/settings-file.ts';
import { type EmailSettings, readEmailSettings } from './platforms/email/settings.ts';
import { readSettings, type SlackSettings } from './platforms/slack/settings.ts';
import { readTeamsSettings, type TeamsSettings } from './platforms/teams/settings.ts';

/** The settings for Slack from their file. Throws BadSetting, which names every mistake. */
export const loadSlackSettings = (
  file: string,
  secrets: Secrets,
  arrangement: Arrangement,
): SlackSettings =>
  naming(file, () => readSettings(textOf('HEED_SLACK', file), secrets, everybody(arrangement)));

/** The same for Teams. */
export const loadTeamsSettings = (
  file: string,
  secrets: Secrets,
  arrangement: Arrangement,
): TeamsSettings =>
  naming(file, () =>
    readTeamsSettings(textOf('HEED_TEAMS', file), secrets, everybody(arrangement)),
  );

/** The same for e-mail. */
export const loadEmailSettings = (
  file: string,
  secrets: Secrets,
  arrangement: Arrangement,
): EmailSettings =>
  naming(file, () =>
    readEmailSettings(textOf('HEED_EMAIL', file), secrets, everybody(arrangement)),
  );

/** Those too who come with the arrangement that takes its place: accounts are set up beforehand. */
const everybody = (arrangement: Arrangement): Pick<Arrangement, 'name' | 'people'> => ({
  name: arrangement.name,
  people: everybodyIn(arrangement),
});

const naming = <T>(file: string, read: () => T): T => {
  try {
    return read();
  } catch (problem) {
    if (!(problem instanceof BadSettingsFile)) throw problem;
    throw new BadSetting(`${file} cannot be used:\n  ${problem.message.replaceAll('\n', '\n  ')}`);
  }
};

const textOf = (variable: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadSetting(`${variable}: ${file} cannot be read. Check its path.`);
  }
};
