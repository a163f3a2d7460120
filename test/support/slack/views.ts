import { createHash } from 'node:crypto';
import { isJson, type Json, jsons, str, textIn } from './json.ts';
import { buttonsOf, keptBlocks, wordsOf } from './keep.ts';
import { optionsOf } from './shape-elements.ts';
import type { OpenModal } from './types.ts';
import { carriedValues, heldWords, initialValues } from './values.ts';
import { nextId, type Person, type Team, type View, type World } from './world.ts';

export const MOST_VIEWS = 3;

/** A view that is not there yet; `below` is what it is pushed onto. */
export const newView = (
  world: World,
  team: Team,
  person: Person,
  content: Json,
  below?: View,
): View => {
  const id = nextId(world, 'V');
  const blocks = keptBlocks(world, content.blocks);
  const view: View = {
    id,
    user: person.id,
    rootId: below?.rootId ?? id,
    previousId: below?.id,
    content: { ...content, blocks },
    hash: hashOf(world, id),
    values: initialValues(blocks),
    errors: {},
  };
  team.views.set(id, view);
  return view;
};

export const changeView = (world: World, view: View, content: Json): void => {
  const blocks = keptBlocks(world, content.blocks);
  view.content = { ...content, blocks };
  view.values = carriedValues(blocks, view.values);
  view.hash = hashOf(world, view.id);
  view.errors = {};
};

const hashOf = (world: World, id: string): string => {
  world.serial += 1;
  const digest = createHash('sha256').update(`${id}${world.serial}`).digest('hex');
  return `${Math.floor(world.now() / 1000)}.${digest.slice(0, 8)}`;
};

export const setStack = (team: Team, person: Person, stack: readonly View[]): void => {
  for (const view of person.stack) if (!stack.includes(view)) team.views.delete(view.id);
  person.stack = stack;
};

export const topOf = (person: Person): View | undefined => person.stack.at(-1);

export const blocksOf = (view: View): readonly Json[] => jsons(view.content.blocks);

export const comesUp = (person: Person, view: View): void => {
  if (view.content.type === 'home') {
    const words = wordsOf(blocksOf(view));
    if (person.atHome) person.sights.push({ is: 'home', words, home: view.content });
    return;
  }
  const words = [textIn(view.content.title), wordsOf(blocksOf(view))].join('\n').trim();
  person.sights.push({ is: 'modal', words, modal: openModal(person, view) });
};

/** The view as payloads and answers have it. */
export const viewPayload = (world: World, team: Team, view: View): Json => {
  const { content } = view;
  const isModal = content.type === 'modal';
  return {
    id: view.id,
    team_id: team.id,
    type: content.type,
    blocks: content.blocks,
    private_metadata: str(content.private_metadata),
    callback_id: str(content.callback_id),
    state: { values: view.values },
    hash: view.hash,
    title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content.clear_on_close === true,
    notify_on_close: content.notify_on_close === true,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: isModal ? (view.previousId ?? null) : null,
    root_view_id: view.rootId,
    app_id: world.appId,
    external_id: str(content.external_id),
    app_installed_team_id: team.id,
    bot_id: team.botId,
  };
};

/** As the person has it before them. */
export const openModal = (person: Person, view: View): OpenModal => {
  const { content, values } = view;
  const inputs = blocksOf(view).filter(({ type }) => type === 'input');
  const byLabel = <T>(what: (block: Json, element: Json) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(
      inputs.flatMap((block) =>
        isJson(block.element) ? [[textIn(block.label), what(block, block.element)]] : [],
      ),
    );
  return {
    id: view.id,
    callbackId: str(content.callback_id),
    title: textIn(content.title),
    submit: content.submit === undefined ? undefined : textIn(content.submit),
    close: textIn(content.close) || 'Cancel',
    view: content,
    blocks: blocksOf(view),
    labels: inputs.map(({ label }) => textIn(label)),
    buttons: buttonsOf(blocksOf(view)),
    values: byLabel((block, element) =>
      heldWords(values[str(block.block_id)]?.[str(element.action_id)]).join(', '),
    ),
    options: Object.fromEntries(
      Object.entries(
        byLabel((_block, element) => optionsOf(element).map(({ text }) => textIn(text))),
      ).filter(([, texts]) => texts.length > 0),
    ),
    errors: Object.fromEntries(
      inputs.flatMap(({ block_id, label }) => {
        const error = view.errors[str(block_id)];
        return error === undefined ? [] : [[textIn(label), error]];
      }),
    ),
    depth: person.stack.length,
  };
};
