import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

/** What a page is told at once; it asks for the rest itself. */
export type News =
  | { readonly is: 'said'; readonly who: string }
  | { readonly is: 'changed'; readonly refs: readonly string[] }
  | { readonly is: 'clock' };

/** Server-sent events to every open page. A page that was cut off asks for all it has missed. */
export const liveNews = () => {
  const listeners = new Set<(news: News) => void>();
  return {
    tell: (news: News): void => {
      for (const listener of listeners) listener(news);
    },
    stream: (context: Context): Response =>
      streamSSE(context, async (stream) => {
        const closed = Promise.withResolvers<void>();
        const listener = (news: News): void =>
          void stream.writeSSE({ event: news.is, data: JSON.stringify(news) });
        listeners.add(listener);
        stream.onAbort(() => closed.resolve());
        await stream.writeSSE({ event: 'open', data: '' });
        await closed.promise;
        listeners.delete(listener);
      }),
  };
};
