import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** What was answered. */
export interface Heard {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

/**
 * One request, over a connection that is kept: `fetch` costs two and a half times as much, and holds
 * on to each timer. Rejects where nothing was heard in time, or it is sent elsewhere.
 */
export const ask = ({ url, method, headers, body }: Asked, timeoutMs: number): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const asked = (url.startsWith('https:') ? overHttps : overHttp)(url, {
      method,
      headers: { ...headers, ...length },
    });
    const late = setTimeout(() => asked.destroy(new Error('nothing was heard')), timeoutMs);
    asked.once('close', () => clearTimeout(late));
    asked.once('error', reject);
    asked.once('response', (response) => {
      const { statusCode: status = 0 } = response;
      if (status >= 300 && status < 400) return asked.destroy(new Error('sent elsewhere'));
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => void parts.push(part));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status,
          retryAfter: response.headers['retry-after'],
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    asked.end(body);
  });
