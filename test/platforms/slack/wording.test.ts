import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../commands/index.ts';
import type { Message } from '../../../src/app/message.ts';
import { wording } from '../../../src/platforms/slack/wording.ts';

const families = [...new Set(catalogue.map(({ name }) => name.split(' ')[0] ?? ''))];
const scp = wording('scp-', catalogue);

/** What people write: with slashes, commands, and words between them. */
const written = fc
  .array(
    fc.oneof(
      fc.constantFrom('/', ' ', '\n', '-', ':', '…', '/scp-', 'and/or', '//', ...families),
      fc.constantFrom(...families.map((family) => `/${family}`)),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('the words of Heed', () => {
  it.each([
    ['/incident log', '/scp-incident log'],
    [
      'Give it with /due, or /help incident log.',
      'Give it with /scp-due, or /scp-help incident log.',
    ],
    ['(/undo)', '(/scp-undo)'],
    ['First line\n/why SI-2026-1', 'First line\n/scp-why SI-2026-1'],
    ['SI-2026-1: 09:00: /incident log.', 'SI-2026-1: 09:00: /scp-incident log.'],
  ])('name a command as it is called here: %j', (said, worded) => {
    expect(scp.text(said)).toBe(worded);
  });

  it.each([
    'police/incident log',
    'and/or',
    'https://council.gov.uk/incident',
    '//due',
    'known|suspected/help',
    '/incidents',
    '/dues',
    '/scp-incident log',
    '/other due',
    '/ incident',
    'incident log',
    '2026/due',
  ])('leave alone what is no command: %j', (said) => {
    expect(scp.text(said)).toBe(said);
  });

  it('are as they were where commands have no prefix', () => {
    fc.assert(fc.property(written, (said) => wording('', catalogue).text(said) === said));
  });

  it('are worded once, however often they come by', () => {
    fc.assert(fc.property(written, (said) => scp.text(scp.text(said)) === scp.text(said)));
  });

  it('lose nothing, and gain nothing but the prefix', () => {
    fc.assert(
      fc.property(written, (said) => {
        const bare = (text: string): string => text.replaceAll('scp-', '');
        expect(bare(scp.text(said))).toBe(bare(said));
      }),
    );
  });

  it('keep text after another slash as people wrote it', () => {
    const before = fc.constantFrom('a', 'Z', '0', '_', '/', 'https:/');
    fc.assert(
      fc.property(before, fc.constantFrom(...families), fc.string(), (sign, family, rest) => {
        const said = `${sign}/${family}${rest.replaceAll('/', '')}`;
        expect(scp.text(said)).toBe(said);
      }),
    );
  });
});

describe('a message, a form and a desk', () => {
  it('are worded wherever Heed speaks, and their buttons do what they did', () => {
    const button = { label: 'What I owe', command: 'due', fields: { about: '/due' } };
    const message: Message = {
      title: 'See /due',
      blocks: [
        { type: 'text', text: 'or /help' },
        { type: 'list', items: ['/why SI-2026-1'] },
        { type: 'facts', rows: [['Next', '/incident list']] },
      ],
      buttons: [button],
      about: [],
    };
    expect(scp.message(message)).toEqual({
      title: 'See /scp-due',
      blocks: [
        { type: 'text', text: 'or /scp-help' },
        { type: 'list', items: ['/scp-why SI-2026-1'] },
        { type: 'facts', rows: [['Next', '/scp-incident list']] },
      ],
      buttons: [button],
      about: [],
    });
  });

  it('keep what was filled in as it was', () => {
    const form = scp.form({
      command: 'incident withdraw',
      summary: 'As /undo.',
      fields: [],
      filled: { reason: 'see /due' },
      problems: [{ field: 'reason', sentence: 'Look with /due.' }],
    });
    expect(form).toMatchObject({
      summary: 'As /scp-undo.',
      filled: { reason: 'see /due' },
      problems: [{ sentence: 'Look with /scp-due.' }],
    });
  });

  it('say on a desk what stands there when it is empty, and in its rows', () => {
    const desk = scp.desk({
      title: 'The manager',
      sections: [{ title: 'What I owe', empty: 'See /due.', rows: [{ line: 'Late: /due all' }] }],
      begin: [],
    });
    expect(desk.sections[0]).toMatchObject({
      empty: 'See /scp-due.',
      rows: [{ line: 'Late: /scp-due all' }],
    });
  });
});
