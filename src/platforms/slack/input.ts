import type { FormField } from '../../app/describe.ts';
import { plainText, shortLabel } from './render.ts';

/** One field of a form as Slack asks for it. */
export const inputOf = (field: FormField, value: string | undefined): object => ({
  type: 'input',
  block_id: field.name,
  label: plainText(field.title),
  ...(field.hint ? { hint: plainText(field.hint) } : {}),
  optional: !field.required,
  element: { action_id: 'field', ...elementOf(field, value ?? '') },
});

const SEVERAL: readonly FormField['kind'][] = ['agencies', 'choices', 'references'];
const MOST_OPTIONS = 100;
const MOST_LETTERS = 3000;

const elementOf = (field: FormField, value: string): object => {
  const { kind, choices = [] } = field;
  // References that are too many to list are typed.
  const isReference = kind === 'reference' || kind === 'references';
  if (choices.length > 0 && (!isReference || choices.length <= MOST_OPTIONS))
    return menuOf(field, value);
  if (kind === 'day')
    return { type: 'datepicker', ...(isDay(value) ? { initial_date: value } : {}) };
  return kind === 'number' ? numberOf(field, value) : textOf(field, value);
};

const textOf = ({ kind, most = MOST_LETTERS }: FormField, value: string): object => ({
  type: 'plain_text_input',
  ...(kind === 'text' && most > 100 ? { multiline: true } : {}),
  max_length: Math.min(most, MOST_LETTERS),
  // What does not fit is not cut: it is left out, and asked for again.
  ...(value !== '' && value.length <= most && value.isWellFormed() ? { initial_value: value } : {}),
});

const numberOf = ({ least, most }: FormField, value: string): object => ({
  type: 'number_input',
  is_decimal_allowed: false,
  ...(least === undefined ? {} : { min_value: String(least) }),
  ...(most === undefined ? {} : { max_value: String(most) }),
  ...(isWithin(value, least, most) ? { initial_value: value } : {}),
});

const isWithin = (value: string, least = 0, most = Number.POSITIVE_INFINITY): boolean =>
  /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;

const menuOf = ({ kind, choices = [] }: FormField, value: string): object => {
  const options = choices.map(({ value, label }) => ({
    text: plainText(shortLabel(label)),
    value,
  }));
  const chosen = options.filter((option) => value.split(',').includes(option.value));
  const [first] = chosen;
  const several = SEVERAL.includes(kind);
  return {
    type: several ? 'multi_static_select' : 'static_select',
    placeholder: plainText('Choose'),
    ...offered(options),
    ...(several && first ? { initial_options: chosen } : {}),
    ...(!several && first ? { initial_option: first } : {}),
  };
};

/** More than a hundred stand in groups of a hundred. */
const offered = (options: readonly object[]): object => {
  if (options.length <= MOST_OPTIONS) return { options };
  const groups = Math.ceil(options.length / MOST_OPTIONS);
  return {
    option_groups: Array.from({ length: groups }, (_, at) => ({
      label: plainText(`Part ${at + 1} of ${groups}`),
      options: options.slice(at * MOST_OPTIONS, (at + 1) * MOST_OPTIONS),
    })),
  };
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
