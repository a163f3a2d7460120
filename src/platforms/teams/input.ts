import type { FormField } from '../../app/describe.ts';

/** One field of a form as an Adaptive Card asks for it. */
export const inputOf = (
  id: string,
  field: FormField,
  value: string | undefined,
  mostChoices: number,
): object => ({
  id,
  label: field.hint ? `${field.title} (${field.hint})` : field.title,
  ...(field.required ? { isRequired: true, errorMessage: 'Fill this in.' } : {}),
  ...elementOf(field, value ?? '', mostChoices),
});

const SEVERAL: readonly FormField['kind'][] = ['agencies', 'choices', 'references'];
const MOST_LETTERS = 3000;

const elementOf = (field: FormField, value: string, mostChoices: number): object => {
  const { kind, choices = [] } = field;
  if (choices.length > 0 && choices.length <= mostChoices) return menuOf(field, value);
  if (kind === 'day') return { type: 'Input.Date', ...(isDay(value) ? { value } : {}) };
  return kind === 'number' ? numberOf(field, value) : textOf(field, value);
};

const textOf = ({ kind, most = MOST_LETTERS }: FormField, value: string): object => ({
  type: 'Input.Text',
  ...(kind === 'text' && most > 100 ? { isMultiline: true } : {}),
  maxLength: Math.min(most, MOST_LETTERS),
  // What does not fit is not cut: it is left out, and asked for again.
  ...(value !== '' && value.length <= most && value.isWellFormed() ? { value } : {}),
});

const numberOf = ({ least, most }: FormField, value: string): object => ({
  type: 'Input.Number',
  ...(least === undefined ? {} : { min: least }),
  ...(most === undefined ? {} : { max: most }),
  ...(/^\d+$/.test(value) ? { value: Number(value) } : {}),
});

const menuOf = ({ kind, choices = [] }: FormField, value: string): object => {
  const chosen = value.split(',').filter((one) => choices.some((choice) => choice.value === one));
  return {
    type: 'Input.ChoiceSet',
    style: 'compact',
    ...(SEVERAL.includes(kind) ? { isMultiSelect: true } : {}),
    choices: choices.map(({ value, label }) => ({ title: label, value })),
    ...(chosen.length > 0 ? { value: chosen.join(',') } : {}),
  };
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
