import type { Duty } from '../domain/duty.ts';
import { DIGEST, type Item } from '../domain/item.ts';
import type { Ref } from '../domain/reference.ts';

/** A command with these fields already filled; a platform only translates it. */
export interface Button {
  /** A full phrase: "I have notified them". */
  readonly label: string;
  readonly command: string;
  /** As they would be typed; the record's own reference is always among them. */
  readonly fields: Readonly<Record<string, string>>;
  /** The record it acts on; "this channel" is never enough. */
  readonly record?: Ref;
}

export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'facts'; readonly rows: readonly (readonly [string, string])[] };

/** Rows under headings, for a page to print or a spreadsheet. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Bars in rows, a row a name and a bar a heading, each so many of so many. */
export interface Chart {
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly bars: readonly { readonly part: number; readonly whole: number }[];
  }[];
}

/** A page of the local workspace; elsewhere the message says that it is there. */
interface Paper {
  readonly label: string;
  readonly path: string;
  /** A picture of it, to stand in the conversation, with its words. */
  readonly picture?: { readonly path: string; readonly alt: string };
}

/** What Heed says, on every platform alike. */
export interface Message {
  /** All that a lock screen shows: a code, a duty and a day, nothing else. */
  readonly title: string;
  /** What follows the title on its line: "2 working days left". */
  readonly lead?: string;
  readonly blocks: readonly Block[];
  /** At most three. */
  readonly buttons: readonly Button[];
  /** The records it speaks of. */
  readonly about: readonly Ref[];
  /** The duties it shows or changes. */
  readonly duties?: readonly Duty[];
  /** The command that draws it anew: a card that changes in place when its record does. */
  readonly again?: Pick<Button, 'command' | 'fields'>;
  /** All that a list holds, whichever page of it is shown. */
  readonly table?: Table;
  /** The same drawn, for a page. */
  readonly chart?: Chart;
  /** The page of the local workspace that has it to print or to save. */
  readonly paper?: Paper;
  /** It is for whoever asked alone, wherever they asked. */
  readonly isPrivate?: true;
  /** What a notice is made of. */
  readonly items?: readonly Item[];
}

export const MOST_BUTTONS = 3;

/** Whether it says how a list of things stands, and is not a reminder of one. */
export const isDigest = ({ items = [] }: Message): boolean =>
  items.some(({ rung }) => rung === DIGEST);

/** A sentence and nothing else. */
export const plain = (title: string, ...lines: readonly string[]): Message => ({
  title,
  blocks: lines.map((line) => text(line)),
  buttons: [],
  about: [],
});

export const text = (line: string): Block => ({ type: 'text', text: line });

/** The whole message as plain text, buttons in square brackets. */
export const asText = ({ title, lead, blocks, buttons }: Message): string =>
  [
    lead ? `${title}, ${lead}` : title,
    ...blocks.flatMap(blockLines),
    ...(buttons.length > 0 ? [buttons.map(({ label }) => `[${label}]`).join(' ')] : []),
  ].join('\n');

const blockLines = (block: Block): readonly string[] => {
  switch (block.type) {
    case 'text':
      return [block.text];
    case 'list':
      return block.items.map((item) => `- ${item}`);
    case 'facts':
      return block.rows.map(([name, value]) => `${name}: ${value}`);
  }
};
