import type { Block, Button, Message } from '../../app/message.ts';

/** A message as Slack takes it: blocks, and the same words as plain text. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly object[];
}

export const slackMessage = (message: Message): SlackMessage => ({
  text: escaped(message.title),
  blocks: [heading(message), ...message.blocks.flatMap(blocksOf), ...actionsOf(message.buttons)],
});

const section = (text: string): object => ({ type: 'section', text: { type: 'mrkdwn', text } });

const heading = ({ title, lead }: Message): object =>
  section(`*${escaped(title)}*${lead ? `, ${escaped(lead)}` : ''}`);

const blocksOf = (block: Block): readonly object[] => {
  switch (block.type) {
    case 'text':
      return [section(escaped(block.text))];
    case 'list':
      return [section(block.items.map((item) => `• ${escaped(item)}`).join('\n'))];
    case 'facts':
      return [section(block.rows.map(([name, value]) => `${name}: ${escaped(value)}`).join('\n'))];
  }
};

const actionsOf = (buttons: readonly Button[]): readonly object[] =>
  buttons.length === 0
    ? []
    : [
        {
          type: 'actions',
          elements: buttons.map(({ label, command, fields }, at) => ({
            type: 'button',
            action_id: `${at}:${command}`,
            text: { type: 'plain_text', text: label },
            value: JSON.stringify(fields),
          })),
        },
      ];

/** Slack reads these three; escaped, no text of ours can mention a channel or make a link. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
