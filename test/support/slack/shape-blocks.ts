import { type Json, jsons } from './json.ts';
import { among, boolean, byType, list, object, type Shape, string, wrong } from './shape.ts';
import { BUTTONS, CHOICES, MULTIPLE, TYPED } from './shape-elements.ts';
import * as is from './shape-texts.ts';

// The blocks themselves: docs.slack.dev/reference/block-kit/blocks. A block, element or field that is
// not here is refused, also where a newer Slack has it: the double plays what it knows.

export type Surface = 'message' | 'modal' | 'home';

const type = (name: string): { readonly type: Shape } => ({ type: among(name) });
const named = { block_id: is.id };

const hasWords = (section: Json, at: string): readonly string[] =>
  section.text === undefined && section.fields === undefined
    ? wrong('must define either `text` or `fields`', at)
    : [];

const section = object(
  type('section'),
  {
    ...named,
    text: is.text(3000),
    fields: list(is.text(2000), { min: 1, max: 10 }),
    accessory: byType({ ...BUTTONS, ...CHOICES, ...MULTIPLE, image: is.image }),
    expand: boolean,
  },
  hasWords,
);

const actionIdsDiffer = (block: Json, at: string): readonly string[] => {
  const ids = jsons(block.elements)
    .map((element) => element.action_id)
    .filter((id) => id !== undefined);
  return new Set(ids).size === ids.length
    ? []
    : wrong('`action_id` already exists for another element of this block', `${at}/elements`);
};

/** Slack's words for this one differ from the others. */
const noMultiselect: Shape = (_value, at) =>
  wrong('unsupported element: multiselect', at.replace(/\/elements\/\d+$/, ''));

const actions = object(
  {
    ...type('actions'),
    elements: list(
      byType({
        ...BUTTONS,
        ...CHOICES,
        multi_static_select: noMultiselect,
        multi_users_select: noMultiselect,
      }),
      { min: 1, max: 25 },
    ),
  },
  named,
  actionIdsDiffer,
);

const input = object(
  {
    ...type('input'),
    label: is.plain(2000),
    element: byType({ ...TYPED, ...CHOICES, ...MULTIPLE }),
  },
  { ...named, hint: is.plain(2000), optional: boolean, dispatch_action: boolean },
);

const markdown = object({ ...type('markdown'), text: string({ min: 1, max: 12_000 }) }, named);

const richPart: Shape = byType(
  Object.fromEntries(
    ['section', 'list', 'quote', 'preformatted'].map((part) => [
      `rich_text_${part}`,
      (value, at) =>
        Array.isArray((value as Json).elements)
          ? []
          : wrong('missing required field: elements', at),
    ]),
  ),
);

const COMMON = {
  section,
  actions,
  input,
  header: object({ ...type('header'), text: is.plain(150) }, named),
  divider: object(type('divider'), named),
  context: object(
    {
      ...type('context'),
      elements: list(
        (value, at) =>
          ((value as Json | null)?.type === 'image' ? is.image : is.text(3000))(value, at),
        { min: 1, max: 10 },
      ),
    },
    named,
  ),
  image: object(
    { ...type('image'), image_url: string({ max: 3000 }), alt_text: string({ min: 1, max: 2000 }) },
    { ...named, title: is.plain(2000) },
  ),
  rich_text: object(
    { ...type('rich_text'), elements: list(richPart, { min: 1, max: 100 }) },
    named,
  ),
} as const satisfies Readonly<Record<string, Shape>>;

const block: Readonly<Record<Surface, Shape>> = {
  message: byType({ ...COMMON, markdown }),
  modal: byType(COMMON),
  home: byType(COMMON),
};

/** Everything in a block that can be pressed, chosen or filled. */
export const controlsIn = (one: Json): readonly Json[] =>
  jsons(one.type === 'actions' ? one.elements : [one.accessory ?? one.element].filter((it) => it));

const blockIdsDiffer = (blocks: readonly Json[], at: string): readonly string[] => {
  const ids = blocks.map(({ block_id }) => block_id).filter((id) => id !== undefined && id !== '');
  return new Set(ids).size === ids.length ? [] : wrong('`block_id` must be unique', at);
};

const oneFocus = (blocks: readonly Json[], at: string): readonly string[] =>
  blocks.flatMap(controlsIn).filter(({ focus_on_load }) => focus_on_load === true).length > 1
    ? wrong('only one element may have `focus_on_load`', at)
    : [];

/** What Slack finds wrong with these blocks where they are to stand; nothing where it takes them. */
export const faultsOfBlocks = (
  blocks: unknown,
  surface: Surface,
  at: string,
): readonly string[] => {
  const max = surface === 'message' ? 50 : 100;
  const problems = list(block[surface], { max })(blocks, at);
  if (problems.length > 0) return problems;
  const all = jsons(blocks);
  return [...blockIdsDiffer(all, at), ...oneFocus(all, at)];
};
