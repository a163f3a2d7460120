import { type Message, plain } from '../../app/message.ts';

/** What is wrong inside Heed, under its code. */
export const sayBug = (code: string): Message =>
  plain(
    `Something went wrong inside Heed. Look with /due or /incident list whether it was saved, and tell the business unit this code: ${code}.`,
  );
