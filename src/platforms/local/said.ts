import { z } from 'zod';
import { KeptMessage } from '../../app/kept-message.ts';
import type { Message } from '../../app/message.ts';
import { Instant } from '../../domain/day.ts';

/** One message in one person's conversation with Heed. */
export const Said = z.object({
  at: Instant,
  /** Whose conversation it stands in. */
  who: z.string(),
  kind: z.enum(['asked', 'reply', 'refusal', 'notice']),
  message: KeptMessage,
});
export type Said = z.infer<typeof Said>;

export const said = (at: Instant, who: string, kind: Said['kind'], message: Message): Said =>
  Said.parse({ at, who, kind, message });
