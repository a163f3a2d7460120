import type { Block, Button, Message } from '../../app/message.ts';

/** An Adaptive Card as Teams takes it: plain JSON, no SDK. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly body: readonly object[];
  readonly actions: readonly object[];
}

/** A card as it is sent: what a lock screen shows of it, and the card. */
export interface Drawn {
  readonly summary: string;
  readonly card: AdaptiveCard;
}

/** How the buttons of a card are pressed. */
export type Pressing = (button: Button) => object;

/** The same words as everywhere; a button is "this command with these fields". */
export const adaptiveCard = (message: Message, press: Pressing = execute): AdaptiveCard =>
  cardOf(
    message.title,
    [heading(message), ...message.blocks.filter(saysSomething).map(elementOf)],
    message.buttons.map(press),
  );

/** A table or a list may have nothing in it, and Teams shows no empty line. */
const saysSomething = (block: Block): boolean => {
  switch (block.type) {
    case 'text':
      return block.text !== '';
    case 'list':
      return block.items.length > 0;
    case 'facts':
      return block.rows.length > 0;
  }
};

export const cardOf = (
  title: string,
  body: readonly object[],
  actions: readonly object[],
): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: title,
  body,
  actions,
});

export const heading = ({ title, lead }: Pick<Message, 'title' | 'lead'>): object => ({
  type: 'TextBlock',
  style: 'heading',
  wrap: true,
  weight: 'bolder',
  text: plainText(lead ? `${title}, ${lead}` : title),
});

export const elementOf = (block: Block): object => {
  switch (block.type) {
    case 'text':
      return { type: 'TextBlock', wrap: true, text: plainText(block.text) };
    case 'list':
      return {
        type: 'Container',
        items: block.items.map((item) => ({
          type: 'TextBlock',
          wrap: true,
          spacing: 'small',
          text: plainText(`• ${item}`),
        })),
      };
    case 'facts':
      return {
        type: 'FactSet',
        facts: block.rows.map(([title, value]) => ({ title, value: plainText(value) })),
      };
  }
};

const carried = ({ command, fields }: Button) => ({
  action: command,
  dialog_id: command,
  fields,
});

/** Updates the card in place, for whoever presses it alone. */
export const execute: Pressing = (button) => ({
  type: 'Action.Execute',
  title: button.label,
  verb: button.command,
  data: carried(button),
});

/** Opens a window, for whoever presses it alone. */
export const openDialog: Pressing = (button) => ({
  type: 'Action.Submit',
  title: button.label,
  data: { msteams: { type: 'task/fetch' }, verb: button.command, ...carried(button) },
});

/** Within such a window: Teams knows no other kind of button there. */
export const submit: Pressing = (button) => ({
  type: 'Action.Submit',
  title: button.label,
  data: { verb: button.command, ...carried(button) },
});

/** Adaptive Cards read Markdown; what people typed is shown as they typed it. */
const plainText = (text: string): string => text.replace(/[\\*_[\]`~#|<>]/g, '\\$&');
