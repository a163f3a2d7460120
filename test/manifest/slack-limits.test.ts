import { describe, expect, it } from 'vitest';
import { BadManifest } from '../../manifest/slack-limits.ts';
import type { Catalogue, Command } from '../../src/app/command.ts';
import { anywhere, command, drawn } from './draw.ts';
import { SlackManifest } from './slack-schema.ts';

describe('what Slack would refuse is refused first', () => {
  const many = (n: number, of = (i: number) => command(`c${i}`)): Catalogue =>
    Array.from({ length: n }, (_, i) => of(i));
  const offered = (i: number): Command => command(`c${i}`, { shortcut: anywhere(`S${i}`) });
  const labelled = (label: string) => [command('go', { shortcut: anywhere(label) })];
  const x = (n: number): string => 'x'.repeat(n);

  it.each([
    ['a command of 32 characters', [command(x(31))], [command(x(32))]],
    ['a command of plain letters', [command('a-b_1')], [command('a.b')]],
    ['a command with a name', [command('a')], [command('')]],
    ['small letters', [command('a')], [command('A')]],
    [
      'a description of 2000',
      [command('a', { summary: x(2000) })],
      [command('a', { summary: x(2001) })],
    ],
    ['some description', [command('a', { summary: '-' })], [command('a', { summary: '' })]],
    ['a hint of 1000', [command(`a ${x(998)}`)], [command(`a ${x(999)}`)]],
    ['50 commands', many(50), many(51)],
    ['at least one command', many(1), []],
    ['10 shortcuts', many(10, offered), many(11, offered)],
    ['a shortcut of 24 characters', labelled(x(24)), labelled(x(25))],
    ['some name of a shortcut', labelled('-'), labelled('')],
    [
      'what a shortcut is for in 150',
      [command('a', { summary: x(150), shortcut: anywhere('A') })],
      [command('a', { summary: x(151), shortcut: anywhere('A') })],
    ],
    [
      'the id of a shortcut in 255',
      [command(`a ${x(244)}`, { shortcut: anywhere('A') })],
      [command(`a ${x(245)}`, { shortcut: anywhere('A') })],
    ],
  ] satisfies [string, Catalogue, Catalogue][])('%s', (_, taken, refused) => {
    expect(SlackManifest.safeParse(drawn(taken)).error).toBeUndefined();
    expect(() => drawn(refused)).toThrow(BadManifest);
  });

  it('in a sentence that names the place and both numbers', () => {
    expect(() => drawn(labelled('Something much too long to show'))).toThrow(
      'The shortcut anywhere:go needs a name of 1 to 24 characters; it has 31.',
    );
  });
});
