import { bad, byType, type Fields, flag, letters, list, picked, shape, unique } from './limits.ts';
import { filled, pressed } from './limits-elements.ts';
import { anyText, plain } from './limits-text.ts';

// Limits: docs.slack.dev/reference/block-kit/blocks and docs.slack.dev/reference/views

const BLOCK = { type: picked };
const NAMED = { block_id: letters(1, 255) };

const section = shape(
  BLOCK,
  {
    ...NAMED,
    text: anyText(3000),
    fields: list(anyText(2000), 1, 10),
    accessory: pressed,
    expand: flag,
  },
  ({ text, fields }, at) => {
    if (text === undefined && fields === undefined) bad(at, 'must have text or fields');
  },
);

const actions = shape({ ...BLOCK, elements: list(pressed, 1, 25) }, NAMED, ({ elements }, at) => {
  const ids = (elements as readonly Fields[]).map(({ action_id: id }) => id);
  unique(ids, `${at}.elements`, 'action_id');
});

const input = shape(
  { ...BLOCK, label: plain(2000), element: filled },
  { ...NAMED, hint: plain(2000), optional: flag, dispatch_action: flag },
);

/** Slack gives a context's texts no limit of their own: here they have that of a section's fields. */
const SHOWN = {
  section,
  header: shape({ ...BLOCK, text: plain(150) }, NAMED),
  divider: shape(BLOCK, NAMED),
  context: shape({ ...BLOCK, elements: list(anyText(2000), 1, 10) }, NAMED),
  actions,
};

/** Slack would take an `input` in a message and on the home tab too; Heed asks in a modal only. */
const shown = byType(SHOWN);
const asked = byType({ ...SHOWN, input });

export const messageBlocks = list(shown, 1, 50);

const VIEW = {
  private_metadata: letters(0, 3000),
  callback_id: letters(1, 255),
  external_id: letters(1, 255),
};

const home = shape({ type: picked, blocks: list(shown, 1, 100) }, VIEW);

const modal = shape(
  { type: picked, title: plain(24), blocks: list(asked, 1, 100) },
  { ...VIEW, submit: plain(24), close: plain(24), clear_on_close: flag, notify_on_close: flag },
  ({ blocks, submit }, at) => {
    const asks = (blocks as readonly Fields[]).some(({ type }) => type === 'input');
    if (asks && submit === undefined) bad(`${at}.submit`, 'is missing, and there is an input');
  },
);

export const view = byType({ home, modal });
