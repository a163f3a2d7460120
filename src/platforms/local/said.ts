import { z } from 'zod';
import type { Message } from '../../app/message.ts';
import { Instant } from '../../domain/day.ts';
import { Ref } from '../../domain/reference.ts';

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

/** One message in one person's conversation with Heed: as much of it as can be shown again. */
export const Said = z.object({
  at: Instant,
  /** Whose conversation it stands in. */
  who: z.string(),
  kind: z.enum(['asked', 'reply', 'refusal', 'notice']),
  message: z.object({
    title: z.string(),
    lead: z.string().optional(),
    blocks: z.array(Block).readonly(),
    buttons: z.array(Button).readonly(),
    about: z.array(Ref).readonly(),
    again: z.object({ command: z.string(), fields }).optional(),
  }),
});
export type Said = z.infer<typeof Said>;

export const said = (at: Instant, who: string, kind: Said['kind'], message: Message): Said =>
  Said.parse({ at, who, kind, message });
