import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Message } from '../../../src/app/message.ts';
import { MOST_BYTES, sizeOf, teamsPages } from '../../../src/platforms/teams/pages.ts';
import { execute } from '../../../src/platforms/teams/render.ts';
import { actionsOf, type Card, unfit, wordsOf } from '../../support/teams/cards.ts';

const message = (blocks: readonly Block[]): Message => ({
  title: 'What is owed',
  blocks,
  buttons: [{ label: 'Next page', command: 'due all', fields: { page: '2' } }],
  about: [],
});

const cardsOf = (blocks: readonly Block[]): readonly Card[] =>
  teamsPages(message(blocks), execute).map(({ card }) => card as unknown as Card);

const word = fc.stringMatching(/^[a-zé"*_ ]{1,30}x$/);
const line = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
const block: fc.Arbitrary<Block> = fc.oneof(
  line.map((text) => ({ type: 'text' as const, text })),
  fc.array(line, { maxLength: 40 }).map((items) => ({ type: 'list' as const, items })),
  fc
    .array(fc.tuple(word, line), { maxLength: 20 })
    .map((rows) => ({ type: 'facts' as const, rows })),
);

const letters = (text: string): string => text.replaceAll(/\s+/g, '');

describe('a long message in Teams', () => {
  it('is one card where that has room', () => {
    const [card, ...more] = cardsOf([{ type: 'text', text: 'One line.' }]);
    expect(more).toEqual([]);
    expect(wordsOf(card as Card)).toBe('What is owed\nOne line.');
  });

  it('comes in pages, each within what Teams takes, with the buttons on the last', () => {
    const items = Array.from(
      { length: 400 },
      (_, at) => `SI-2026-${at}: ${'something is owed '.repeat(8)}`,
    );
    const cards = cardsOf([{ type: 'list', items }]);
    expect(cards.length).toBeGreaterThan(2);
    expect(cards.map((card) => wordsOf(card).split('\n')[0])).toEqual(
      cards.map((_, at) => `What is owed (${at + 1} of ${cards.length})`),
    );
    expect(cards.map((card) => actionsOf(card).length)).toEqual(
      cards.map((_, at) => (at === cards.length - 1 ? 1 : 0)),
    );
  });

  it('loses nothing, however it is made', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const cards = cardsOf(blocks);
        for (const card of cards) {
          expect(sizeOf(card)).toBeLessThanOrEqual(MOST_BYTES + 1500);
          expect(unfit(card, 'chat')).toBeUndefined();
        }
        const said = cards.map((card) => wordsOf(card).split('\n').slice(1).join('')).join('');
        for (const one of blocks.flatMap(wordsIn)) expect(letters(said)).toContain(letters(one));
      }),
      { numRuns: 60 },
    );
  });

  it('breaks a line that is too long for a card between its words', () => {
    const cards = cardsOf([{ type: 'text', text: 'word '.repeat(9000).trim() }]);
    const words = cards.flatMap((card) => wordsOf(card).split('\n').slice(1)).join(' ');
    expect(words.split(' ').filter(Boolean)).toHaveLength(9000);
  });
});

const wordsIn = (one: Block): readonly string[] => {
  if (one.type === 'text') return [one.text];
  return one.type === 'list' ? one.items : one.rows.map(([, value]) => value);
};
