import { describe, expect, it } from 'vitest';
import { ownTexts, scrubbing } from '../../src/domain/keeping/scrub.ts';
import type { Ref } from '../../src/domain/reference.ts';

const GONE = ['SI-2026-1' as Ref];
const scrub = scrubbing(GONE, ['LL/4471']);
const message = (title: string, ...about: readonly string[]) => ({
  title,
  blocks: [],
  buttons: [],
  about,
});
const EMPTY = message('This was about a record that has been purged since');

describe('what a surface keeps, after a purge', () => {
  it.each([
    [
      'a message about it',
      { is: 'posted', post: { ts: '1', message: message('Due', 'SI-2026-1', 'AC-2026-1') } },
      { is: 'posted', post: { ts: '1', message: { ...EMPTY, about: ['SI-2026-1'] } } },
    ],
    [
      'a message that says what was said of it alone',
      { message: message('Case LL/4471') },
      { message: EMPTY },
    ],
    [
      'the keys of its notices',
      { is: 'sent', id: 'a', keys: ['SI-2026-1/x/2026-04-08', 'AC-2026-1/y/2026-04-08'] },
      { is: 'sent', id: 'a', keys: ['AC-2026-1/y/2026-04-08'] },
    ],
    ['a link to answer it by', { is: 'link', question: { record: 'SI-2026-1' } }, undefined],
    [
      'a message about another',
      { message: message('Due', 'SI-2026-10') },
      { message: message('Due', 'SI-2026-10') },
    ],
    [
      'what somebody is called',
      { is: 'called', user: 'LL/4471' },
      { is: 'called', user: 'LL/4471' },
    ],
  ])('leaves of %s what is not of it', (_what, item, left) => {
    expect(scrub([item])).toEqual([left]);
  });

  it('empties what was typed, though it names nothing, where the answer does', () => {
    const asked = (who: string) => ({
      who,
      kind: 'asked',
      message: message('/incident log harm=died'),
    });
    const reply = { who: 'a', kind: 'reply', message: message('SI-2026-1 is logged', 'SI-2026-1') };
    expect(scrub([asked('a'), reply, asked('b'), asked('a')])).toEqual([
      { ...asked('a'), message: EMPTY },
      { ...reply, message: { ...EMPTY, about: ['SI-2026-1'] } },
      asked('b'),
      asked('a'),
    ]);
  });

  it('knows a record by the words of its own, not by a day, a choice or what others say too', () => {
    const own = ownTexts(
      [{ ref: 'LL/4471', on: '2026-04-08', harm: 'seriously-harmed', what: 'Call the school' }],
      [{ what: 'Call the school' }],
    );
    expect(own).toEqual(['LL/4471']);
  });
});
