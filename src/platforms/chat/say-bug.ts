import { sayAway } from '../../app/away.ts';
import { type Message, plain } from '../../app/message.ts';
import { StoreAway } from '../../app/ports.ts';

/** What is wrong inside Heed, under its code; a database that is away is no bug and has none. */
export const sayBug = (bug: unknown, codeOf: (bug: unknown) => string): Message =>
  plain(
    bug instanceof StoreAway
      ? sayAway(bug)
      : `Something went wrong inside Heed. Look with /due or /incident list whether it was saved, and tell the business unit this code: ${codeOf(bug)}.`,
  );
