import { ImapFlow } from 'imapflow';
import type { ImapServer } from './servers.ts';

/** What became of a look into the mailbox. */
export type Looked = 'looked' | 'unreachable' | 'no-login';

/** Reports are small; what is larger is no report of ours. */
const MOST_BYTES = 512 * 1024;

/**
 * Looks at each report that nobody has seen, and marks it as seen once it has been dealt with. Nothing
 * else in the mailbox is read, moved or deleted.
 */
export const lookAtReports = (
  settings: ImapServer,
  deal: (source: Buffer) => Promise<void>,
  timeoutMs: number,
): Promise<Looked> =>
  withMailbox(settings, timeoutMs, async (client) => {
    await client.mailboxOpen(settings.folder);
    const found = await client.search(REPORTS, { uid: true });
    for (const uid of found || []) await dealWith(client, uid, deal);
  });

/** Whether the mailbox can be looked into: nothing in it changes. */
export const tryMailbox = (settings: ImapServer, timeoutMs: number): Promise<Looked> =>
  withMailbox(settings, timeoutMs, async (client) => {
    await client.mailboxOpen(settings.folder, { readOnly: true });
  });

const REPORTS = {
  seen: false,
  larger: 0,
  smaller: MOST_BYTES,
  header: { 'content-type': 'delivery-status' },
};

const withMailbox = async (
  settings: ImapServer,
  timeoutMs: number,
  work: (client: ImapFlow) => Promise<void>,
): Promise<Looked> => {
  const client = new ImapFlow(optionsOf(settings, timeoutMs));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
    await client.logout();
    return 'looked';
  } catch (problem) {
    if (problem instanceof DealFailed) throw problem.cause;
    const { authenticationFailed } = problem as { readonly authenticationFailed?: boolean };
    return authenticationFailed ? 'no-login' : 'unreachable';
  } finally {
    client.close();
  }
};

/** What went wrong was not the mailbox's doing. */
class DealFailed extends Error {
  override readonly name = 'DealFailed';
}

const dealWith = async (
  client: ImapFlow,
  uid: number,
  deal: (source: Buffer) => Promise<void>,
): Promise<void> => {
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
  const { source } = message || {};
  if (!source) return;
  await deal(source).catch((cause: unknown) => {
    throw new DealFailed('', { cause });
  });
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
};

const optionsOf = ({ host, port, tls, user, password, ca }: ImapServer, timeoutMs: number) => ({
  host,
  port,
  secure: tls === 'implicit',
  ...(tls === 'starttls' ? { doSTARTTLS: true } : {}),
  auth: { user, pass: password },
  logger: false as const,
  disableAutoIdle: true,
  connectionTimeout: timeoutMs,
  greetingTimeout: timeoutMs,
  socketTimeout: timeoutMs,
  tls: { minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) },
});
