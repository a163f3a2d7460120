import type { Arrangement } from '../domain/arrangement.ts';
import { isDigest, type Message, text } from './message.ts';

/**
 * A message that speaks of a record, or a digest, with the arrangement's banner below it. Not in its title: a lock screen shows that,
 * and a code, a duty and a day need no marking.
 */
export const marked = (message: Message, { banner }: Pick<Arrangement, 'banner'>): Message =>
  banner && (message.about.length > 0 || isDigest(message))
    ? { ...message, blocks: [...message.blocks, text(banner)] }
    : message;
