import { freeText, referenceField, referencesField } from '../../src/app/field.ts';
import type { Role } from '../../src/domain/roles.ts';

export const action = referenceField('Which action', 'AC');
/** One after the other, or all of a list at once. */
export const actions = referencesField('Which actions', 'AC');

export const reason = freeText('Why?', { onCase: true, most: 300 });
export const evidence = freeText('Evidence of impact, by reference', {
  onCase: true,
  pointer: true,
  most: 200,
});

/** Who gives actions: the business unit, and the chairs of the bodies that follow them. */
export const GIVERS = ['business-unit', 'group-chair'] as const satisfies readonly Role[];
