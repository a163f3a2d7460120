import { type Json, same, str, textIn } from './json.ts';
import { controlsOf } from './keep.ts';
import { optionsOf } from './shape-elements.ts';
import type { Values } from './world.ts';

// What controls hold, as `state.values` and `actions` say it.

interface Holder {
  readonly holds: 'text' | 'number' | 'id' | 'ids' | 'option' | 'options';
  readonly now: string;
  readonly initial: string;
}

const text = (now: string, initial: string): Holder => ({ holds: 'text', now, initial });
const id = (now: string, initial: string): Holder => ({ holds: 'id', now, initial });
const option: Holder = { holds: 'option', now: 'selected_option', initial: 'initial_option' };
const options: Holder = { holds: 'options', now: 'selected_options', initial: 'initial_options' };

const HOLDERS: Readonly<Record<string, Holder>> = {
  plain_text_input: text('value', 'initial_value'),
  number_input: text('value', 'initial_value'),
  email_text_input: text('value', 'initial_value'),
  url_text_input: text('value', 'initial_value'),
  datepicker: text('selected_date', 'initial_date'),
  timepicker: text('selected_time', 'initial_time'),
  datetimepicker: { holds: 'number', now: 'selected_date_time', initial: 'initial_date_time' },
  users_select: id('selected_user', 'initial_user'),
  channels_select: id('selected_channel', 'initial_channel'),
  conversations_select: id('selected_conversation', 'initial_conversation'),
  multi_users_select: { holds: 'ids', now: 'selected_users', initial: 'initial_users' },
  static_select: option,
  radio_buttons: option,
  multi_static_select: options,
  checkboxes: options,
};

const holder = (element: Json): Holder | undefined => HOLDERS[str(element.type)];

const isMany = ({ holds }: Holder): boolean => holds === 'ids' || holds === 'options';

const unfilled = (element: Json, held: Holder): unknown =>
  element[held.initial] ?? (isMany(held) ? [] : null);

export const initialValues = (blocks: readonly Json[]): Values => valuesOf(blocks, unfilled);

/** After an update: what was filled in stays where the same control is still there. */
export const carriedValues = (blocks: readonly Json[], before: Values): Values =>
  valuesOf(blocks, (element, held, blockId) => {
    const old = before[blockId]?.[str(element.action_id)];
    const isKept = old?.type === element.type && stillOffered(element, held, old?.[held.now]);
    return isKept ? old?.[held.now] : unfilled(element, held);
  });

const stillOffered = (element: Json, { holds }: Holder, value: unknown): boolean => {
  if (holds !== 'option' && holds !== 'options') return true;
  const chosen = Array.isArray(value) ? value : [value].filter((one) => one !== null);
  return chosen.every((one) => optionsOf(element).some((offered) => same(offered, one)));
};

const valuesOf = (
  blocks: readonly Json[],
  value: (element: Json, held: Holder, blockId: string) => unknown,
): Values => {
  const all: Record<string, Record<string, Json>> = {};
  for (const { block, element } of controlsOf(blocks)) {
    const held = holder(element);
    const blockId = str(block.block_id);
    if (!held) continue;
    all[blockId] = {
      ...all[blockId],
      [str(element.action_id)]: { type: element.type, [held.now]: value(element, held, blockId) },
    };
  }
  return all;
};

/** The option somebody means, by its words or its value. */
export const offered = (element: Json, wanted: string): Json => {
  const all = optionsOf(element);
  const found =
    all.find((one) => textIn(one.text) === wanted) ?? all.find(({ value }) => value === wanted);
  if (found) return found;
  const words = all.map((one) => textIn(one.text)).join(', ');
  throw new Error(`"${wanted}" is not offered. Offered: ${words}`);
};

const CHOOSE: Readonly<
  Record<Holder['holds'], (element: Json, words: readonly string[]) => unknown>
> = {
  text: (_element, [one]) => one || null,
  number: (_element, [one]) => (one ? Number(one) : null),
  id: (_element, [one]) => one || null,
  ids: (_element, all) => all.filter(Boolean),
  option: (element, [one]) => (one ? offered(element, one) : null),
  options: (element, all) => all.filter(Boolean).map((one) => offered(element, one)),
};

/** The control's state when these words are typed or chosen; "" empties it. */
export const chosen = (element: Json, words: readonly string[]): Json => {
  const held = holder(element);
  if (!held) throw new Error(`Nothing can be filled into a ${str(element.type)}.`);
  return { type: element.type, [held.now]: CHOOSE[held.holds](element, words) };
};

export const withValue = (
  values: Values,
  blockId: string,
  actionId: string,
  state: Json,
): Values => ({ ...values, [blockId]: { ...values[blockId], [actionId]: state } });

/** What the control holds, as the person sees it: "" where it is empty. */
export const heldWords = (state: Json | undefined): readonly string[] => {
  const held = state && holder(state);
  const value = held ? state[held.now] : undefined;
  return (Array.isArray(value) ? value : [value])
    .map((one: unknown) => wordsOfValue(one))
    .filter(Boolean);
};

const wordsOfValue = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' && value !== null && 'text' in value
    ? textIn(value.text)
    : str(value);
};
