import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** The address of this machine alone: nobody elsewhere reaches a page that has no password. */
const LOOPBACK = '127.0.0.1';

/** The port cannot be used; the message says what to do. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

export interface Server {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The one HTTP server of the program, which every platform shares. */
export const listen = (app: Hono, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch: app.fetch });
    server.once('error', () =>
      reject(new PortTaken(`Port ${port} cannot be used: set PORT to another one.`)),
    );
    server.listen(port, LOOPBACK, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve({
        url: `http://${LOOPBACK}:${taken}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
  });
