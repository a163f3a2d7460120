import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { SILENT } from './api.ts';
import { soon } from './patience.ts';

/** Slack by a socket that Heed opens. */
export interface SocketReceiver extends Receiver {
  /** Opens it where it is shut; resolves when that is tried, whatever came of it. */
  readonly open: () => Promise<void>;
}

interface Parts {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly timeoutMs?: number | undefined;
  readonly onOpened: () => void;
  /** Slack says why, or nothing where it was not heard. */
  readonly onShut: (error: string | undefined) => void;
}

/** Where nothing comes of it for so long, it is given up and begun anew. */
const OPENING_MS = 20_000;
const OPENED = {};

/**
 * The SDK's own reconnecting stops the process where the token is taken no more, waits ever longer where
 * Slack is away, and does not start before Slack is there; so the socket is opened again from here: once
 * at once, then each minute.
 */
export const socketReceiver = ({ onOpened, onShut, ...parts }: Parts): SocketReceiver => {
  const receiver = receiverOf(parts);
  let is: 'shut' | 'opening' | 'open' | 'stopped' = 'shut';
  let mayHurry = true;
  /** Shut again before it was known to be open. */
  let isLost = false;
  const isStopped = (): boolean => is === 'stopped';
  const settle = (now: 'open' | 'shut'): void => {
    if (!isStopped()) is = now;
  };
  const opened = async (): Promise<boolean> => {
    const isThere = await soon(
      { patienceMs: OPENING_MS },
      receiver.start().then(() => OPENED),
    );
    if (!isThere || isStopped()) await receiver.stop();
    return isThere !== undefined;
  };
  const open = async (): Promise<void> => {
    if (is !== 'shut') return;
    is = 'opening';
    isLost = false;
    try {
      const isThere = await opened();
      settle(isThere && !isLost ? 'open' : 'shut');
      if (isThere) onOpened();
    } catch (problem) {
      settle('shut');
      onShut(errorIn(problem));
    }
  };
  receiver.client.on('disconnected', () => {
    isLost = true;
    if (is !== 'open') return;
    is = 'shut';
    if (!mayHurry) return;
    mayHurry = false;
    void open();
  });
  return {
    init: (app: App) => receiver.init(app),
    start: open,
    open: () => {
      mayHurry = true;
      return open();
    },
    stop: async () => {
      is = 'stopped';
      await receiver.stop();
    },
  };
};

const receiverOf = ({ appToken, apiUrl, timeoutMs }: Omit<Parts, 'onOpened' | 'onShut'>) =>
  new SocketModeReceiver({
    appToken,
    logger: SILENT,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
        retryConfig: { retries: 0 },
        ...(timeoutMs ? { timeout: timeoutMs } : {}),
      },
    },
  });

/** Slack's own word, where it said no. */
const errorIn = (problem: unknown): string | undefined => {
  const { data } = problem as { readonly data?: { readonly error?: unknown } };
  return typeof data?.error === 'string' ? data.error : undefined;
};
