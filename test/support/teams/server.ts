import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Authority } from './authority.ts';
import { type Reply, routed } from './connector.ts';
import type { Call, Faults } from './faults.ts';
import type { World } from './world.ts';

/** A call that was made, and how it was answered. */
export interface Made extends Call {
  readonly answered: number | string;
}

interface Parts {
  readonly world: World;
  readonly faults: Faults;
  readonly authority: () => Authority;
  readonly password: string;
  readonly calls: Made[];
}

/** Microsoft, as far as Heed speaks to it: published keys, tokens, and the connector. */
export const standIn = async (parts: Parts) => {
  const listeners = createServer((request, response) => void answer(parts, url, request, response));
  const port = await listening(listeners, 0);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    /** Nobody answers there any more, or somebody does again. */
    down: async (is: boolean): Promise<void> => {
      if (!is) return void (await listening(listeners, port));
      await closing(listeners);
    },
    close: () => closing(listeners),
  };
};

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const answer = async (
  parts: Parts,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await textOf(request);
  const [path = ''] = (request.url ?? '').split('?');
  const route = routeOf(parts, url, request, path, body);
  if (!route) return void response.writeHead(404).end();
  const fault = parts.faults.of(route);
  const note = (answered: number | string): void => {
    const { method, conversation } = route;
    parts.calls.push({ method, conversation, answered });
  };
  if (fault?.is === 'status') {
    note(fault.status);
    return void end(response, fault.status, { error: { code: fault.code ?? 'Fault' } }, fault);
  }
  if (fault?.is === 'reset') {
    note('reset');
    return void request.socket.destroy();
  }
  const { status, body: said } = route.answer();
  note(fault?.is ?? status);
  if (fault?.is === 'accepted-then-reset') return void request.socket.destroy();
  if (fault?.is !== 'accepted-then-silent') end(response, status, said);
};

const end = (
  response: ServerResponse,
  status: number,
  body: unknown,
  { retryAfter }: { readonly retryAfter?: number } = {},
): void => {
  const retry = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  response.writeHead(status, { 'content-type': 'application/json', ...retry });
  response.end(body === undefined ? '' : JSON.stringify(body));
};

type Route = Call & { readonly answer: () => Reply };

const TOKEN = 'a-token-of-the-stand-in';

const routeOf = (
  { world, authority, password }: Parts,
  url: string,
  { method = '', headers }: IncomingMessage,
  path: string,
  body: string,
): Route | undefined => {
  const here = { conversation: '' };
  if (path === '/v1/.well-known/openidconfiguration') {
    const keys = { jwks_uri: `${url}/v1/.well-known/keys` };
    return { method: 'keys', ...here, answer: () => ({ status: 200, body: keys }) };
  }
  if (path === '/v1/.well-known/keys')
    return { method: 'keys', ...here, answer: () => ({ status: 200, body: authority().keySet() }) };
  if (path.endsWith('/oauth2/v2.0/token')) {
    const isRight = new URLSearchParams(body).get('client_secret') === password;
    const granted = { access_token: TOKEN, expires_in: 3600, token_type: 'Bearer' };
    const answer = (): Reply =>
      isRight ? { status: 200, body: granted } : { status: 401, body: { error: 'invalid_client' } };
    return { method: 'token', ...here, answer };
  }
  const route = routed(world, method, path, body ? JSON.parse(body) : {});
  if (!route || headers.authorization === `Bearer ${TOKEN}`) return route;
  return { ...route, answer: () => ({ status: 401, body: { error: { code: 'Unauthorized' } } }) };
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};
