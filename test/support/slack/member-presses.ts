import { deliver } from './deliver.ts';
import { isJson, type Json, str } from './json.ts';
import type { Control } from './keep.ts';
import { outcomeOf, refused } from './outcomes.ts';
import { type Doing, messageActionPayload, viewActionPayload } from './payloads.ts';
import { type Found, findControl, isButton, isMenu, namesIn, placesBefore } from './places.ts';
import type { Outcome, PressOptions } from './types.ts';
import { chosen, offered, withValue } from './values.ts';
import type { Values } from './world.ts';

export const presses = (doing: Doing, label: string, options: PressOptions): Promise<Outcome> => {
  const found = find(doing, isButton(label), `button "${label}"`, options);
  return acts(doing, found, { value: found.control.element.value }, options);
};

export const chooses = (
  doing: Doing,
  menu: string,
  wanted: string,
  options: PressOptions,
): Promise<Outcome> => {
  const found = find(doing, isMenu(menu), `menu "${menu}"`, options);
  const { element } = found.control;
  if (element.type === 'overflow')
    return acts(doing, found, { selected_option: offered(element, wanted) }, options);
  const state = chosen(element, [wanted]);
  return acts(doing, found, state, options, () => keep(found, state));
};

const find = (
  doing: Doing,
  fits: (control: Control) => boolean,
  what: string,
  { on }: PressOptions,
): Found => {
  const places = placesBefore(doing, on);
  const found = findControl(places, fits);
  if (found) return found;
  throw new Error(`${doing.person.id} sees no ${what}. There are: ${namesIn(places)}`);
};

const acts = async (
  doing: Doing,
  { place, control }: Found,
  state: Json,
  options: PressOptions,
  settle: () => void = () => {},
): Promise<Outcome> => {
  if (isJson(control.element.confirm) && options.confirm === false) return refused('cancelled');
  settle();
  const payload =
    place.is === 'view'
      ? viewActionPayload(doing, place.view, control, state)
      : messageActionPayload(doing, place.message, control, state);
  return outcomeOf(await deliver(doing.world, { kind: 'interactive', payload }));
};

/** What was chosen stays chosen. */
const keep = ({ place, control }: Found, state: Json): void => {
  const holds: { values: Values } = place.is === 'view' ? place.view : place.message;
  const { block, element } = control;
  holds.values = withValue(holds.values, str(block.block_id), str(element.action_id), state);
};
