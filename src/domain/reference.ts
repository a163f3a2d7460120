import { z } from 'zod';
import { type Day, yearOf } from './day.ts';

/** What a reference's letters stand for (commands.md, References). */
const SERIES = {
  SI: 'serious incident',
  RR: 'rapid review',
  PR: 'practice review',
  AC: 'action',
  IR: 'information request',
  MT: 'meeting',
  DC: 'decision',
  RK: 'risk',
  DS: 'dispute',
  CH: 'challenge',
  DG: 'digest',
  WD: 'weekly digest',
  CY: 'entry of the annual cycle',
  CA: 'change to the annual cycle',
  AR: 'annual report',
  TM: 'term of a post',
} as const satisfies Record<string, string>;
export type Series = keyof typeof SERIES;

const SHAPE = new RegExp(`^(${Object.keys(SERIES).join('|')})-\\d{4}-[1-9]\\d*$`);
export const Ref = z.string().regex(SHAPE, 'write a reference like SI-2026-1').brand<'Ref'>();
export type Ref = z.infer<typeof Ref>;

export const isReference = (text: string): text is Ref => SHAPE.test(text);

/** The counter that a new reference draws from; numbers restart each year. */
export const counterOf = (series: Series, on: Day): string => `${series}-${yearOf(on)}`;
export const reference = (counter: string, number: number): Ref => `${counter}-${number}` as Ref;

/** The counter that a reference was drawn from, and its number there. */
export const seriesNumber = (ref: Ref): [string, number] => {
  const cut = ref.lastIndexOf('-');
  return [ref.slice(0, cut), Number(ref.slice(cut + 1))];
};

/** "Child A" for 1, "Child Z" for 26, "Child AA" for 27. */
export const childCode = (number: number): string => `Child ${letters(number)}`;

const letters = (number: number): string => {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26));
};

/** How many codes come before this one: "A" is 0, "L" is 11, "AA" is 26. */
export const codesBefore = (first: string): number =>
  [...first].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** SI-2026-2 before SI-2026-10. */
export const compareReferences = (a: Ref, b: Ref): number =>
  a.localeCompare(b, 'en', { numeric: true });
