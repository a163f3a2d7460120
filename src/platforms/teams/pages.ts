import type { Block, Message } from '../../app/message.ts';
import { adaptiveCard, type Drawn, type Pressing } from './render.ts';

/** Teams takes 28 KB for a message with its card; the rest of the message has room here. */
export const MOST_BYTES = 24_000;
/** A single line that is longer is broken between words. */
const MOST_OF_LINE = 4000;

export const sizeOf = (card: object): number => Buffer.byteLength(JSON.stringify(card));

/** Every page of a message, "1 of 3" on each where there are several; nothing is cut. */
export const teamsPages = (message: Message, press: Pressing): readonly Drawn[] => {
  const whole = drawn(message, press);
  if (sizeOf(whole.card) <= MOST_BYTES) return [whole];
  const pages = packed(message, press);
  return pages.map((blocks, at) => {
    const title = `${message.title} (${at + 1} of ${pages.length})`;
    const buttons = at === pages.length - 1 ? message.buttons : [];
    return drawn({ ...message, title, blocks, buttons }, press);
  });
};

const LONGEST_SUMMARY = 150;

const drawn = (message: Message, press: Pressing): Drawn => {
  const { title, lead } = message;
  const opening = lead ? `${title}, ${lead}` : title;
  const summary = opening.length > LONGEST_SUMMARY ? 'Heed answers' : opening;
  return { summary, card: adaptiveCard(message, press) };
};

/** Lines in pages, in their order. What a page costs grows with it, so it is reckoned line by line. */
const packed = (message: Message, press: Pressing): readonly (readonly Block[])[] => {
  const room = MOST_BYTES - sizeOf(adaptiveCard({ ...message, blocks: [] }, press)) - 200;
  const pages: Block[][] = [[]];
  let left = room;
  for (const one of message.blocks.flatMap(lines)) {
    const cost = sizeOf(
      adaptiveCard({ ...message, blocks: [one], buttons: [] }, press).body.slice(1),
    );
    if (cost > left && pages.at(-1)?.length) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(one);
    left -= cost;
  }
  return pages.map(joined);
};

const lines = (block: Block): readonly Block[] => {
  switch (block.type) {
    case 'text':
      return broken(block.text).map((text) => ({ type: 'text', text }));
    case 'list':
      return block.items.flatMap(broken).map((item) => ({ type: 'list', items: [item] }));
    case 'facts':
      return block.rows.flatMap(([name, value]) =>
        broken(value).map((part) => ({ type: 'facts' as const, rows: [[name, part] as const] })),
      );
  }
};

const broken = (line: string): readonly string[] => {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > MOST_OF_LINE) {
    const space = rest.lastIndexOf(' ', MOST_OF_LINE);
    const at =
      space > 0 ? space : MOST_OF_LINE - (rest.slice(0, MOST_OF_LINE).isWellFormed() ? 0 : 1);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest];
};

/** Lines of one list, or facts of one table, that stand beside each other are one again. */
const joined = (blocks: readonly Block[]): readonly Block[] => {
  const done: Block[] = [];
  for (const next of blocks) {
    const last = done.at(-1);
    if (last?.type === 'list' && next.type === 'list')
      done.splice(-1, 1, { ...last, items: [...last.items, ...next.items] });
    else if (last?.type === 'facts' && next.type === 'facts')
      done.splice(-1, 1, { ...last, rows: [...last.rows, ...next.rows] });
    else done.push(next);
  }
  return done;
};
