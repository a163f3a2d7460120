import type { Block, Button, Message } from '../../app/message.ts';
import { escaped, unescaped } from './escape.ts';
import { packed, pieces } from './pages.ts';

/** A message as Slack takes it: blocks, and the same words as plain text. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly object[];
}

/** Every page of a message, "1 of 3" on each where there are several; nothing is cut. */
export const slackPages = (whole: Message): readonly SlackMessage[] => {
  const message = withShortTitle(whole);
  const beside = [lockScreen(openingOf(message)), ...labels(message.buttons)].join('').length;
  const pages = packed(message.blocks.flatMap(linesOf).flatMap(pieces), beside);
  const last = pages.length - 1;
  return pages.map((sections, at) => pageOf(message, sections, { at, last }));
};

/** The whole of a short message, or the first page of a long one. */
export const slackMessage = (message: Message): SlackMessage =>
  slackPages(message)[0] as SlackMessage;

const pageOf = (
  message: Message,
  sections: readonly string[],
  { at, last }: { readonly at: number; readonly last: number },
): SlackMessage => {
  const { lead, buttons } = message;
  const title = `${message.title}${last > 0 ? ` (${at + 1} of ${last + 1})` : ''}`;
  const opening = openingOf({ title, lead });
  const shown = at === last ? buttons : [];
  return {
    text: [lockScreen(opening), ...sections, ...labels(shown)].join('\n'),
    blocks: [
      section(`*${escaped(title)}*${lead ? `, ${escaped(lead)}` : ''}`),
      ...sections.map((one) => said(unescaped(one, () => undefined))),
      ...actionsOf(shown),
    ],
  };
};

/** A page with other buttons than its message has. */
export const withButtons = (page: SlackMessage, buttons: readonly Button[]): SlackMessage => ({
  text: [page.text, ...labels(buttons)].join('\n'),
  blocks: [...page.blocks, ...actionsOf(buttons)],
});

const openingOf = ({
  title,
  lead,
}: {
  readonly title: string;
  readonly lead?: string | undefined;
}) => `${escaped(title)}${lead ? `, ${escaped(lead)}` : ''}`;

const LONGEST_OPENING = 600;

/** What is far too long for a title is paged like everything else. */
const withShortTitle = (message: Message): Message => {
  const { title, lead, blocks, ...rest } = message;
  if (openingOf(message).length <= LONGEST_OPENING) return message;
  const told = { type: 'text' as const, text: lead ? `${title}, ${lead}` : title };
  return { ...rest, title: ANSWERS, blocks: [told, ...blocks] };
};

const ANSWERS = 'Heed answers:';
const LONGEST_FIRST_LINE = 150;

/** A sentence that is too long for a lock screen, such as a refusal, stands below a line that says nothing. */
const lockScreen = (opening: string): string =>
  opening.length > LONGEST_FIRST_LINE ? `${ANSWERS}\n${opening}` : opening;

const labels = (buttons: readonly Button[]): readonly string[] =>
  buttons.length > 0 ? [buttons.map(({ label }) => `[${escaped(label)}]`).join(' ')] : [];

export const section = (text: string): object => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim: true },
});

/** As it was typed: mrkdwn would read its stars, underlines, colons and a first ">". Not escaped. */
export const said = (text: string): object => ({
  type: 'section',
  text: { type: 'plain_text', text, emoji: false },
});

/** The lines of a block, escaped; those of one block may share a section. */
const linesOf = (block: Block): readonly (readonly string[])[] => {
  switch (block.type) {
    case 'text':
      return [[escaped(block.text)]];
    case 'list':
      return [block.items.map((item) => `• ${escaped(item)}`)];
    case 'facts':
      return [block.rows.map(([name, value]) => `${escaped(name)}: ${escaped(value)}`)];
  }
};

export const actionsOf = (buttons: readonly Button[]): readonly object[] =>
  buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons.map(buttonOf) }];

export const plainText = (text: string): object => ({ type: 'plain_text', text });

const LONGEST_LABEL = 75;
/** What Slack takes on a button or in a menu. */
export const shortLabel = (label: string): string =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;

export const buttonOf = ({ label, command, fields }: Button, at: number): object => ({
  type: 'button',
  action_id: `${at}:${command}`,
  text: plainText(shortLabel(label)),
  value: JSON.stringify(fields),
});
