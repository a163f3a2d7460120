import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { BadManifest } from '../../manifest/slack-limits.ts';
import type { Command } from '../../src/app/command.ts';
import { words } from '../../src/app/field.ts';
import { command, commandsOf, drawn } from './draw.ts';
import { SlackManifest } from './slack-schema.ts';

const KEPT = ['topic', 'me', 'status', 'remind', 'who', 'shortcuts'] as const;

const tidy = fc.stringMatching(/^[a-z][a-z0-9-]{2,11}$/);
const odd = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' ', 'A', 'é', '__proto__', 'x'.repeat(33), ...KEPT),
);
const word = fc.oneof({ weight: 6, arbitrary: tidy }, { weight: 1, arbitrary: odd });
const text = (most: number) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.string({ minLength: 1, maxLength: 20 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: most + 2 }).map((n) => 'x'.repeat(n)) },
  );

const shortcut = fc.option(
  fc.oneof(
    fc.record({ on: fc.constant('anywhere' as const), label: text(24) }),
    fc.record({
      on: fc.constant('message' as const),
      label: text(24),
      field: fc.constant('about'),
      takes: fc.constantFrom('reference', 'text'),
    }),
  ),
  { nil: undefined, freq: 4 },
);
const fields = fc
  .dictionary(tidy, text(1000), { maxKeys: 2 })
  .map((titles) =>
    z.object(
      Object.fromEntries(
        Object.entries(titles).map(([name, title]) => [name, words(title, { bare: true })]),
      ),
    ),
  );
const commandOf = (name: fc.Arbitrary<string>): fc.Arbitrary<Command> =>
  fc
    .record({ name, summary: text(2000), fields, shortcut })
    .map(({ name, shortcut, ...more }) =>
      command(name, { ...more, ...(shortcut ? { shortcut } : {}) }),
    );
const typed = fc.array(word, { minLength: 1, maxLength: 3 }).map((names) => names.join(' '));
const anyCatalogue = fc.array(commandOf(typed), { maxLength: 60 });
const installation = fc.record({
  prefix: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('', 'scp-', 'to') },
    { weight: 1, arbitrary: odd },
  ),
  socket: fc.boolean(),
});

const attempt = (...given: Parameters<typeof drawn>) => {
  try {
    return drawn(...given);
  } catch (problem) {
    if (problem instanceof BadManifest) return problem;
    throw problem;
  }
};

it('no catalogue and no prefix draw a manifest that Slack refuses, unless Heed has refused it', () => {
  fc.assert(
    fc.property(anyCatalogue, installation, (catalogue, how) => {
      const made = attempt(catalogue, how);
      if (made instanceof BadManifest) return;
      expect(SlackManifest.safeParse(made).error).toBeUndefined();
      for (const { command } of made.features.slash_commands)
        expect(KEPT.map((name) => `/${name}`)).not.toContain(command);
    }),
  );
});

it('tidy names always draw one, with each family once under its prefix', () => {
  const names = fc.array(tidy, { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(names, (given) => {
      const commands = commandsOf(
        given.map((name) => command(name)),
        { prefix: 'scp-' },
      );
      expect(commands.map(({ command }) => command)).toEqual(
        [...new Set(given)].map((name) => `/scp-${name}`),
      );
    }),
  );
});
