import { type Json, jsons, same } from './json.ts';
import {
  among,
  boolean,
  integer,
  list,
  object,
  readable,
  type Shape,
  string,
  wrong,
} from './shape.ts';
import * as is from './shape-texts.ts';

// What can be pressed, chosen or filled: docs.slack.dev/reference/block-kit/block-elements.

const type = (name: string): { readonly type: Shape } => ({ type: among(name) });
const placeholder = is.plain(150);
const acting = { action_id: is.id, focus_on_load: boolean };
const asking = { ...acting, confirm: is.confirmation };
const menu = { ...asking, placeholder };

/** The options of a menu, grouped or not. */
export const optionsOf = (element: Json): readonly Json[] => [
  ...jsons(element.options),
  ...jsons(element.option_groups).flatMap((group) => jsons(group.options)),
];

const initialIsThere = (element: Json, at: string): readonly string[] =>
  [element.initial_option, ...jsons(element.initial_options)]
    .filter((initial) => initial !== undefined)
    .every((initial) => optionsOf(element).some((option) => same(option, initial)))
    ? []
    : wrong('initial option must be one of the options', at);

const valuesDiffer = (element: Json, at: string): readonly string[] => {
  const values = optionsOf(element).map((option) => option.value);
  return new Set(values).size === values.length ? [] : wrong('option values must be unique', at);
};

const choice = (element: Json, at: string): readonly string[] => [
  ...initialIsThere(element, at),
  ...valuesDiffer(element, at),
];

const menuChoice = (element: Json, at: string): readonly string[] =>
  (element.options === undefined) === (element.option_groups === undefined)
    ? wrong('must define either `options` or `option_groups`', at)
    : choice(element, at);

const menuOptions = {
  options: list(is.option, { min: 1, max: 100 }),
  option_groups: list(is.optionGroup, { min: 1, max: 100 }),
};
const fewOptions = { options: list(is.markedOption, { min: 1, max: 10 }) };
const some = { max_selected_items: integer(1, 1000) };
const ids = list(string({ min: 1 }), { min: 1, max: 1000 });
const anyId = string({ min: 1 });

const dispatching = object(
  {},
  {
    trigger_actions_on: list(among('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 }),
  },
);
const typed = { ...acting, placeholder, dispatch_action_config: dispatching };

/** A real day, as yyyy-mm-dd. */
export const isDay = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const lengths = (input: Json, at: string): readonly string[] =>
  Number(input.min_length ?? 0) > Number(input.max_length ?? 3000)
    ? wrong('min_length must not be more than max_length', at)
    : [];

const bounded = { min_length: integer(0, 3000), max_length: integer(1, 3000) };

const plainTextInput = object(
  type('plain_text_input'),
  { ...typed, ...bounded, multiline: boolean, initial_value: string({ max: 3000 }) },
  lengths,
);

const numberInput = object(
  { ...type('number_input'), is_decimal_allowed: boolean },
  { ...typed, initial_value: string({}), min_value: string({}), max_value: string({}) },
);

/** Single choices and days, which may stand in a section, among actions, or in an input. */
export const CHOICES = {
  static_select: object(
    type('static_select'),
    { ...menu, ...menuOptions, initial_option: is.option },
    menuChoice,
  ),
  users_select: object(type('users_select'), { ...menu, initial_user: anyId }),
  channels_select: object(type('channels_select'), {
    ...menu,
    initial_channel: anyId,
    response_url_enabled: boolean,
  }),
  conversations_select: object(type('conversations_select'), {
    ...menu,
    initial_conversation: anyId,
    default_to_current_conversation: boolean,
    response_url_enabled: boolean,
    filter: () => [],
  }),
  radio_buttons: object(
    { ...type('radio_buttons'), ...fewOptions },
    { ...asking, initial_option: is.markedOption },
    choice,
  ),
  checkboxes: object(
    { ...type('checkboxes'), ...fewOptions },
    { ...asking, initial_options: list(is.markedOption, { min: 1, max: 10 }) },
    choice,
  ),
  datepicker: object(type('datepicker'), { ...menu, initial_date: readable('date', isDay) }),
  timepicker: object(type('timepicker'), {
    ...menu,
    initial_time: readable('time', isTime),
    timezone: string({}),
  }),
  datetimepicker: object(type('datetimepicker'), {
    ...asking,
    initial_date_time: integer(1_000_000_000, 9_999_999_999),
  }),
} as const satisfies Readonly<Record<string, Shape>>;

/** Several choices: in a section or an input, never among actions. */
export const MULTIPLE = {
  multi_static_select: object(
    type('multi_static_select'),
    { ...menu, ...menuOptions, ...some, initial_options: list(is.option, { min: 1, max: 100 }) },
    menuChoice,
  ),
  multi_users_select: object(type('multi_users_select'), { ...menu, ...some, initial_users: ids }),
} as const satisfies Readonly<Record<string, Shape>>;

export const BUTTONS = {
  button: is.button,
  overflow: object(
    { ...type('overflow'), options: list(is.overflowOption, { min: 1, max: 5 }) },
    { action_id: is.id, confirm: is.confirmation },
    valuesDiffer,
  ),
} as const satisfies Readonly<Record<string, Shape>>;

/** What is typed: only in an input. */
export const TYPED = {
  plain_text_input: plainTextInput,
  number_input: numberInput,
  email_text_input: object(type('email_text_input'), { ...typed, initial_value: string({}) }),
  url_text_input: object(type('url_text_input'), { ...typed, initial_value: string({}) }),
} as const satisfies Readonly<Record<string, Shape>>;
