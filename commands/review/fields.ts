import { dayField, freeText, referenceField } from '../../src/app/field.ts';
import type { Role } from '../../src/domain/roles.ts';

/** Either review of a case may be named; the other is found by it. */
export const review = referenceField('Which review', ['RR', 'PR']);

export const on = dayField('On which day?', { fallback: 'today' });

export const pointer = (title: string) =>
  freeText(title, { onCase: true, pointer: true, most: 60 });

/** Who keeps a review: the business unit runs it (deadlines.md D10). */
export const RUNNERS = ['business-unit'] as const satisfies readonly Role[];

/** Who decides on one (S0, Appendix 7; governance.md G75). */
export const DECIDERS = [
  'business-unit',
  'statutory-partner',
  'chair',
] as const satisfies readonly Role[];
