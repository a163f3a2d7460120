import { type Json, jsons } from './json.ts';
import { among, boolean, object, type Shape, string, wrong } from './shape.ts';
import { faultsOfBlocks, type Surface } from './shape-blocks.ts';
import * as is from './shape-texts.ts';

// docs.slack.dev/reference/views

const common = (surface: Surface) => ({
  private_metadata: string({ max: 3000 }),
  callback_id: is.id,
  external_id: is.id,
  blocks: ((blocks, at) => faultsOfBlocks(blocks, surface, at)) satisfies Shape,
});

const inputsNeedSubmit = (view: Json, at: string): readonly string[] =>
  view.submit !== undefined
    ? []
    : jsons(view.blocks).flatMap(({ type }, index) =>
        type === 'input'
          ? wrong(
              'must define `submit` to use an `input` block in modals',
              `${at}/blocks/${index}/input`,
            )
          : [],
      );

const { blocks: modalBlocks, ...modalRest } = common('modal');
const modal = object(
  { type: among('modal'), title: is.plain(24), blocks: modalBlocks },
  {
    ...modalRest,
    submit: is.plain(24),
    close: is.plain(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
  inputsNeedSubmit,
);

const { blocks: homeBlocks, ...homeRest } = common('home');
const home = object({ type: among('home'), blocks: homeBlocks }, homeRest);

const SHAPES = { modal, home } as const;

/** What Slack finds wrong with a view that is to be a modal or a home tab. */
export const faultsOfView = (view: Json, kind: 'modal' | 'home'): readonly string[] => {
  const at = '/view';
  const problems = SHAPES[kind](view, at);
  return problems.length === 0
    ? []
    : [...wrong('failed to match all allowed schemas', at), ...problems];
};

/** Slack counts a view's bytes; a kilobyte of its 250 is taken to have 1,000. */
export const isTooLarge = (view: Json): boolean =>
  Buffer.byteLength(JSON.stringify(view)) > 250_000;
