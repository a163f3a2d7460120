import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { PortTaken, type Server } from './http.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

interface Front {
  readonly host: string;
  readonly port: number;
  /** What Slack calls; nothing where it comes by a socket. */
  readonly slack: Handle | undefined;
  readonly teams: Handle | undefined;
  /** What others may reach beside: what to watch, and everybody's own calendar. */
  readonly outward: Hono;
}

/** What a chat product calls. A proxy with a certificate stands before it. */
export const SLACK_PATH = '/slack/events';
export const TEAMS_PATH = '/api/messages';

/**
 * The server that others may reach: it has no page on it. Whoever sends slowly, or nothing, is cut off.
 */
export const listenFront = ({ host, port, slack, teams, outward }: Front): Promise<Server> => {
  const rest = getRequestListener(outward.fetch);
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 60_000 },
    (request, response) => {
      if (slack && request.url === SLACK_PATH) slack(request, response);
      else if (teams && request.url === TEAMS_PATH) teams(request, response);
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
