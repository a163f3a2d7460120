import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Message, MOST_BUTTONS, plain } from '../../../src/app/message.ts';
import { escaped, unescaped } from '../../../src/platforms/slack/escape.ts';
import { slackMessage, slackPages } from '../../../src/platforms/slack/render.ts';
import { checkMessage } from '../../../src/platforms/slack/validate.ts';

const line = fc
  .string({ minLength: 1, maxLength: 600, unit: 'grapheme' })
  .filter((text) => text.trim() !== '');
const block = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: line }),
  fc.record({
    type: fc.constant('list' as const),
    items: fc.array(line, { minLength: 1, maxLength: 60 }),
  }),
  fc.record({
    type: fc.constant('facts' as const),
    rows: fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 12 }),
  }),
);
const message: fc.Arbitrary<Message> = fc.record({
  title: line.map((text) => text.replaceAll('\n', ' ').trim().slice(0, 300) || 'x'),
  blocks: fc.array(block, { maxLength: 12 }),
  buttons: fc.array(
    fc.record({
      label: line.map((text) => text.slice(0, 90)),
      command: fc.constantFrom('due', 'incident show'),
      fields: fc.constant({ incident: 'SI-2026-1' }),
    }),
    { maxLength: MOST_BUTTONS },
  ),
  about: fc.constant([]),
}) as fc.Arbitrary<Message>;

/** Letters alone: what breaks a line for Slack is not counted. */
const letters = (text: string): string => text.replaceAll(/\s/g, '');

describe('a message of any length', () => {
  it('is one that Slack takes, page by page', () => {
    fc.assert(
      fc.property(message, (one) => {
        for (const page of slackPages(one)) checkMessage(page);
      }),
    );
  });

  it('is never cut: every letter of it stands on some page, in order', () => {
    fc.assert(
      fc.property(message, (one) => {
        const shown = letters(
          slackPages(one)
            .map(({ text }) => text)
            .join(''),
        );
        let at = 0;
        const words = one.blocks.flatMap((part) =>
          part.type === 'text' ? [part.text] : part.type === 'list' ? part.items : part.rows.flat(),
        );
        for (const word of words) {
          // A page's title may stand between two halves of a line that is longer than a section.
          const wanted = letters(escaped(word));
          at = shown.indexOf(wanted.slice(0, 40), at);
          expect(at).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it.each([
    ['a title of a page and a half', plain('word '.repeat(1000).trim())],
    ['a title that grows when it is escaped', plain('& '.repeat(400).trim())],
    [
      'a long title above a full page, with long buttons',
      {
        ...plain('x'.repeat(590), ...Array.from({ length: 34 }, () => 'y'.repeat(99))),
        buttons: ['a', 'b', 'c'].map((one) => ({
          label: `${one} & `.repeat(15),
          command: 'due',
          fields: {},
        })),
      },
    ],
  ])('is one that Slack takes, and is not cut: %s', (_, one) => {
    const pages = slackPages(one);
    for (const page of pages) checkMessage(page);
    const shown = pages.map(({ text }) => text.replace(/^Heed answers:.*\n/, ''));
    expect(letters(shown.join(''))).toContain(letters(escaped(one.title)));
  });

  it('says which page of how many, and has its buttons on the last', () => {
    const long = {
      ...plain('A long list'),
      blocks: [
        {
          type: 'list' as const,
          items: Array.from({ length: 100 }, (_, at) => `Line ${at} ${'x'.repeat(90)}`),
        },
      ],
      buttons: [{ label: 'Why?', command: 'why', fields: {} }],
    };
    const pages = slackPages(long);
    expect(pages.map(({ text }) => text.split('\n')[0])).toEqual([
      'A long list (1 of 4)',
      'A long list (2 of 4)',
      'A long list (3 of 4)',
      'A long list (4 of 4)',
    ]);
    const buttons = pages.map(({ blocks }) => JSON.stringify(blocks).includes('"button"'));
    expect(buttons).toEqual([false, false, false, true]);
  });

  it('has a line that says nothing above a sentence too long for a lock screen', () => {
    const { text } = slackMessage(plain('word '.repeat(60).trim()));
    expect(text.split('\n')[0]).toBe('Heed answers:');
  });
});

describe('what people typed', () => {
  it.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
    ['a < b', 'a &lt; b'],
  ])('mentions nobody: %s', (text, out) => {
    expect(escaped(text)).toBe(out);
    expect(slackMessage(plain('Title', text)).text).toContain(out);
  });

  it.each([
    'review *all* of them',
    '_CPP_ and ~struck~',
    '`code` at :10:',
    '> 5 visits & < 3',
    '<!channel>',
  ])('is shown as it was typed, and not as marks: %s', (typed) => {
    const { blocks } = slackMessage({
      ...plain('Title', typed),
      lead: 'soon',
    });
    expect(blocks[1]).toMatchObject({ text: { type: 'plain_text', text: typed, emoji: false } });
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => unescaped(escaped(text), () => undefined) === text),
    );
  });

  it.each([
    ['<@U1|jo> said', '@police-lead said'],
    ['<@U2|jo> said', '@jo said'],
    ['<@U2> said', '@somebody said'],
    ['in <#C1|general>', 'in #general'],
    ['see <https://example.org/a?b&amp;c|there>', 'see https://example.org/a?b&c'],
    ['<mailto:a@b.org|a@b.org>', 'a@b.org'],
    ['<!here> now', '@all now'],
  ])('of what Slack makes of mentions and links: %s', (sent, read) => {
    expect(unescaped(sent, (user) => (user === 'U1' ? 'police-lead' : undefined))).toBe(read);
  });
});
