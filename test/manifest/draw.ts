import { z } from 'zod';
import { catalogue } from '../../commands/index.ts';
import { slackManifest, USUAL } from '../../manifest/slack-manifest.ts';
import { accept, type Catalogue, type Command, type Shortcut } from '../../src/app/command.ts';
import { plain } from '../../src/app/message.ts';

export const command = (name: string, more: Partial<Command> = {}): Command => ({
  name,
  summary: 'Say something.',
  allow: 'everyone',
  fields: z.object({}),
  decide: () => accept(plain('Said.')),
  ...more,
});
export const anywhere = (label: string): Shortcut => ({ on: 'anywhere', label });
export const drawn = (of: Catalogue = catalogue, how: Partial<typeof USUAL> = {}) =>
  slackManifest(of, { ...USUAL, ...how });
export const commandsOf = (of: Catalogue, how: Partial<typeof USUAL> = {}) =>
  drawn(of, how).features.slash_commands;
