import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { CERTIFICATE, KEY } from './certificate.ts';

/** A message as the mail server took it. */
export interface Taken {
  readonly to: string;
  readonly from: string;
  readonly isSecure: boolean;
  readonly raw: string;
}

/** What the mail server says to a command instead of taking it. */
interface Refusal {
  readonly code: number;
  readonly says?: string;
}

export interface Rules {
  /** Asked at RCPT TO. */
  readonly rcpt?: (address: string) => Refusal | undefined;
  readonly sender?: (address: string) => Refusal | undefined;
  /** Asked when the whole message is there; "hang up" cuts the line without an answer. */
  readonly data?: (taken: Taken) => Refusal | 'hang up' | undefined;
}

/** A real SMTP server on this machine, with whatever faults a test gives it. */
export interface MailServer {
  readonly port: number;
  readonly taken: Taken[];
  rules: Rules;
  readonly to: (address: string) => readonly Taken[];
  readonly stop: () => Promise<void>;
  /** Again, at the same port. */
  readonly start: () => Promise<void>;
}

interface Given {
  readonly tls?: 'starttls' | 'implicit' | 'none' | undefined;
  /** Who may log in; anybody may send without, where nobody is named. */
  readonly login?: { readonly user: string; readonly pass: string };
}

export const mailServer = async (given: Given = {}): Promise<MailServer> => {
  const taken: Taken[] = [];
  const self: MailServer = {
    port: 0,
    taken,
    rules: {},
    to: (address) => taken.filter((one) => one.to === address),
    stop: () => running.stop(),
    start: async () => {
      running = await run(self, given, self.port);
    },
  };
  let running = await run(self, given, 0);
  onTestFinished(() => running.stop());
  return Object.assign(self, { port: running.port });
};

const run = async (state: MailServer, given: Given, port: number) => {
  const sockets = new Set<Socket>();
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({ ...optionsOf(given), ...deskOf(state, hangUp) });
  // A line that breaks is what some of the tests are about.
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: async (): Promise<void> => {
      hangUp();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

const optionsOf = ({ tls, login }: Given): SMTPServerOptions => ({
  secure: tls === 'implicit',
  key: KEY,
  cert: CERTIFICATE,
  disabledCommands: [...(tls === 'none' ? ['STARTTLS'] : []), ...(login ? [] : ['AUTH'])],
  logger: false,
  onAuth: (auth, _, done) =>
    auth.username === login?.user && auth.password === login?.pass
      ? done(null, { user: auth.username })
      : done(fault({ code: 535, says: `5.7.8 not ${auth.username}` })),
});

const deskOf = (state: MailServer, hangUp: () => void): SMTPServerOptions => ({
  onMailFrom: ({ address }, _, done) => done(fault(state.rules.sender?.(address))),
  onRcptTo: ({ address }, _, done) => done(fault(state.rules.rcpt?.(address))),
  onData: async (stream, { envelope, secure }, done) => {
    const raw = await text(stream);
    const { mailFrom: sender, rcptTo } = envelope;
    const one: Taken = {
      to: rcptTo.map(({ address }) => address).join(),
      from: sender ? sender.address : '',
      isSecure: secure,
      raw,
    };
    const rule = state.rules.data?.(one);
    if (rule === 'hang up') return hangUp();
    if (!rule) state.taken.push(one);
    return done(fault(rule));
  },
});

const fault = (refusal: Refusal | undefined): Error | null =>
  refusal ? Object.assign(new Error(refusal.says ?? 'no'), { responseCode: refusal.code }) : null;
