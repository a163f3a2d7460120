import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to a database that can be cut at the worst moment. */
export interface CutLine {
  readonly port: number;
  /**
   * When this is next asked, the line is cut: `before` it has reached the database, or `after`, when
   * the answer is on its way. With `down` nobody comes through after that.
   */
  readonly cutAt: (asked: string, when: 'before' | 'after', then?: 'down') => void;
  /** Nobody comes through any more, or everybody does. */
  readonly down: (is: boolean) => void;
}

export const cutLine = async (to: number): Promise<CutLine> => {
  const open = new Set<Socket>();
  let isDown = false;
  let next:
    | { readonly asked: string; readonly when: 'before' | 'after'; readonly stays: boolean }
    | undefined;
  const hangUp = (): void => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((near) => {
    if (isDown) return void near.destroy();
    const far = connect(to, '127.0.0.1');
    let isCut = false;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      if (next && bytes.includes(next.asked)) {
        const { when, stays } = next;
        next = undefined;
        isDown ||= stays;
        if (when === 'before') return void near.destroy();
        isCut = true;
      }
      far.write(bytes);
    });
    // What comes back says that it was done; it is what never arrives.
    far.on('data', (bytes) => (isCut ? near.destroy() : near.write(bytes)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    hangUp();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    cutAt: (asked, when, then) => {
      next = { asked, when, stays: then === 'down' };
    },
    down: (is) => {
      isDown = is;
      if (is) hangUp();
    },
  };
};
