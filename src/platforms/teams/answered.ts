import type { Message } from '../../app/message.ts';
import { CARD } from './post.ts';
import type { AdaptiveCard } from './render.ts';
import type { Answered } from './wire.ts';

/** Taken, and nothing to say at once. */
export const TAKEN: Answered = { status: 200 };

const TEXT = 'application/vnd.microsoft.activity.message';

/** What stands in place of the card, for whoever pressed it alone. */
export const inPlace = (value: AdaptiveCard): Answered => ({
  status: 200,
  body: { statusCode: 200, type: CARD, value },
});

/** A line that goes away by itself. */
export const aside = ({ title }: Pick<Message, 'title'>): Answered => ({
  status: 200,
  body: { statusCode: 200, type: TEXT, value: title },
});

/** What stands in a window. */
export const inWindow = (title: string, content: AdaptiveCard): Answered => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: { title, height: 'large', width: 'medium', card: { contentType: CARD, content } },
    },
  },
});
