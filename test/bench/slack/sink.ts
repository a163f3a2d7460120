import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Slack, as far as a measurement needs it: everything is taken, and nothing is looked at. */
export interface Sink {
  readonly apiUrl: string;
  /** A response_url, and when the answer to it was all there. */
  readonly hook: () => Hook;
  readonly close: () => Promise<void>;
}

interface Hook {
  readonly url: string;
  readonly answered: Promise<Answered>;
  /** Where it was answered otherwise. */
  readonly answer: (answered: Answered) => void;
}

export interface Answered {
  readonly at: number;
  readonly text: string;
}

const API = JSON.stringify({ ok: true, user_id: 'U0HEED', ts: '1.1', channel: { id: 'D0BENCH' } });

export const openSink = async (): Promise<Sink> => {
  const waiting = new Map<string, (answered: Answered) => void>();
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    whole(request, (text) => {
      const { url = '' } = request;
      waiting.get(url)?.({ at: performance.now(), text });
      waiting.delete(url);
      response.writeHead(200, { 'content-type': 'application/json' }).end(API);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let hooks = 0;
  return {
    apiUrl: `${origin}/api/`,
    hook: () => {
      hooks += 1;
      const path = `/commands/${hooks}`;
      const { promise, resolve } = Promise.withResolvers<Answered>();
      waiting.set(path, resolve);
      const answer = (answered: Answered): void => {
        waiting.delete(path);
        resolve(answered);
      };
      return { url: `${origin}${path}`, answered: promise, answer };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

export const whole = (message: IncomingMessage, then: (text: string) => void): void => {
  const parts: Buffer[] = [];
  message.on('data', (part: Buffer) => void parts.push(part));
  message.on('end', () => then(Buffer.concat(parts).toString()));
};
