import { html } from 'hono/html';
import { type Block, isDigest, type Message, text } from '../../app/message.ts';
import type { Mail } from './mail.ts';

/** A page on which one thing can be answered, or that can be printed. */
export interface Link {
  /** "IR-2026-1, your agency's answer" */
  readonly about: string;
  readonly url: string;
  /** "Fri 1 May 2026": the last day on which it works. */
  readonly until: string;
  readonly isToPrint: boolean;
}

interface Given {
  /** The partnership's name. */
  readonly partnership: string;
  /** What stands at the foot of every message, such as a protective marking. */
  readonly banner?: string | undefined;
  readonly links: readonly Link[];
}

type Written = Pick<Mail, 'subject' | 'text' | 'html' | 'isDigest'>;

/**
 * The message as an e-mail. Its subject is the title, which is safe on a lock screen; its plain text and
 * its HTML say the same. Nothing in it is fetched, and nothing tells whether it was opened.
 */
export const compose = (message: Message, given: Given): Written => {
  const { title, lead, blocks } = message;
  const parts = [
    ...blocks.filter((block) => block.type !== 'text' || block.text !== given.banner),
    ...askingOf(message, given.links),
  ];
  const foot = footOf(given);
  return {
    subject: title,
    text: [
      ...[lead ? `${title}, ${lead}` : title],
      ...parts.map(asLines),
      ...given.links.map(({ about, url }) => `${about}:\n${url}`),
      `-- \n${foot}`,
    ].join('\n\n'),
    html: String(asPage({ ...given, title, lead, parts, foot })),
    isDigest: isDigest(message),
  };
};

/** What its buttons ask for is done by the links, or else by hand. */
const askingOf = ({ buttons }: Message, links: readonly Link[]): readonly Block[] => {
  const toPrint = links.filter(({ isToPrint }) => isToPrint);
  const toAnswer = links.filter(({ isToPrint }) => !isToPrint);
  const asked = [
    ...sayLinks(toAnswer, (pages) => `To answer, open the ${pages} below: it`),
    ...sayLinks(toPrint, (pages) => `To read or print all of it, open the ${pages} below: it`),
  ];
  if (asked.length > 0) return asked;
  return buttons.some(({ command }) => !LOOKS.test(command)) ? [text(BY_HAND)] : [];
};

const sayLinks = (
  [first, ...more]: readonly Link[],
  begin: (pages: string) => string,
): readonly Block[] => {
  if (!first) return [];
  const [pages, works] = more.length === 0 ? ['page', 'It works'] : ['page of each', 'They work'];
  return [
    text(
      `${begin(pages)} sends a code to this address, and asks for it. ${works} until ${first.until}, for you alone: please do not pass this on.`,
    ),
  ];
};

/** These only show something, which is in Heed. */
const LOOKS = /^(why|due)$|\b(show|agenda|list|digest)$/;

const BY_HAND =
  'Once it is done, tell the business unit by replying to this message with the reference and the day; they record it.';

const footOf = ({ partnership, banner }: Given): string =>
  `${banner ? `${banner}. ` : ''}${partnership}. A program, Heed, wrote this. A reply reaches the business unit: never write a child's name or anything that identifies a child.`;

const asLines = (block: Block): string => {
  switch (block.type) {
    case 'text':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'facts':
      return block.rows.map(([name, value]) => `${name}: ${value}`).join('\n');
  }
};

type Html = ReturnType<typeof html>;

const asHtml = (block: Block): Html => {
  switch (block.type) {
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case 'facts':
      return html`${block.rows.map(([name, value]) => html`<p>${name}: ${value}</p>`)}`;
  }
};

interface Page extends Given {
  readonly title: string;
  readonly lead: string | undefined;
  readonly parts: readonly Block[];
  readonly foot: string;
}

const asPage = ({ title, lead, parts, links, foot }: Page): Html => html`<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body style="font-family: sans-serif; font-size: 1rem; line-height: 1.5; max-width: 40em">
<h1 style="font-size: 1.25rem">${lead ? `${title}, ${lead}` : title}</h1>
${parts.map(asHtml)}
${links.map(({ about, url }) => html`<p>${about}:<br><a href="${url}">${url}</a></p>`)}
<hr>
<p>${foot}</p>
</body>
</html>
`;
