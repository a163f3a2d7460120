import { PREFIX } from '../src/platforms/slack/settings.ts';
import type { SlackShortcut, SlashCommand } from './slack-commands.ts';

/** The manifest that was asked for is one that Slack would refuse; it says what to do. */
export class BadManifest extends Error {}

/**
 * What Slack answers itself. It publishes no list; this one is kept by those who ran into it
 * (NousResearch/hermes-agent#18456): a manifest with one of them in it is refused whole.
 */
const RESERVED: ReadonlySet<string> = new Set(
  'me status away dnd shrug remind msg feed who collapse expand leave join open search topic mute pro shortcuts'
    .split(' ')
    .map((name) => `/${name}`),
);

const COMMAND = /^\/[a-z][a-z0-9_-]*$/;

// github.com/slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json
const MOST_COMMANDS = 50;
const MOST_SHORTCUTS = 10;
const MOST_OF_URL = 3000;
const MOST_OF_COMMAND = {
  command: 32,
  description: 2000,
  usage_hint: 1000,
} as const satisfies Most<SlashCommand>;
const MOST_OF_SHORTCUT = {
  name: 24,
  callback_id: 255,
  description: 150,
} as const satisfies Most<SlackShortcut>;
type Most<Of> = { readonly [Field in keyof Of]?: number };

export const checkPrefix = (prefix: string): void => {
  if (!PREFIX.test(prefix))
    refuse(
      'A prefix begins with a lower-case letter and goes on with at most 11 lower-case letters, digits, hyphens or underscores, like scp-.',
    );
};

export const checkUrl = (url: string): void => {
  if (url.length > MOST_OF_URL || !/^https:\/\/\S+$/.test(url) || !URL.canParse(url))
    refuse(
      'A URL begins with https:// and is where Slack reaches Heed, like https://heed.example.org/slack/events.',
    );
};

export const checkCommands = (commands: readonly SlashCommand[], prefix: string): void => {
  if (commands.length < 1 || commands.length > MOST_COMMANDS)
    refuse(`Slack takes 1 to ${MOST_COMMANDS} slash commands; there are ${commands.length}.`);
  for (const one of commands) {
    if (RESERVED.has(one.command))
      refuse(
        `Slack keeps ${one.command} for itself. Set ${prefix ? 'another' : 'a'} prefix, here and in slack.yaml: npm run -s manifest -- --prefix scp-`,
      );
    if (!COMMAND.test(one.command))
      refuse(
        `Rename ${one.command}: Slack takes lower-case letters, digits, hyphens and underscores.`,
      );
    checkLengths(one.command, one, MOST_OF_COMMAND);
  }
};

export const checkShortcuts = (shortcuts: readonly SlackShortcut[]): void => {
  if (shortcuts.length > MOST_SHORTCUTS)
    refuse(`Slack takes ${MOST_SHORTCUTS} shortcuts; there are ${shortcuts.length}.`);
  for (const one of shortcuts)
    checkLengths(`The shortcut ${one.callback_id}`, one, MOST_OF_SHORTCUT);
};

const checkLengths = <Of extends object>(of: string, made: Of, most: Most<Of>): void => {
  const limits: Readonly<Record<string, number | undefined>> = most;
  for (const [field, text] of Object.entries(made) as [string, unknown][]) {
    const limit = limits[field];
    if (limit === undefined || typeof text !== 'string') continue;
    if (text.length < 1 || text.length > limit)
      refuse(`${of} needs a ${field} of 1 to ${limit} characters; it has ${text.length}.`);
  }
};

const refuse = (sentence: string): never => {
  throw new BadManifest(sentence);
};
