import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findIdentifier, type Gate, looksLikeName } from '../../src/domain/privacy.ts';

const gate: Gate = { ownDomains: ['merton.gov.uk'], patterns: ['LCS-\\d+'], known: ['Merton'] };
const find = (text: string) => findIdentifier(text, gate, { onCase: false });

const WORDS = [
  'The agency has answered, and the panel agreed to the plan.',
  'Late since Tuesday (see IR-2026-12); the chair was told.',
  'Nil return: nothing is held. Please close it, thank you!',
  'evidence is in the folder; ask the administrator',
].map((line) => line.split(' '));
const BEFORE = ['', '(', '[', '"', '<', ':', '=', '_', '…', '\t', '\n', '\u200b', '“', 'no. '];
const AFTER = ['', ')', ']', '"', '>', ':', ';', '_', '.', ',', '!', '?', '\n', '\u200b', '”'];
const GAPS = ['', ' ', '-', '.', '\u00a0', '\u2009', '\u2011', '\u2013', ' - ', '\u200b', '\u00ad'];
const INVISIBLE = ['\u200b', '\u200d', '\ufeff', '\u00ad', '\u2060', '\u0301', '\ufe0f'];

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
const oneOf = (of: string) => fc.constantFrom(...of);
const joined = (...parts: readonly fc.Arbitrary<unknown>[]) =>
  fc.tuple(...parts).map((all) => all.flat().join(''));
const grouped = (parts: readonly fc.Arbitrary<unknown>[]) =>
  fc.tuple(fc.constantFrom(...GAPS), ...parts).map(([gap, ...all]) => all.join(String(gap)));
const anyCase = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.boolean()).map(([one, small]) => (small ? one.toLowerCase() : one));

const weighed = (nine: readonly number[]) =>
  11 - (nine.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11);
const nhs = digits(9)
  .filter((nine) => weighed(nine) !== 10)
  .map((nine) => `${nine.join('')}${weighed(nine) % 11}`);
const spacedNhs = fc
  .tuple(nhs, fc.constantFrom(...GAPS))
  .map(([ten, gap]) => [ten.slice(0, 3), ten.slice(3, 6), ten.slice(6)].join(gap));

const CHECK = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const upnOf = (rest: string) => {
  const sum = [...rest].reduce((so, sign, at) => {
    const value = /\d/.test(sign) ? Number(sign) : CHECK.indexOf(sign);
    return so + value * (at + 2);
  }, 0);
  return `${CHECK[sum % 23]}${rest}`;
};
const upn = anyCase(
  fc.oneof(joined(digits(12)), joined(digits(11), oneOf(CHECK))).map((rest) => upnOf(rest)),
);

const NOT_A_PREFIX = /^(?:GB|BG|NK|KN|TN|NT|ZZ)/;
const niPrefix = joined(oneOf('ABCEGHJKLMNOPRSTWXYZ'), oneOf('ABCEGHJKLMNPRSTWXYZ')).filter(
  (two) => !NOT_A_PREFIX.test(two),
);
const pair = joined(digits(2));
const ni = fc.oneof(
  grouped([niPrefix, pair, pair, pair, oneOf('ABCD')]),
  anyCase(joined(niPrefix, digits(6), oneOf('ABCD'))),
);

const INWARD = 'ABDEFGHJLNPQRSTUWXYZ';
const outward = fc.oneof(
  joined(oneOf('BEGLMNSW'), oneOf('123456789')),
  joined(oneOf('BEGLMNSW'), oneOf('123456789'), digits(1)),
  joined(fc.constantFrom('CR', 'SM', 'SW', 'KT', 'TW', 'BS'), oneOf('123456789'), digits(1)),
  joined(fc.constantFrom('CR', 'SM', 'YO', 'ZE', 'AB'), digits(1)),
  joined(fc.constantFrom('E', 'W', 'N'), oneOf('123456789'), oneOf('ABCDEFGHJKSTUW')),
  joined(fc.constantFrom('EC', 'SW', 'WC'), oneOf('1234'), oneOf('ABEHMNPRVWXY')),
);
const postcode = anyCase(
  grouped([outward, joined(digits(1), oneOf(INWARD), oneOf(INWARD))]),
).filter((code) => !/(?:1st|2nd|3rd|\dth)$/.test(code)); // "s47 2nd" is read as an ordinal

const within = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom(...WORDS),
      fc.nat({ max: 12 }),
      fc.constantFrom(...BEFORE),
      value,
      fc.constantFrom(...AFTER),
    )
    .map(([line, place, before, found, after]) =>
      [...line.slice(0, place), `${before}${found}${after}`, ...line.slice(place)].join(' '),
    );

it.each([
  ['an NHS number', spacedNhs],
  ['an NHS number', nhs.map((ten) => [...ten].join(' '))],
  ['a unique pupil number', upn],
  ['a National Insurance number', ni],
  ['a postcode', postcode],
])('finds %s wherever it stands', (kind, value) =>
  fc.assert(
    fc.property(within(value), (text) => {
      expect(find(text)).toBe(kind);
    }),
    { numRuns: 2000 },
  ),
);

it('finds an NHS number even in the middle of a word', () =>
  fc.assert(
    fc.property(fc.constantFrom(...WORDS), fc.nat(), spacedNhs, (line, at, number) => {
      const text = line.join(' ').replace('IR-2026-12', 'the request');
      const place = at % (text.length + 1);
      expect(find(text.slice(0, place) + number + text.slice(place))).toBe('an NHS number');
    }),
  ));

it('sees through characters that nobody can see', () =>
  fc.assert(
    fc.property(
      fc.constantFrom('943 476 5919', 'B801200005001', 'AB123456C', 'SM4 5DX', 'jo@example.com'),
      fc.nat({ max: 7 }),
      fc.constantFrom(...INVISIBLE),
      (text, at, hidden) => {
        expect(find(text.slice(0, at) + hidden + text.slice(at))).toBe(find(text));
      },
    ),
  ));

it('finds nothing in harmless words, in any order', () =>
  fc.assert(
    fc.property(fc.shuffledSubarray(WORDS.flat()), (words) => {
      expect(findIdentifier(words.join(' '), gate, { onCase: true })).toBeUndefined();
    }),
  ));

it('never throws, whatever it is given', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
        fc.array(oneOf('0123456789 -./(@aABd')).map((signs) => signs.join('')),
      ),
      fc.boolean(),
      (text, onCase) => {
        findIdentifier(text, gate, { onCase });
        looksLikeName(text, gate);
      },
    ),
    { numRuns: 2000 },
  ));

it.each([
  ...'0 1 A a @ ( - . \u200b \u0301 ﷺ ٣'.split(' '),
  ' ',
  '0 ',
  '0-',
  '1/',
  '01',
  '+4 ',
  '0(',
  'a@',
  'a@a.',
  '@a.',
  '[at',
  'A1 ',
  'A1',
  'S1A',
  'Aa ',
  'A. ',
  "A'",
  'A-',
  '1 Aa ',
  '14 Aa Aa Aa Aa ',
  '1 aa bb ',
  'd o ',
  'dob ',
  'born 1 ',
  '1 January ',
  '2026-',
  '2026-0',
  'Child ',
])('reads 100 kB of "%s" to the end', (piece) => {
  const text = piece.repeat(100_000 / piece.length);
  findIdentifier(text, gate, { onCase: true });
  looksLikeName(text, gate);
});
