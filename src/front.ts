import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { PortTaken, type Server } from './http.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => void;

type Pages = { readonly fetch: Parameters<typeof getRequestListener>[0] };

export interface Doors {
  /** What Slack calls; nothing where it comes by a socket. */
  readonly slack: Handle | undefined;
  readonly teams: Handle | undefined;
  /** The pages on which people answer who have an e-mail; nothing where there are none. */
  readonly answers: Pages | undefined;
  /** What others may reach beside: what to watch, and everybody's own calendar. */
  readonly outward: Hono;
}

interface Address {
  readonly host: string;
  readonly port: number;
}

/** What is called from outside. A proxy with a certificate stands before it. */
export const SLACK_PATH = '/slack/events';
export const TEAMS_PATH = '/api/messages';
/** Whatever begins so is a page of an answer. */
export const ANSWER_PATH = '/answer/';

/** What answers at the doors of one partnership. */
export const doorway = ({ slack, teams, answers, outward }: Doors): Handle => {
  const rest = getRequestListener(outward.fetch);
  const doors = [
    { isFor: (url: string) => url === SLACK_PATH, handle: slack },
    { isFor: (url: string) => url === TEAMS_PATH, handle: teams },
    {
      isFor: (url: string) => url.startsWith(ANSWER_PATH),
      handle: answers && getRequestListener(answers.fetch),
    },
  ];
  return (request, response) => {
    const door = doors.find(({ isFor }) => isFor(request.url ?? ''));
    if (door?.handle) void door.handle(request, response);
    else void rest(request, response);
  };
};

/** The server that others may reach, for one partnership. */
export const listenFront = ({ host, port, ...doors }: Address & Doors): Promise<Server> =>
  listenOutward({ host, port }, doorway(doors));

/**
 * The server that others may reach: it has no page on it but those of single answers. Whoever sends
 * slowly, or nothing, is cut off.
 */
export const listenOutward = ({ host, port }: Address, handle: Handle): Promise<Server> => {
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 60_000 },
    handle,
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
