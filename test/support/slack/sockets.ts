import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { isJson, parsed, str } from './json.ts';
import type { Delivered, Parcel } from './parcel.ts';
import type { World } from './world.ts';

// Socket Mode: docs.slack.dev/apis/events-api/using-socket-mode.

export const takeSockets = (world: World, server: Server): void => {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket: Duplex, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => welcome(world, opened));
  });
};

const welcome = (world: World, socket: WebSocket): void => {
  world.sockets.add(socket);
  socket.setMaxListeners(0);
  socket.on('error', () => {});
  socket.on('close', () => world.sockets.delete(socket));
  socket.on('message', (bytes) => acknowledged(world, String(bytes)));
  tell(socket, {
    type: 'hello',
    num_connections: world.sockets.size,
    debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18060 },
    connection_info: { app_id: world.appId },
  });
};

const tell = (socket: WebSocket, message: object): void => socket.send(JSON.stringify(message));

const acknowledged = (world: World, text: string): void => {
  const message = parsed(text);
  if (isJson(message)) world.envelopes.get(str(message.envelope_id))?.(message.payload);
};

/** Down the newest socket; resolves with the acknowledgement's payload. */
export const sendDown = (world: World, parcel: Parcel): Promise<Delivered> => {
  const socket = [...world.sockets].findLast(({ readyState }) => readyState === WebSocket.OPEN);
  if (!socket) return Promise.resolve({ is: 'unreached' });
  const id = randomUUID();
  return new Promise((resolve) => {
    const end = (delivered: Delivered): void => {
      clearTimeout(timer);
      socket.off('close', lost);
      world.envelopes.delete(id);
      resolve(delivered);
    };
    const lost = (): void => end({ is: 'unreached' });
    socket.on('close', lost);
    const timer = setTimeout(() => end({ is: 'timed-out' }), world.ackTimeoutMs);
    world.envelopes.set(id, (payload) =>
      end({ is: 'answered', status: 200, body: contentOf(payload), stopsRetries: false }),
    );
    tell(socket, {
      envelope_id: id,
      payload: parcel.payload,
      type: parcel.kind,
      accepts_response_payload: parcel.kind !== 'events_api',
      ...(parcel.kind === 'events_api'
        ? { retry_attempt: parcel.retry?.attempt ?? 0, retry_reason: parcel.retry?.reason ?? '' }
        : {}),
    });
  });
};

const contentOf = (payload: unknown): unknown =>
  isJson(payload) && Object.keys(payload).length === 0 ? undefined : payload;

/** Slack renews its sockets every so often: it asks the app to open another. */
export const refreshSockets = (world: World): void => {
  for (const socket of world.sockets)
    tell(socket, {
      type: 'disconnect',
      reason: 'refresh_requested',
      debug_info: { host: 'applink-1' },
    });
};

export const breakSockets = (world: World): void => {
  for (const socket of world.sockets) socket.terminate();
};
