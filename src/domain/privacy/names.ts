import { BODIES, OPENERS } from './vocabulary.ts';

const CAPITAL = "\\p{Lu}[\\p{L}'-]{1,40}";
const START = "(?<![\\p{L}\\d'-])";
const END = "(?![\\p{L}\\d'])";
/** The second word is only looked at, so that it may be the first of the next pair. */
const PAIR = new RegExp(`${START}(${CAPITAL}) (?=(${CAPITAL})${END})`, 'gu');
const TITLED = new RegExp(
  `${START}(?:Mrs?|Ms|Miss|Mx|Dr|Prof|PC|DC|DS|DI|DCI|Sgt|Cllr|Sir|Dame)\\.? (${CAPITAL})${END}`,
  'gu',
);
/** "J. Smith" and "Sarah J Smith"; after one of these words the letter is a code. */
const CODED =
  '(?:Child|Baby|Adult|Sibling|Family|Group|Team|Part|Plan|Option|Section|Schedule|Appendix|Annex|Band)';
const INITIALLED = new RegExp(
  `${START}(?<!${CODED} )(?:\\p{Lu}\\. ?(?:\\p{Lu}\\.? ?)?|(?![AI] )\\p{Lu} (?:\\p{Lu} )?)(${CAPITAL})${END}`,
  'gu',
);
const DATED =
  /\d{1,2}(?:st|nd|rd|th)? (?:Jan|April|May|June)(?!\p{L})|(?<!\p{L})(?:Jan|April|May|June) (?=\d)/gu;

export const hasNamePair = (text: string, known: readonly string[]): boolean => {
  const read = text.replace(DATED, '~');
  const ours = new Set(known.flatMap((name) => name.split(/[^\p{L}'-]+/u).map(base)));
  return (
    [...read.matchAll(PAIR)].some(([, first = '', second = '']) => isName(first, second, ours)) ||
    [TITLED, INITIALLED].some((shape) =>
      [...read.matchAll(shape)].some(([, surname = '']) => !isOrdinary(surname, ours)),
    )
  );
};

const isName = (first: string, second: string, ours: ReadonlySet<string>): boolean => {
  if (BODIES.has(base(first)) || BODIES.has(base(second)) || OPENERS.has(base(first))) return false;
  if (isAbbreviation(first) || isAbbreviation(second)) return false;
  return !(ours.has(base(first)) && (ours.has(base(second)) || OPENERS.has(base(second))));
};

const isOrdinary = (word: string, ours: ReadonlySet<string>): boolean =>
  BODIES.has(base(word)) || OPENERS.has(base(word)) || ours.has(base(word)) || isAbbreviation(word);

/** "AA" of "Child AA", and "ICB", "MSCP": codes, and capitals that nobody could speak. */
const isAbbreviation = (word: string): boolean =>
  /^(?:\p{Lu}{1,3}|[B-DF-HJ-NP-TV-Z]{1,6})s?$/u.test(word);

const base = (word: string): string => word.toLowerCase().replace(/'s?$/, '');
