import {
  bad,
  byType,
  type Fields,
  flag,
  letters,
  list,
  picked,
  type Rule,
  shape,
  whole,
} from './limits.ts';
import { anyText, choosable, confirm, option, optionGroup, plain, style } from './limits-text.ts';

// Limits: docs.slack.dev/reference/block-kit/block-elements

/** Slack would make up an `action_id`; then nobody could answer the press. */
const ELEMENT = { type: picked, action_id: letters(1, 255) };
const CHOOSING = { confirm, focus_on_load: flag };
const TYPING = { placeholder: plain(150), focus_on_load: flag };

const button = shape(
  { ...ELEMENT, text: plain(75) },
  {
    value: letters(1, 2000),
    url: letters(1, 3000),
    style,
    confirm,
    accessibility_label: letters(1, 75),
  },
);

const menu = {
  ...CHOOSING,
  placeholder: plain(150),
  options: list(option(plain), 1, 100),
  option_groups: list(optionGroup, 1, 100),
};

const menuChoosable = (fields: Fields, at: string): void => {
  if ((fields.options === undefined) === (fields.option_groups === undefined))
    bad(at, 'must have either options or option_groups');
  choosable(fields, at);
};

const staticSelect = shape(ELEMENT, { ...menu, initial_option: option(plain) }, menuChoosable);

const multiStaticSelect = shape(
  ELEMENT,
  {
    ...menu,
    initial_options: list(option(plain), 1, 100),
    max_selected_items: whole(1, 100),
  },
  menuChoosable,
);

const LISTED = { ...ELEMENT, options: list(option(anyText), 1, 10) };

const radioButtons = shape(LISTED, { ...CHOOSING, initial_option: option(anyText) }, choosable);

const checkboxes = shape(
  LISTED,
  { ...CHOOSING, initial_options: list(option(anyText), 1, 10) },
  choosable,
);

const realDay: Rule = (value, at) => {
  const moment = new Date(`${value}T00:00:00Z`);
  const real = !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === value;
  return real ? 10 : bad(at, 'must be a day, written yyyy-mm-dd');
};

const datepicker = shape(ELEMENT, {
  ...CHOOSING,
  placeholder: plain(150),
  initial_date: realDay,
});

const plainTextInput = shape(
  ELEMENT,
  {
    ...TYPING,
    initial_value: letters(1, 3000),
    multiline: flag,
    min_length: whole(0, 3000),
    max_length: whole(1, 3000),
  },
  ({ min_length: least = 0, max_length: most = 3000, initial_value: value = '' }, at) => {
    if (Number(least) > Number(most)) bad(`${at}.min_length`, 'is above max_length');
    if (String(value).length > Number(most)) bad(`${at}.initial_value`, 'is above max_length');
  },
);

const inNumbers: Rule = (value, at) =>
  typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)
    ? value.length
    : bad(at, 'must be a number, written as text');

const numberInput = shape(
  { ...ELEMENT, is_decimal_allowed: flag },
  { ...TYPING, initial_value: inNumbers, min_value: inNumbers, max_value: inNumbers },
  ({ min_value: least = '-Infinity', max_value: most = 'Infinity', initial_value: value }, at) => {
    if (Number(least) > Number(most)) bad(`${at}.min_value`, 'is above max_value');
    if (Number(value) < Number(least) || Number(value) > Number(most))
      bad(`${at}.initial_value`, 'is not between min_value and max_value');
  },
);

const PRESSED = {
  static_select: staticSelect,
  multi_static_select: multiStaticSelect,
  radio_buttons: radioButtons,
  checkboxes,
  datepicker,
};

/** What may stand in an actions block or beside a section. */
export const pressed = byType({ ...PRESSED, button });

/** What may stand in an input block. */
export const filled = byType({
  ...PRESSED,
  plain_text_input: plainTextInput,
  number_input: numberInput,
});
