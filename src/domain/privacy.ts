import { z } from 'zod';
import { hasEmail, hasPhoneNumber, hasShortPhoneNumber } from './privacy/contact.ts';
import { hasBirthDate, hasDate } from './privacy/dates.ts';
import { hasNamePair } from './privacy/names.ts';
import { hasInsuranceNumber, hasNhsNumber, hasPupilNumber } from './privacy/numbers.ts';
import { hasPostcode, hasStreetAddress } from './privacy/place.ts';
import { plain } from './privacy/plain.ts';

/** As a refusal says it: "That looks like an NHS number, so nothing was saved." */
export type IdentifierKind =
  | 'an e-mail address'
  | 'a unique pupil number'
  | 'a National Insurance number'
  | 'a date of birth'
  | 'a phone number'
  | 'an NHS number'
  | 'a postcode'
  | 'a street address'
  | 'a case number'
  | 'a date';

const compiles = (source: string): boolean => {
  try {
    return new RegExp(source, 'i').source !== '';
  } catch {
    return false;
  }
};

/** For an arrangement: a pattern that does not compile is refused when it is read, not when it is used. */
export const CasePattern = z.string().refine(compiles, 'expected a regular expression');

/** What one partnership lets pass, and what it refuses beyond what everybody does. */
export interface Gate {
  /** E-mail addresses within these domains are colleagues'. */
  readonly ownDomains: readonly string[];
  /** Regular expressions for the partnership's own case numbers; empty for the field that holds one. */
  readonly patterns: readonly string[];
  /** The names of its posts, agencies and bodies. */
  readonly known: readonly string[];
}

/** Where the words would stand: on a case every date belongs in a typed field (privacy.md E5). */
export interface Where {
  readonly onCase: boolean;
}

type Find = (text: string, gate: Gate, where: Where) => boolean;

/** The first that finds something names it, so those that are surest stand first. */
const FINDERS: readonly (readonly [IdentifierKind, Find])[] = [
  ['an e-mail address', (text, gate) => hasEmail(text, gate.ownDomains)],
  ['a unique pupil number', hasPupilNumber],
  ['a National Insurance number', hasInsuranceNumber],
  ['a date of birth', hasBirthDate],
  ['a phone number', hasPhoneNumber],
  ['an NHS number', hasNhsNumber],
  ['a phone number', hasShortPhoneNumber],
  ['a postcode', hasPostcode],
  ['a street address', hasStreetAddress],
  ['a case number', (text, gate) => gate.patterns.some((one) => new RegExp(one, 'i').test(text))],
  ['a date', (text, _gate, where) => where.onCase && hasDate(text)],
];

/** The kind of identifier that a text seems to hold; never the value, which must not be echoed. */
export const findIdentifier = (
  text: string,
  gate: Gate,
  where: Where,
): IdentifierKind | undefined => {
  const read = plain(text);
  return FINDERS.find(([, find]) => find(read, gate, where))?.[0];
};

/** Two capitalised words in a row: a warning with a way to go on, since no rule knows every name. */
export const looksLikeName = (text: string, gate: Gate): boolean =>
  hasNamePair(plain(text), gate.known);
