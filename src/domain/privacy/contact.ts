import { withoutDates } from './dates.ts';

const GAP = '[ .()-]{0,3}';
const PHONE = [
  new RegExp(`\\+${GAP}\\d(?:${GAP}\\d){7,14}(?!\\d)`),
  new RegExp(`(?<!\\d)(?:00${GAP})?44(?:${GAP}\\d){10,11}(?!\\d)`),
  new RegExp(`(?<!\\d)(?<!\\d[.,:])0(?:${GAP}\\d){10}(?!\\d)`),
];
const SHORT_PHONE = new RegExp(`(?<!\\d)(?<!\\d[.,:])0(?:${GAP}\\d){9}(?!\\d)`);

export const hasPhoneNumber = (text: string): boolean => {
  const bare = withoutDates(text);
  return PHONE.some((shape) => shape.test(bare));
};

/** A few British numbers have ten digits, as NHS numbers do; they are looked for after those. */
export const hasShortPhoneNumber = (text: string): boolean => SHORT_PHONE.test(withoutDates(text));

const ADDRESS = /[^\s@] ?@ ?((?:[\p{L}\p{N}_-]+\.)+(?:xn--[a-z\d-]+|\p{L}{2,}))/giu;

/** An address within the partnership's own domains is a colleague's, and may stand. */
export const hasEmail = (text: string, ownDomains: readonly string[]): boolean => {
  const own = ownDomains.map((domain) => domain.toLowerCase().replace(/^@/, ''));
  return [...unmasked(text).matchAll(ADDRESS)].some(
    ([, domain = '']) => !own.some((ours) => isWithin(domain.toLowerCase(), ours)),
  );
};

const unmasked = (text: string): string =>
  text.replace(/ ?[([{] ?at ?[)\]}] ?/gi, '@').replace(/ ?[([{] ?dot ?[)\]}] ?/gi, '.');

const isWithin = (domain: string, ours: string): boolean =>
  domain === ours || domain.endsWith(`.${ours}`);
