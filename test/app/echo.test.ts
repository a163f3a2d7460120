import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { answerTo } from '../support/answer.ts';
import { everyField, example } from '../support/given.ts';

const filled = (command: string, fields: Readonly<Record<string, string>>) =>
  answerTo({ command, fields });

/** Long enough to be nobody else's word. */
const token = fc
  .tuple(fc.stringMatching(/^[b-df-hj-np-tv-z]{9,14}$/), fc.constantFrom(0, 1, 2))
  .map(([word, how]) =>
    how === 0
      ? word
      : how === 1
        ? word.toUpperCase()
        : `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
  );
const repeats = (text: string, tokens: readonly string[]): boolean =>
  tokens.some((one) => text.toLowerCase().includes(one.toLowerCase()));

it('never repeats what was typed into a field, unless it was accepted as a text', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...everyField),
      token,
      fc.constantFrom('', '943 476 5919 ', 'SI-2026-', '1/4/', 'in 5 ', 'x'.repeat(600)),
      fc.boolean(),
      ({ command, field, kind }, word, before, sure) => {
        const fields = {
          ...example(command),
          [field]: before + word,
          ...(sure ? { sure: 'yes' } : {}),
        };
        const { is, text } = filled(command.name, fields);
        if (kind === 'text' && is === 'accepted') return;
        expect(repeats(text, [word])).toBe(false);
      },
    ),
    { numRuns: 1000 },
  ));

const NAMES = [...new Set(everyField.map(({ field }) => field)), 'sure'];
const VALID = ['SI-2026-1', 'harm=died', 'abuse=known', 'on=today', 'aware=2026-03-27', 'page=2'];
const opening = fc.constantFrom(
  ...catalogue.map(({ name }) => `/${name}`),
  '/incident',
  '/holiday',
  '/',
  '',
);

it('never repeats what was typed on a line that it declines', () =>
  fc.assert(
    fc.property(
      opening,
      fc.uniqueArray(token, { minLength: 1, maxLength: 6, selector: (word) => word.toLowerCase() }),
      fc.array(fc.nat({ max: 5 }), { minLength: 6, maxLength: 6 }),
      fc.array(fc.constantFrom(...NAMES), { minLength: 6, maxLength: 6 }),
      fc.subarray(VALID),
      (start, words, shapes, names, valid) => {
        const said = words.map(
          (word, at) =>
            [
              word,
              `"${word} ${word}"`,
              `${names[at]}=${word}`,
              `${names[at]}="943 476 5919 ${word}"`,
              `${word}=yes`,
              `/${word}`,
            ][shapes[at] ?? 0],
        );
        const { is, text } = answerTo({ typed: [start, ...valid, ...said].join(' ') });
        if (is === 'refused') expect(repeats(text, words)).toBe(false);
      },
    ),
    { numRuns: 1000 },
  ));
