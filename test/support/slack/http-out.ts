import { type ClientRequest, request } from 'node:http';
import type { Answered } from './types.ts';

export type Sent =
  | { readonly is: 'answered'; readonly answer: Answered }
  | { readonly is: 'timed-out' }
  | { readonly is: 'unreached' };

interface Way {
  readonly ackTimeoutMs: number;
  readonly outgoing: Set<ClientRequest>;
}

/** Posts to the app; no answer within so many real milliseconds ends the connection. */
export const send = (
  url: string,
  rawBody: string,
  headers: Readonly<Record<string, string>>,
  { ackTimeoutMs, outgoing: all }: Way,
): Promise<Sent> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({ is: 'timed-out' });
      outgoing.destroy();
    }, ackTimeoutMs);
    const end = (sent: Sent): void => {
      clearTimeout(timer);
      resolve(sent);
    };
    const outgoing = request(url, { method: 'POST', headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', () => end({ is: 'unreached' }));
      incoming.on('end', () =>
        end({
          is: 'answered',
          answer: {
            status: incoming.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
            ),
            body: Buffer.concat(chunks).toString(),
          },
        }),
      );
    });
    all.add(outgoing);
    outgoing.on('close', () => all.delete(outgoing));
    outgoing.on('error', () => end({ is: 'unreached' }));
    outgoing.end(rawBody);
  });
