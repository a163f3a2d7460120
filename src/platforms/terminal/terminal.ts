import { createInterface } from 'node:readline';
import type { Answer, Request } from '../../app/dispatch.ts';
import { asText, type Message } from '../../app/message.ts';
import type { Courier } from '../../app/sweep.ts';

/** A surface for one machine's keyboard: `@manager /due`, and every notice for everybody. */
export interface Terminal {
  readonly courier: Courier;
  /** Resolves when the input ends. */
  readonly listen: (ask: (request: Request) => Promise<Answer>) => Promise<void>;
}

const HOW = 'Write who you are and what you ask, like: @manager /help';

export const terminal = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal => {
  const say = (to: string, message: Message): void => {
    output.write(`\nHeed to @${to}\n${asText(message).replace(/^/gm, '  ')}\n`);
  };
  return {
    courier: {
      send: async ({ id }, message) => {
        say(id, message);
        return 'sent';
      },
    },
    listen: async (ask) => {
      output.write(`${HOW}\n`);
      for await (const line of createInterface({ input })) {
        const [, actor, typed] = /^@(\S+)\s+(\S.*)$/.exec(line.trim()) ?? [];
        if (!actor || !typed) output.write(`${HOW}\n`);
        else say(actor, (await ask({ actor, via: 'terminal', asking: { typed } })).message);
      }
    },
  };
};
