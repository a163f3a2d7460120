import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { asking, duties } from '../support/ledger.ts';
import { NEXT } from '../support/next.ts';

const ADD =
  '2026-06-01 09:00 @manager /action add what="Publish the findings" owner=police-lead due=2026-06-30 source="Section 11 audit" group=qapr';
const OTHER = ADD.replace('police-lead', 'housing-lead')
  .replace('06-30', '07-10')
  .replace('qapr', 'ppyp');
const extend = (to: string, who = 'police-lead'): string =>
  `2026-06-02 09:00 @${who} /action extend AC-2026-1 to=${to} reason="more time"`;
const TWICE = [ADD, extend('2026-07-01'), extend('2026-07-02')];
const THRICE = [...TWICE, extend('2026-07-03')];
const DONE = '2026-06-03 09:00 @police-lead /action done AC-2026-1';

const answer = (before: readonly string[], typed: string, who = 'manager') => {
  const asked = asking([...before, `2026-06-15 10:00 @${who} ${typed}`].join('\n'));
  return { ...asked, is: asked.decision.is, text: asText(asked.decision.message) };
};

const REFUSED: readonly (readonly [string, readonly string[], string, string, string])[] = [
  [
    'without who and by when',
    [],
    'manager',
    '/action add what="A course"',
    'still needs owner=POST',
  ],
  [
    'for yesterday',
    [],
    'manager',
    '/action add what=x owner=police-lead due=2026-06-01 source=y',
    'is past',
  ],
  [
    'from a review that is not there',
    [],
    'manager',
    '/action add what=x owner=police-lead due=2026-07-01 source=RR-2026-9',
    'no RR-2026-9',
  ],
  [
    'with a phone number in it',
    [],
    'manager',
    '/action add what="ring 07700 900123" owner=police-lead due=2026-07-01 source=y',
    'nothing was saved',
  ],
  [
    'with a date in a note',
    [ADD],
    'police-lead',
    '/action update AC-2026-1 note="seen on 3 May 2026"',
    'There is a date',
  ],
  [
    'on what is not theirs',
    [ADD],
    'probation-lead',
    '/action update AC-2026-1 note=x',
    'no AC-2026-1',
  ],
  [
    'a note on what they only see',
    [ADD],
    'health-lead',
    '/action update AC-2026-1 note=x',
    'not yours',
  ],
  ['done twice', [ADD, DONE], 'manager', '/action done AC-2026-1', '/action reopen'],
  [
    'done on a day to come',
    [ADD],
    'manager',
    '/action done AC-2026-1 on=2026-06-16',
    'still to come',
  ],
  [
    'put off to an earlier day',
    [ADD],
    'manager',
    '/action extend AC-2026-1 to=2026-06-20 reason=x',
    'puts nothing off',
  ],
  [
    'a list with one that is wrong',
    [ADD, OTHER, DONE],
    'manager',
    '/action extend AC-2026-1,AC-2026-2 to=2026-08-01 reason=x',
    'Nothing was saved',
  ],
  [
    'handed to whoever has it',
    [ADD],
    'manager',
    '/action reassign AC-2026-1 to=police-lead',
    'already',
  ],
  [
    'handed on by another body’s chair',
    [ADD],
    'ppyp-chair',
    '/action reassign AC-2026-1 to=health-lead',
    'no AC-2026-1',
  ],
  [
    'opened again while it is open',
    [ADD],
    'manager',
    '/action reopen AC-2026-1 reason=x',
    'open already',
  ],
  [
    'agreed to without being asked',
    [ADD],
    'qapr-chair',
    '/action agree AC-2026-1',
    'Nobody has asked',
  ],
  [
    'agreed to by the business unit',
    THRICE,
    'manager',
    '/action agree AC-2026-1',
    'the chair of Quality Assurance',
  ],
  ['a digest of another body', [ADD], 'ppyp-chair', '/action digest qapr', 'do not chair'],
  ['a digest of no body', [ADD], 'manager', '/action digest', 'Say which body'],
];

describe('an action is declined', () => {
  it.each(REFUSED)('%s', (_, before, who, typed, said) => {
    const { is, text } = answer(before, typed, who);
    expect(is).toBe('refused');
    expect(text).toContain(said);
    expect(text).toMatch(NEXT);
  });
});

describe('an extension', () => {
  it('is the owner’s to take twice; the third waits for the chair of its body', () => {
    expect(duties(asking(TWICE.join('\n')), 'AC-2026-1')).toEqual([
      ['action', '2026-07-02', 'open'],
    ]);
    expect(duties(asking(THRICE.join('\n')), 'AC-2026-1')).toEqual([
      ['agree-extension', '2026-06-09', 'open'],
      ['action', '2026-07-02', 'open'],
    ]);
  });

  it.each([
    ['agree', '2026-07-03'],
    ['decline', '2026-07-02'],
  ])('%s: it is due %s', (word, due) => {
    const asked = answer(THRICE, `/action agree AC-2026-1 answer=${word}`, 'qapr-chair');
    expect(duties(asked, 'AC-2026-1')).toEqual([['action', due, 'open']]);
  });

  it('by the chair of its body needs nobody else', () => {
    const asked = answer(TWICE, '/action extend AC-2026-1 to=2026-07-09 reason=x', 'qapr-chair');
    expect(duties(asked, 'AC-2026-1')).toEqual([['action', '2026-07-09', 'open']]);
  });
});

describe('a list of actions', () => {
  it.each([
    '/action done AC-2026-1,AC-2026-2 evidence="Minute 4"',
    '/action done AC-2026-1, AC-2026-2 evidence="Minute 4"',
    '/action done AC-2026-2 AC-2026-1 evidence="Minute 4"',
  ])('is closed at once: %s', (typed) => {
    const asked = answer([ADD, OTHER], typed);
    expect(asked.text).toContain('2 actions are done');
    for (const ref of ['AC-2026-1', 'AC-2026-2'])
      expect(duties(asked, ref).map(([, , state]) => state)).toEqual(['done']);
  });

  it.each([
    ['', ['AC-2026-1', 'AC-2026-2']],
    ['body=qapr', ['AC-2026-1']],
    ['owner=housing-lead', ['AC-2026-2']],
    ['agency=police', ['AC-2026-1']],
    ['source=section-11', ['AC-2026-1', 'AC-2026-2']],
    ['source=scrutiny', []],
    ['due-this-month', ['AC-2026-1']],
    ['late', []],
    ['all body=ppyp', ['AC-2026-2']],
  ])('/action list %s', (filters, refs) => {
    expect(answer([ADD, OTHER], `/action list ${filters}`).decision.message.about).toEqual(refs);
  });

  it('comes in pages, and its button keeps the filters', () => {
    const many = Array.from({ length: 45 }, () => ADD);
    const { decision, text } = answer(many, '/action list open body=qapr page=2');
    expect(text).toContain('45 actions open, page 2 of 3');
    expect(decision.message.buttons[0]?.fields).toEqual({ state: 'open', body: 'qapr', page: '3' });
    expect(decision.message.table?.rows).toHaveLength(45);
  });
});

describe('who may see an action', () => {
  const sees = (line: string, who: string): boolean =>
    answer([line], '/action show AC-2026-1', who).is === 'accepted';

  it.each([
    ['manager', true],
    ['police-lead', true],
    ['health-lead', true],
    ['chair', true],
    ['qapr-chair', true],
    ['ppyp-chair', false],
    ['notifier', false],
    ['probation-lead', false],
    ['scrutineer', false],
  ])('of no case: %s %s', (who, may) => expect(sees(ADD, who)).toBe(may));
});

describe('evidence', () => {
  it('that is missing may come later', () => {
    const later = answer([ADD, DONE], '/action done AC-2026-1 evidence="Minute 4"', 'police-lead');
    expect(later.text).toContain('evidence: Minute 4');
    expect(answer([ADD, DONE], '/action list evidence-missing').decision.message.about).toEqual([
      'AC-2026-1',
    ]);
  });
});
