import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { readTyped } from '../../src/app/typed.ts';

const read = (typed: string) => {
  const asked = readTyped(typed, catalogue);
  return asked.is === 'asked' ? { command: asked.command.name, ...asked.raw } : asked;
};
const fieldsOf = (typed: string) => {
  const asked = read(typed);
  return 'fields' in asked ? asked.fields : asked;
};

describe('a command', () => {
  it.each([
    ['/due', 'due'],
    ['due', 'due'],
    ['  /due  ', 'due'],
    ['/DUE', 'due'],
    ['/due all', 'due all'],
    ['/Due ALL', 'due all'],
    ['/due   week', 'due week'],
    ['/incident told-partners SI-2026-1', 'incident told-partners'],
    ['/incident\tshow\nSI-2026-1', 'incident show'],
    ['/help incident log', 'help'],
    ['/due allotment', 'due'],
  ])('%s is the longest name that fits: %s', (typed, command) => {
    expect(read(typed)).toMatchObject({ command });
  });

  it.each([
    ['/incident', { is: 'unknown', family: 'incident' }],
    ['/incident frobnicate', { is: 'unknown', family: 'incident' }],
    ['/INCIDENT harm=died', { is: 'unknown', family: 'incident' }],
    ['/incident log=1', { is: 'unknown', family: 'incident' }],
    ['/nonsense', { is: 'unknown' }],
    ['/incidentlog', { is: 'unknown' }],
    ['//due', { is: 'unknown' }],
    ['/', { is: 'unknown' }],
    ['', { is: 'unknown' }],
    ['=', { is: 'unknown' }],
    ['"incident log"', { is: 'unknown' }],
  ])('“%s” is none', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });
});

describe('fields', () => {
  it.each([
    ['harm=died abuse=known', { harm: 'died', abuse: 'known' }],
    ['abuse=known harm=died', { harm: 'died', abuse: 'known' }],
    ['HARM=Died', { harm: 'Died' }],
    ['aware="1 April"', { aware: '1 April' }],
    ['aware=“1 April”', { aware: '1 April' }],
    ['aware=„1 April“', { aware: '1 April' }],
    ['aware=”1 April”', { aware: '1 April' }],
    ['to=police,health,all', { to: 'police,health,all' }],
    ['to="police, health"', { to: 'police, health' }],
    ['reason=""', { reason: '' }],
    ['reason="" harm=died', { reason: '', harm: 'died' }],
    ['url=https://example.org/?a=b', { url: 'https://example.org/?a=b' }],
    ['reason="so a=b"', { reason: 'so a=b' }],
    ['what="it’s said"', { what: 'it’s said' }],
    ['looked-after=yes', { 'looked-after': 'yes' }],
    ['harm=died,', { harm: 'died,' }],
  ])('%s', (typed, fields) => {
    expect(fieldsOf(`/incident log ${typed}`)).toEqual(fields);
  });

  it.each([
    ['/incident notified SI-2026-1 on="1 April"', ['SI-2026-1'], { on: '1 April' }],
    ['/incident notified on="1 April" SI-2026-1', ['SI-2026-1'], { on: '1 April' }],
    ['/incident notified on=today si-2026-1', ['si-2026-1'], { on: 'today' }],
    ['/why SI-2026-1 notify-panel', ['SI-2026-1', 'notify-panel'], {}],
    ['/why "SI-2026-1/notify-panel/+2 WD"', ['SI-2026-1/notify-panel/+2 WD'], {}],
  ])('a record goes bare, wherever it stands: %s', (typed, bare, fields) => {
    expect(read(typed)).toMatchObject({ bare, fields });
  });

  it.each(['harm=died harm=died', 'harm=died HARM=died', 'harm="" abuse=known harm=died'])(
    'one that is given twice is neither: %s',
    (typed) => {
      expect(read(`/incident log ${typed}`)).toEqual({ is: 'twice', field: 'harm' });
    },
  );
});

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const value = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/["“”„]/.test(text));

it('reads back whatever was written in quotes, in any order', () =>
  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), fc.nat(), (fields, seed) => {
      const written = Object.entries(fields)
        .map(([key, text]) => `${key}="${text}"`)
        .toSorted((a, b) => ((a.length * seed) % 7) - ((b.length * seed) % 7));
      expect(fieldsOf(`/incident log ${written.join(' ')}`)).toEqual(fields);
    }),
    { numRuns: 500 },
  ));

it('never throws, whatever is typed', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        fc
          .array(fc.constantFrom('/', ' ', '=', '"', '“', '”', 'a', 'due', 'incident', '-', '\n'))
          .map((signs) => signs.join('')),
        fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
      ),
      fc.constantFrom('', '/incident log ', '/due '),
      (text, before) => {
        expect(readTyped(before + text, catalogue)).toHaveProperty('is');
      },
    ),
    { numRuns: 2000 },
  ));

const MANY = Array.from({ length: 6_000 }, (_, at) => `a${at}=1 `).join('');

it.each([
  ...[...'a="“-/é', 'a=', 'a="', '👩‍👧 ', ' ', '\n', 'a=1 ', 'a="b" '].map((piece) => [
    piece,
    piece,
  ]),
  ['many fields', MANY],
])('reads 100 kB of “%s” to the end', (_, piece = '') => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  expect(['asked', 'twice']).toContain(readTyped(`/incident log ${text}`, catalogue).is);
  expect(readTyped(text, catalogue).is).toBe('unknown');
});

it.each(catalogue.map(({ name }) => name))('/%s is understood when it is typed', (name) => {
  expect(read(`/${name}`)).toHaveProperty('command', name);
});
