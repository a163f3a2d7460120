const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:19|20)\\d\\d';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const NTH = '(?:st|nd|rd|th)?';
const DAY_MONTH = `(?<!\\d)${DAY}${NTH}[ ./-]{0,2}(?:of )?${MONTH}`;

/** A section number such as 7.2.12 is no date: with dots a short year wants two figures each. */
const IN_FIGURES = new RegExp(
  `(?<!\\d)(?<!\\d[./-])(?:${[
    `${YEAR}([./-])(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])`,
    `${YEAR}/${DAY}/${DAY}`,
    `${DAY} ?[./-] ?${DAY} ?[./-] ?${YEAR}`,
    `[0-3]\\d [01]\\d ${YEAR}`,
    `${DAY}([/-])${DAY}\\2\\d\\d`,
    `[0-3]\\d\\.[01]\\d\\.\\d\\d`,
  ].join('|')})(?![./-]?\\d)`,
  'g',
);
const IN_WORDS = new RegExp(
  `${DAY_MONTH}[ ,./-]{0,3}(?:${YEAR}(?!\\d)|'?\\d\\d(?![\\p{L}\\d:]))|(?<!\\p{L})${MONTH}[ ./-]{0,2}${DAY}${NTH}[ ,./-]{1,3}${YEAR}(?!\\d)`,
  'iu',
);
const LOOSE = new RegExp(
  `${DAY_MONTH}(?!\\p{L})|(?<!\\p{L})${MONTH} ${DAY}${NTH}(?![\\p{L}\\d])|(?<!\\d)(?:[0-3]\\d[01]\\d(?:${YEAR}|\\d\\d)|${YEAR}[01]\\d[0-3]\\d)(?!\\d)`,
  'iu',
);

/** A day, a month and a year, in any of the ways people write them. */
export const hasDate = (text: string): boolean =>
  text.search(IN_FIGURES) >= 0 || IN_WORDS.test(text);

export const withoutDates = (text: string): string => text.replace(IN_FIGURES, '~');

const BIRTH =
  /(?<!\p{L})(?:d[ ._/-]{0,2}o[ ._/-]{0,2}b|born|birth ?da(?:y|te)s?|birth(?= ?[:=])|b['-]?day|dates? ?of ?birth)(?!\p{L})/giu;
const NEAR = 40;

/** Beside a word for birth a day and a month are enough, and so are eight figures in a row. */
export const hasBirthDate = (text: string): boolean =>
  [...text.matchAll(BIRTH)].some(({ 0: word, index }) => {
    const around = text.slice(Math.max(0, index - NEAR), index + word.length + NEAR);
    return hasDate(around) || LOOSE.test(around);
  });
