import { withoutDates } from './dates.ts';

const GAP = '[ ._/|·•*()-]{0,3}';
const SHAPE = new RegExp(`(?<!\\d)\\d{3}${GAP}\\d{3}${GAP}\\d{4}(?!\\d)`);
/** Parted by anything, as long as it is the same twice: "£131,696 2022" is not. */
const ALIKE = /(?<!\d)\d{3}([^\p{L}\d]{1,3})\d{3}\1\d{4}(?!\d)/u;
const TEN_DIGITS = /(?<!\d[ ._-]{0,2})\d(?:[ ._-]{0,2}\d){9}(?![ ._-]{0,2}\d)/g;
const YEAR = /^(?:19|20)\d\d$/;

/** Any 3-3-4 shape, whatever its check digit; other spacings only where the check digit is right. */
export const hasNhsNumber = (text: string): boolean =>
  SHAPE.test(text) ||
  ALIKE.test(text) ||
  withoutDates(text).match(TEN_DIGITS)?.some(isSpacedOut) === true;

const isSpacedOut = (run: string): boolean =>
  !run.split(/\D+/).some((group) => YEAR.test(group)) && isNhsNumber(run.replace(/\D/g, ''));

/** Weights 10 to 2, modulus 11 (NHS Data Dictionary); ten noughts pass the sum but are nobody's. */
export const isNhsNumber = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((so, digit, at) => so + Number(digit) * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
};

const UPN = [
  /[A-Z]\d{12}(?!\d)/i,
  /[A-Z]\d{11}[A-Z](?![A-Z\d])/i,
  /(?<![A-Z])[A-Z][ ._-]{0,2}\d{3}[ ._-]{0,2}\d{4}[ ._-]{0,2}\d{2}[ ._-]{0,2}\d{2}(?:\d(?!\d)|[A-Z](?![A-Z\d]))/i,
  /(?<![A-Z])[A-Z]\d(?:[ ._-]{0,2}\d){10}(?:[ ._-]{0,2}\d(?!\d)|[A-Z](?![A-Z\d]))/i,
];

/** A letter and 12 digits, or 11 and a letter where it is temporary; a wrong check letter too. */
export const hasPupilNumber = (text: string): boolean => UPN.some((shape) => shape.test(text));

/** QQ is HMRC's dummy: nobody's number, yet refused to be on the safe side (privacy.md E5). */
const PREFIX = '(?!GB|BG|NK|KN|TN|NT|ZZ)(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)';
const END = '(?![A-Za-z\\d])';
const pairs = (gap: string): string => `${gap}\\d\\d${gap}\\d\\d${gap}\\d\\d`;
const NI = [
  new RegExp(`${PREFIX}\\d{6}[A-D]${END}`, 'i'),
  new RegExp(`(?<![A-Z])${PREFIX}${pairs(' ?')} ?[A-D]${END}`, 'i'),
  new RegExp(`(?<![A-Z])${PREFIX}${pairs('[ ._/-]{0,3}')}[ ._/-]{0,3}[A-D]${END}`),
  // Without its last letter: only as it is commonly written, since case numbers look much the same.
  new RegExp(`(?<![A-Z\\d])${PREFIX}\\d{6}${END}`, 'i'),
  new RegExp(`(?<![A-Za-z\\d])${PREFIX}${pairs(' ?')}${END}`),
];

export const hasInsuranceNumber = (text: string): boolean => NI.some((shape) => shape.test(text));
