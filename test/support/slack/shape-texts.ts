import { among, boolean, byType, list, object, type Shape, string } from './shape.ts';

// Limits of the composition objects: docs.slack.dev/reference/block-kit/composition-objects.

export const plain = (max: number): Shape =>
  object({ type: among('plain_text'), text: string({ min: 1, max }) }, { emoji: boolean });

const mrkdwn = (max: number): Shape =>
  object({ type: among('mrkdwn'), text: string({ min: 1, max }) }, { verbatim: boolean });

export const text = (max: number): Shape => byType({ plain_text: plain(max), mrkdwn: mrkdwn(max) });

/** action_id, block_id, callback_id, external_id. */
export const id: Shape = string({ max: 255 });

const value = string({ min: 1, max: 150 });
const url = string({ max: 3000 });

export const option: Shape = object({ text: plain(75), value }, { description: plain(75) });
/** In radio buttons and checkboxes an option may be marked up. */
export const markedOption: Shape = object({ text: text(75), value }, { description: text(75) });
export const overflowOption: Shape = object(
  { text: plain(75), value },
  { description: plain(75), url },
);
export const optionGroup: Shape = object({
  label: plain(75),
  options: list(option, { min: 1, max: 100 }),
});

const style = among('primary', 'danger');

export const confirmation: Shape = object(
  { title: plain(100), text: text(300), confirm: plain(30), deny: plain(30) },
  { style },
);

export const button: Shape = object(
  { type: among('button'), text: plain(75) },
  {
    action_id: id,
    url,
    value: string({ max: 2000 }),
    style,
    confirm: confirmation,
    accessibility_label: string({ max: 75 }),
  },
);

export const image: Shape = object(
  { type: among('image'), alt_text: string({ min: 1, max: 2000 }), image_url: url },
  {},
);
