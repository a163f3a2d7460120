import { type Json, str, textIn } from './json.ts';
import { isDay, isTime } from './shape-elements.ts';
import type { Trouble } from './types.ts';
import { heldWords } from './values.ts';
import type { Values } from './world.ts';

// What Slack's client does not let through when a form is submitted.

type Check = (element: Json, words: readonly string[]) => Trouble | undefined;

const reads =
  (isRight: (word: string) => boolean): Check =>
  (_element, [word = '']) =>
    isRight(word) ? undefined : 'invalid_value';

const lengths: Check = ({ min_length = 0, max_length = 3000 }, [word = '']) => {
  if (word.length > Number(max_length)) return 'too_long';
  return word.length < Number(min_length) ? 'too_short' : undefined;
};

const numbers: Check = ({ is_decimal_allowed, min_value, max_value }, [word = '']) => {
  const pattern = is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  const low = Number(min_value ?? Number.NEGATIVE_INFINITY);
  const high = Number(max_value ?? Number.POSITIVE_INFINITY);
  const fits = pattern.test(word) && Number(word) >= low && Number(word) <= high;
  return fits ? undefined : 'invalid_value';
};

const few: Check = ({ max_selected_items = 1000 }, words) =>
  words.length > Number(max_selected_items) ? 'invalid_value' : undefined;

const CHECKS: Readonly<Record<string, Check>> = {
  plain_text_input: lengths,
  number_input: numbers,
  email_text_input: reads((word) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word)),
  url_text_input: reads((word) => URL.canParse(word)),
  datepicker: reads(isDay),
  timepicker: reads(isTime),
  datetimepicker: reads((word) => /^\d{10}$/.test(word)),
  multi_static_select: few,
  multi_users_select: few,
};

const troubleIn = (block: Json, element: Json, values: Values): Trouble | undefined => {
  const words = heldWords(values[str(block.block_id)]?.[str(element.action_id)]);
  if (words.length === 0) return block.optional === true ? undefined : 'required';
  return CHECKS[str(element.type)]?.(element, words);
};

export interface Refused {
  readonly error: Trouble;
  readonly labels: readonly string[];
}

/** The first kind of trouble in a form, with the labels of all inputs that have it. */
export const refusedForm = (blocks: readonly Json[], values: Values): Refused | undefined => {
  const troubles = blocks
    .filter(({ type }) => type === 'input')
    .map((block) => ({
      label: textIn(block.label),
      error: troubleIn(block, block.element as Json, values),
    }));
  const error = troubles.find((one) => one.error)?.error;
  return (
    error && {
      error,
      labels: troubles.filter((one) => one.error === error).map((one) => one.label),
    }
  );
};
