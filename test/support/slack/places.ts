import { type Json, str, textIn } from './json.ts';
import { type Control, controlsOf } from './keep.ts';
import { findMessage, seenBy } from './messages.ts';
import type { Doing } from './payloads.ts';
import type { PressOptions, Shown } from './types.ts';
import { blocksOf, topOf } from './views.ts';
import type { Message, View } from './world.ts';

/** Where something can be pressed. */
export type Place =
  | { readonly is: 'message'; readonly message: Message }
  | { readonly is: 'view'; readonly view: View };

export interface Found {
  readonly place: Place;
  readonly control: Control;
}

export const placesBefore = (doing: Doing, on: PressOptions['on']): readonly Place[] => {
  const { team, person } = doing;
  if (on === 'modal') return asPlaces(topOf(person));
  if (on === 'home') return asPlaces(person.homeView);
  if (on !== undefined) return [{ is: 'message', message: liveMessage(doing, on) }];
  return [
    ...asPlaces(topOf(person)),
    ...(person.atHome ? asPlaces(person.homeView) : []),
    ...seenBy(team, person)
      .map((message): Place => ({ is: 'message', message }))
      .reverse(),
    ...(person.atHome ? [] : asPlaces(person.homeView)),
  ];
};

const asPlaces = (view: View | undefined): readonly Place[] => (view ? [{ is: 'view', view }] : []);

/** The message as it now is. */
export const liveMessage = ({ team, person }: Doing, shown: Shown): Message => {
  const message = findMessage(team, shown.channel, shown.ts);
  if (!message || !seenBy(team, person).includes(message))
    throw new Error(`${person.id} does not see the message ${shown.ts}.`);
  return message;
};

const blocksAt = (place: Place): readonly Json[] =>
  place.is === 'view' ? blocksOf(place.view) : place.message.blocks;

/** The first control that fits, the newest place first. */
export const findControl = (
  places: readonly Place[],
  fits: (control: Control) => boolean,
): Found | undefined => {
  for (const place of places) {
    const control = controlsOf(blocksAt(place)).find(fits);
    if (control) return { place, control };
  }
  return undefined;
};

export const isButton =
  (label: string) =>
  ({ element }: Control): boolean =>
    element.type === 'button' && textIn(element.text) === label;

/** A menu outside a form, or an input that listens. */
export const isMenu =
  (name: string) =>
  ({ block, element }: Control): boolean =>
    element.type !== 'button' &&
    (block.type !== 'input' || block.dispatch_action === true) &&
    [element.action_id, textIn(element.placeholder), labelOf(block)].includes(name);

const labelOf = (block: Control['block']): string => textIn(block.label) || textIn(block.text);

/** What there is instead, for the sentence that says what was not found. */
export const namesIn = (places: readonly Place[]): string =>
  places
    .flatMap((place) => controlsOf(blocksAt(place)))
    .map(({ block, element }) => textIn(element.text) || labelOf(block) || str(element.action_id))
    .join(', ');
