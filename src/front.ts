import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { PortTaken, type Server } from './http.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

type Pages = { readonly fetch: Parameters<typeof getRequestListener>[0] };

interface Front {
  readonly host: string;
  readonly port: number;
  /** What Slack calls; nothing where it comes by a socket. */
  readonly slack: Handle | undefined;
  readonly teams: Handle | undefined;
  /** The pages on which people answer who have an e-mail; nothing where there are none. */
  readonly answers: Pages | undefined;
  /** What others may reach beside: what to watch, and everybody's own calendar. */
  readonly outward: Hono;
}

/** What is called from outside. A proxy with a certificate stands before it. */
export const SLACK_PATH = '/slack/events';
export const TEAMS_PATH = '/api/messages';
/** Whatever begins so is a page of an answer. */
export const ANSWER_PATH = '/answer/';

type Doors = Pick<Front, 'slack' | 'teams' | 'answers'>;

const doorsOf = ({ slack, teams, answers }: Doors) => [
  { isFor: (url: string) => url === SLACK_PATH, handle: slack },
  { isFor: (url: string) => url === TEAMS_PATH, handle: teams },
  {
    isFor: (url: string) => url.startsWith(ANSWER_PATH),
    handle: answers && getRequestListener(answers.fetch),
  },
];

/**
 * The server that others may reach: it has no page on it but those of single answers. Whoever sends
 * slowly, or nothing, is cut off.
 */
export const listenFront = ({ host, port, outward, ...front }: Front): Promise<Server> => {
  const rest = getRequestListener(outward.fetch);
  const doors = doorsOf(front);
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 60_000 },
    (request, response) => {
      const door = doors.find(({ isFor }) => isFor(request.url ?? ''));
      if (door?.handle) void door.handle(request, response);
      else void rest(request, response);
    },
  );
  return new Promise((resolve, reject) => {
    server.once('error', () =>
      reject(new PortTaken(`Port ${port} cannot be used: set FRONT_PORT to another one.`)),
    );
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve({
        url: `http://${host}:${taken}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
};
