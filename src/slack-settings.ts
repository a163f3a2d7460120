import { readFileSync } from 'node:fs';
import { BadSetting } from './config.ts';
import type { Arrangement } from './domain/arrangement.ts';
import { everybodyIn } from './domain/arrangement-on.ts';
import { BadSlackSettings, readSettings, type SlackSettings } from './platforms/slack/settings.ts';

/** The settings for Slack from their file. Throws BadSetting, which names every mistake. */
export const loadSlackSettings = (
  file: string,
  secrets: Readonly<Record<string, string | undefined>>,
  arrangement: Arrangement,
): SlackSettings => {
  try {
    return readSettings(textOf(file), secrets, {
      name: arrangement.name,
      people: everybodyIn(arrangement),
    });
  } catch (problem) {
    if (!(problem instanceof BadSlackSettings)) throw problem;
    throw new BadSetting(`${file} cannot be used:\n  ${problem.message.replaceAll('\n', '\n  ')}`);
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadSetting(`HEED_SLACK: ${file} cannot be read. Check its path.`);
  }
};
