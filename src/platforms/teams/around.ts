import type { Message } from '../../app/message.ts';
import { UnsafeStore } from '../../app/ports.ts';
import { sayBug } from '../chat/say-bug.ts';
import type { Desks } from './desk.ts';
import type { Teams } from './teams.ts';

/** What the rest of Heed in Teams is told, and what is done when the answer has gone. */
export interface Around {
  readonly desks: Desks;
  /** Done after the answer, in a conversation one after another; what goes wrong there is told. */
  readonly later: (conversation: string, work: () => Promise<unknown>) => void;
  /** Somebody has come into a channel: who may see what has to be looked at again. */
  readonly channelChanged: () => void;
}

/** What is wrong inside Heed is told under its code, and stops nothing else. */
export const caught = async <T>(
  { onBug }: Pick<Teams, 'onBug'>,
  work: () => Promise<T>,
  tell: (message: Message) => T,
): Promise<T> => {
  try {
    return await work();
  } catch (bug) {
    if (bug instanceof UnsafeStore) throw bug;
    return tell(sayBug(bug, onBug));
  }
};
