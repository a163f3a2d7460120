import { once } from 'node:events';
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { headersOf } from './headers.ts';
import type { Mail, Post, Posted } from './mail.ts';
import type { EmailSettings } from './settings.ts';
import { type Failure, outcomeOf } from './smtp-outcome.ts';

type Settings = Pick<EmailSettings, 'from' | 'replies' | 'smtp'>;

/** Where nothing is heard for so long, the server counts as away. */
const TIMEOUT_MS = 20_000;

/**
 * The mail server, spoken to by nodemailer's own connection: one message a connection, since the
 * pool of the library would post again by itself what may have arrived.
 */
export const smtp =
  (settings: Settings, timeoutMs = TIMEOUT_MS): Post =>
  async (mail) => {
    const message = await new MailComposer(headersOf(mail, settings)).compile().build();
    return withConnection(settings, timeoutMs, (connection, failed) =>
      handOver(connection, failed, { mail, from: settings.from, message }),
    );
  };

/** Whether the server lets Heed in: nothing is sent. */
export const tryLogin = (settings: Settings, timeoutMs = TIMEOUT_MS): Promise<Posted> =>
  withConnection(settings, timeoutMs, async () => ({ is: 'taken' }));

type Work = (connection: SMTPConnection, failed: Promise<never>) => Promise<Posted>;

const withConnection = async (
  { smtp: server }: Settings,
  timeoutMs: number,
  work: Work,
): Promise<Posted> => {
  const connection = new SMTPConnection(optionsOf(server, timeoutMs));
  const failed = once(connection, 'error').then(([problem]) => Promise.reject(problem));
  failed.catch(() => undefined);
  try {
    await Promise.race([failed, called((done) => connection.connect(done))]);
    const { user, password: pass } = server;
    if (user !== undefined)
      await Promise.race([failed, called((done) => connection.login({ user, pass }, done))]);
    return await work(connection, failed);
  } catch (problem) {
    return outcomeOf(problem as Failure, false);
  } finally {
    connection.close();
  }
};

const optionsOf = ({ host, port, tls, ca }: Settings['smtp'], timeoutMs: number) => ({
  host,
  port,
  secure: tls === 'implicit',
  requireTLS: tls === 'starttls',
  ignoreTLS: tls === 'none',
  connectionTimeout: timeoutMs,
  greetingTimeout: timeoutMs,
  socketTimeout: timeoutMs,
  dnsTimeout: timeoutMs,
  socketCloseTimeout: 0,
  tls: { minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) },
});

interface Letter {
  readonly mail: Mail;
  readonly from: string;
  readonly message: Buffer;
}

/** Once the server has begun to read it, a silence may mean that it has it. */
const handOver = async (
  connection: SMTPConnection,
  failed: Promise<never>,
  { mail, from, message }: Letter,
): Promise<Posted> => {
  let isRead = false;
  const body = Readable.from(
    (function* () {
      isRead = true;
      yield message;
    })(),
    { objectMode: false },
  );
  try {
    const envelope = { from, to: [mail.to] };
    await Promise.race([failed, called((done) => connection.send(envelope, body, done))]);
    return { is: 'taken' };
  } catch (problem) {
    return outcomeOf(problem as Failure, isRead);
  }
};

const called = (begin: (done: (problem?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    begin((problem) => (problem ? reject(problem) : resolve()));
  });
