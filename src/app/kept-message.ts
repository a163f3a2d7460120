import { z } from 'zod';
import { Item } from '../domain/item.ts';
import { Ref } from '../domain/reference.ts';

const strings = z.array(z.string()).readonly();
const fields = z.record(z.string(), z.string()).readonly();
const Button = z.object({
  label: z.string(),
  command: z.string(),
  fields,
  record: Ref.optional(),
});
const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('list'), items: strings }),
  z.object({
    type: z.literal('facts'),
    rows: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  }),
]);

/** A message that a surface keeps: as much of it as it needs to show it again. */
export const KeptMessage = z.object({
  title: z.string(),
  lead: z.string().optional(),
  blocks: z.array(Block).readonly(),
  buttons: z.array(Button).readonly(),
  about: z.array(Ref).readonly(),
  again: z.object({ command: z.string(), fields }).optional(),
  paper: z
    .object({
      label: z.string(),
      path: z.string(),
      picture: z.object({ path: z.string(), alt: z.string() }).optional(),
    })
    .optional(),
  items: z.array(Item).readonly().optional(),
});
export type KeptMessage = z.infer<typeof KeptMessage>;
