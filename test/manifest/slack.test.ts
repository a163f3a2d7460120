import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../../commands/index.ts';
import { BadManifest } from '../../manifest/slack-limits.ts';
import { asFile } from '../../manifest/slack-manifest.ts';
import { words } from '../../src/app/field.ts';
import { anywhere, command, commandsOf, drawn } from './draw.ts';
import { SlackManifest } from './slack-schema.ts';

const committed = readFileSync(`${import.meta.dirname}/../../manifest/slack.json`, 'utf8');

describe('manifest/slack.json', () => {
  it('is fresh: npm run manifest would write it again as it is', () => {
    expect(committed).toBe(asFile(drawn()));
  });

  it('is stale as soon as something else may be asked, or is said differently', () => {
    const [first, ...rest] = catalogue;
    for (const other of [
      [...catalogue, command('new')],
      rest,
      first ? [{ ...first, summary: 'Otherwise.' }, ...rest] : [],
    ])
      expect(committed).not.toBe(asFile(drawn(other)));
  });

  it('is what Slack takes', () => {
    expect(SlackManifest.safeParse(JSON.parse(committed)).error).toBeUndefined();
  });

  it('has every family of the catalogue once, in its order, and each escapes what is typed', () => {
    const families = [...new Set(catalogue.map(({ name }) => `/${name.split(' ')[0]}`))];
    const commands = drawn().features.slash_commands;
    expect(commands.map(({ command }) => command)).toEqual(families);
    expect(commands.every(({ should_escape }) => should_escape)).toBe(true);
  });

  it('has every shortcut of the catalogue, by its place and its command', () => {
    const expected = catalogue.flatMap(({ name, shortcut }) =>
      shortcut ? [{ name: shortcut.label, callback_id: `${shortcut.on}:${name}` }] : [],
    );
    expect(drawn().features.shortcuts).toMatchObject(expected);
    expect(drawn().features.shortcuts).toHaveLength(expected.length);
  });

  it('asks for these scopes and events and no more', () => {
    const { oauth_config, settings } = drawn();
    expect(oauth_config).toEqual({
      scopes: { bot: ['commands', 'chat:write', 'im:write', 'groups:read', 'users:read'] },
    });
    expect(settings.event_subscriptions.bot_events).toEqual([
      'app_home_opened',
      'app_uninstalled',
      'member_joined_channel',
      'tokens_revoked',
    ]);
  });
});

describe('where Slack sends things', () => {
  it('is one URL for everything', () => {
    const url = 'https://scp.example.org/slack/events';
    const { features, settings } = drawn(catalogue, { url });
    expect(new Set(features.slash_commands.map((one) => one.url))).toEqual(new Set([url]));
    expect(settings).toMatchObject({
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url },
      socket_mode_enabled: false,
    });
  });

  it('is nowhere in socket mode', () => {
    const manifest = drawn(catalogue, { socket: true });
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(asFile(manifest)).not.toMatch(/url"|https?:/);
    expect(SlackManifest.safeParse(manifest).error).toBeUndefined();
  });

  it.each(['', 'heed.example.org', 'http://heed.example.org', 'https://', 'https://a b.example'])(
    'cannot be %j',
    (url) => expect(() => drawn(catalogue, { url })).toThrow('A URL begins with https://'),
  );

  it('cannot be longer than Slack takes', () => {
    const long = `https://heed.example.org/${'a'.repeat(2975)}`;
    expect(() => drawn(catalogue, { url: long })).not.toThrow();
    expect(() => drawn(catalogue, { url: `${long}a` })).toThrow(BadManifest);
  });
});

describe('a prefix', () => {
  it('stands before every command, also where a description names one', () => {
    const plainly = drawn().features.slash_commands;
    const prefixed = drawn(catalogue, { prefix: 'scp-' }).features.slash_commands;
    expect(prefixed.map(({ command }) => command)).toEqual(
      plainly.map(({ command }) => command.replace('/', '/scp-')),
    );
    expect(prefixed.find(({ command }) => command === '/scp-due')?.description).toBe(
      'What I owe, soonest first. /scp-help due shows the rest.',
    );
  });

  it.each(['S', 'Scp-', '/scp', '-scp', '1st', 'scp ', 'scp.', 'é', 'scp-scp-scp-s', 'scp-\n'])(
    'cannot be %j',
    (prefix) => expect(() => drawn(catalogue, { prefix })).toThrow('A prefix begins with'),
  );

  it.each(['', 's', 'scp-', 'scp_2', 'scp-scp-scp-'])('may be %j', (prefix) =>
    expect(SlackManifest.safeParse(drawn(catalogue, { prefix })).error).toBeUndefined(),
  );

  it('saves a command whose name Slack keeps for itself', () => {
    const topic = [command('topic set')];
    expect(() => drawn(topic)).toThrow(
      'Slack keeps /topic for itself. Set a prefix, here and in slack.yaml: npm run -s manifest -- --prefix scp-',
    );
    expect(commandsOf(topic, { prefix: 'scp-' })).toMatchObject([{ command: '/scp-topic' }]);
  });

  it('is refused where it makes such a name', () => {
    expect(() => drawn([command('pic')], { prefix: 'to' })).toThrow(
      'Slack keeps /topic for itself. Set another prefix',
    );
  });
});

describe('the words of a command', () => {
  it('are those of what is offered anywhere, and everything else is in the hint', () => {
    const family = ['case list', 'case open', 'case shut'].map((name) => command(name));
    const offered = family.map((one) =>
      one.name === 'case open'
        ? { ...one, summary: 'Open a case.', shortcut: anywhere('Open') }
        : one,
    );
    expect(commandsOf(offered)).toMatchObject([
      {
        command: '/case',
        description: 'Open a case. /help case shows the rest.',
        usage_hint: '[open | list | shut]',
      },
    ]);
  });

  it('are those of the family alone, or of the first, where nothing is offered', () => {
    const mine = command('case', { summary: 'My cases.' });
    expect(commandsOf([command('case all'), mine])).toMatchObject([
      { description: 'My cases. /help case shows the rest.', usage_hint: '[all]' },
    ]);
    expect(commandsOf([command('case all')])).toMatchObject([
      { description: 'Say something.', usage_hint: '[all]' },
    ]);
  });

  it('say what to give where there is nothing else to ask', () => {
    const fields = z.object({
      about: words('A reference', { bare: true }),
      reason: words('Why'),
      page: words('Page').optional(),
    });
    expect(commandsOf([command('why', { fields })])[0]?.usage_hint).toBe(
      '[a reference] reason=[why]',
    );
    expect(commandsOf([command('undo')])[0]).not.toHaveProperty('usage_hint');
  });
});
