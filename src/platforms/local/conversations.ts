import type { Courier } from '../../app/deliver.ts';
import type { Answer, Request } from '../../app/dispatch.ts';
import { type Message, plain } from '../../app/message.ts';
import type { Journal } from '../../app/ports.ts';
import type { Instant } from '../../domain/day.ts';
import { type Said, said } from './said.ts';

/** Everybody's conversation with Heed, kept as a chat product would keep it. */
export interface Conversations {
  readonly courier: Courier;
  /** Asks for somebody; question and answer are kept before either is shown. */
  readonly ask: (request: Request, as: string) => Promise<Answer>;
  /** Takes in what other processes have kept. */
  readonly refresh: () => Promise<void>;
  /** One person's messages, oldest first, each with its number. */
  readonly of: (who: string) => readonly Numbered[];
}

export interface Numbered {
  readonly number: number;
  readonly said: Said;
}

interface Parts {
  readonly journal: Journal<Said>;
  readonly now: () => Instant;
  readonly dispatch: (request: Request) => Promise<Answer>;
  /** Told when somebody has new messages. */
  readonly onSaid: (who: string) => void;
}

export const conversations = ({ journal, now, dispatch, onSaid }: Parts): Conversations => {
  const keep = async (who: string, ...kept: readonly (readonly [Said['kind'], Message])[]) => {
    await journal.add(kept.map(([kind, message]) => said(now(), who, kind, message)));
    onSaid(who);
  };
  return {
    courier: {
      send: async ({ id }, message) => {
        await keep(id, ['notice', message]);
        return 'sent';
      },
    },
    ask: async (request, as) => {
      const answer = await dispatch(request);
      // Where a form opens, nothing has been asked yet.
      if (answer.form) return answer;
      const accepted = answer.is === 'accepted';
      await keep(
        request.actor,
        ['asked', plain(accepted ? as : `/${answer.asked} …`)],
        [accepted ? 'reply' : 'refusal', answer.message],
      );
      return answer;
    },
    refresh: async () => {
      const others = (await journal.fresh?.()) ?? [];
      for (const who of new Set(others.map((one) => one.who))) onSaid(who);
    },
    of: (who) =>
      journal.all().flatMap((one, number) => (one.who === who ? [{ number, said: one }] : [])),
  };
};
