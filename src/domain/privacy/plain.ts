/**
 * The text as a reader would take it: what looks like a digit, a space or a hyphen is one,
 * and accents are off (so that a hidden one parts no postcode).
 * Pasted text brings zero-width characters, full-width figures and non-breaking spaces with it.
 */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{M}]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u2018\u2019\u201b\u02bc`]/gu, "'")
    .replace(/\p{Nd}/gu, figure)
    .replace(/[\s\p{Cc}\p{Z}]+/gu, ' ');

const figure = (digit: string): string => (digit <= '9' ? digit : String(unitOf(digit)));

/** Unicode keeps the ten digits of a script together and in order. */
const unitOf = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
};
