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

/** The same words as everywhere; a button is "this command with these fields". */
export const adaptiveCard = (message: Message): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: message.title,
  body: [heading(message), ...message.blocks.map(elementOf)],
  actions: message.buttons.map(actionOf),
});

const heading = ({ title, lead }: Message): object => ({
  type: 'TextBlock',
  style: 'heading',
  wrap: true,
  weight: 'bolder',
  text: plainText(lead ? `${title}, ${lead}` : title),
});

const elementOf = (block: Block): object => {
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

const actionOf = ({ label, command, fields }: Button): object => ({
  type: 'Action.Execute',
  title: label,
  verb: command,
  data: { action: command, dialog_id: command, fields },
});

/** Adaptive Cards read Markdown; what people typed is shown as they typed it. */
const plainText = (text: string): string => text.replace(/[\\*_[\]`~#|<>]/g, '\\$&');
