import { bad, type Fields, unique } from './limits.ts';
import { messageBlocks, view as viewRule } from './limits-blocks.ts';
import { marked } from './limits-text.ts';

export { BadForSlack } from './limits.ts';

/**
 * The total that Slack documents nowhere. Measured by others (slackapi/bolt-js#2509): one block takes
 * 13,297 characters, and 13,172 once a divider stands beside it, so every block costs 125 of its own.
 */
const MOST_WEIGHT = 13_000;
const BLOCK_WEIGHT = 125;

/** Above this `chat.postMessage` answers msg_too_long. */
const fallback = marked(4000);
const MOST_ON_LOCK_SCREEN = 150;

/** "The total size of a view cannot exceed 250 KB." */
const MOST_BYTES = 250_000;

/** Throws BadForSlack on whatever Slack would refuse, or would read as a mention. */
export const checkMessage = (message: {
  readonly text: string;
  readonly blocks: readonly object[];
}): void => {
  fallback(message.text, 'message.text');
  checkFirstLine(message.text);
  const weight = weigh(message.blocks);
  if (weight > MOST_WEIGHT)
    bad(
      'message.blocks',
      `may weigh ${MOST_WEIGHT} in all, ${BLOCK_WEIGHT} a block; are ${weight}`,
    );
  checkNames(message.blocks, 'message.blocks');
};

/** Throws BadForSlack: a modal or a home tab. */
export const checkView = (view: object): void => {
  viewRule(view, 'view');
  const { blocks } = view as { readonly blocks: readonly Fields[] };
  checkNames(blocks, 'view.blocks');
  if (blocks.flatMap(elementsOf).filter((element) => element?.focus_on_load === true).length > 1)
    bad('view.blocks', 'may focus on one element, focus on several');
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes > MOST_BYTES) bad('view', `may have ${MOST_BYTES} bytes, has ${bytes}`);
};

/** How much of a message's `MOST_WEIGHT` its blocks take; throws BadForSlack if one of them is bad. */
const weigh = (blocks: readonly object[]): number =>
  messageBlocks(blocks, 'message.blocks') + BLOCK_WEIGHT * blocks.length;

const checkFirstLine = (text: string): void => {
  const [first = ''] = text.split('\n', 1);
  if (first.trim() === '') bad('message.text', 'must say something in its first line');
  if (first.length > MOST_ON_LOCK_SCREEN)
    bad('message.text', `may have ${MOST_ON_LOCK_SCREEN} characters in its first line`);
};

const checkNames = (blocks: readonly object[], at: string): void => {
  const ids = (blocks as readonly Fields[]).map(({ block_id: id }) => id);
  unique(
    ids.filter((id) => id !== undefined),
    at,
    'block_id',
  );
};

const elementsOf = ({ element, accessory, elements }: Fields): readonly (Fields | undefined)[] =>
  [element, accessory, ...((elements as readonly unknown[]) ?? [])] as readonly Fields[];
