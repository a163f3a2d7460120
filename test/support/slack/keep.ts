import { isJson, type Json, jsons, str, textIn } from './json.ts';
import { controlsIn } from './shape-blocks.ts';
import { nextId, type World } from './world.ts';

/** Blocks as Slack keeps them: every block and control has an id, every text says how it is read. */
export const keptBlocks = (world: World, blocks: unknown): readonly Json[] =>
  jsons(withTexts(blocks)).map((block) => withIds(world, block));

const withTexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withTexts);
  if (!isJson(value)) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withTexts(one)]),
  );
  return typeof value.text === 'string' ? { ...inner, ...READ[str(value.type)]?.(value) } : inner;
};

const READ: Readonly<Record<string, (text: Json) => Json>> = {
  plain_text: ({ emoji = true }) => ({ emoji }),
  mrkdwn: ({ verbatim = false }) => ({ verbatim }),
};

const withIds = (world: World, block: Json): Json => {
  const acting = (value: unknown): unknown =>
    isJson(value) && ACTS.test(str(value.type)) && !value.action_id
      ? { ...value, action_id: nextId(world, 'a') }
      : value;
  return {
    ...block,
    block_id: str(block.block_id) || nextId(world, 'b'),
    ...(block.accessory ? { accessory: acting(block.accessory) } : {}),
    ...(block.element ? { element: acting(block.element) } : {}),
    ...(block.type === 'actions' ? { elements: jsons(block.elements).map(acting) } : {}),
  };
};

const ACTS = /^(button|overflow|.*_?select|.*picker|.*_input|radio_buttons|checkboxes)$/;

export interface Control {
  readonly block: Json;
  readonly element: Json;
}

/** Everything that can be pressed, chosen or filled, in order. */
export const controlsOf = (blocks: readonly Json[]): readonly Control[] =>
  blocks.flatMap((block) =>
    controlsIn(block)
      .filter(({ action_id }) => action_id !== undefined)
      .map((element) => ({ block, element })),
  );

export const buttonsOf = (blocks: readonly Json[]): readonly string[] =>
  controlsOf(blocks)
    .filter(({ element }) => element.type === 'button')
    .map(({ element }) => textIn(element.text));

/** What is to be read in these blocks, without the controls. */
export const wordsOf = (blocks: readonly Json[]): string =>
  blocks.flatMap(wordsIn).filter(Boolean).join('\n');

const wordsIn = (block: Json): readonly string[] => [
  typeof block.text === 'string' ? block.text : textIn(block.text),
  ...jsons(block.fields).map(({ text }) => str(text)),
  textIn(block.label),
  textIn(block.hint),
  ...(block.type === 'context' ? jsons(block.elements).map(({ text }) => str(text)) : []),
  ...(block.type === 'rich_text' ? [richWords(block.elements)] : []),
];

const richWords = (elements: unknown): string =>
  jsons(elements)
    .map((one) => str(one.text) || richWords(one.elements))
    .join('');
