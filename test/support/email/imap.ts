import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import { CERTIFICATE, KEY } from './certificate.ts';

interface Letter {
  readonly source: string;
  seen: boolean;
}

/** As much of an IMAP server (RFC 3501) as is asked of one here: a mailbox, its letters, and which were seen. */
export interface Mailbox {
  readonly port: number;
  readonly letters: Letter[];
  readonly arrives: (source: string) => void;
  /** What it was asked, a word a command. */
  readonly asked: string[];
  readonly stop: () => Promise<void>;
}

export const mailbox = async (password = 'right'): Promise<Mailbox> => {
  const letters: Letter[] = [];
  const asked: string[] = [];
  const sockets = new Set<TLSSocket>();
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const says = (line: string): void => void socket.write(`${line}\r\n`);
    says('* OK [CAPABILITY IMAP4rev1] ready');
    let left = '';
    socket.on('data', (part) => {
      const lines = (left + part.toString()).split('\r\n');
      left = lines.pop() ?? '';
      for (const line of lines) answer(line, { says, letters, password, asked });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  onTestFinished(stop);
  return {
    port: (server.address() as AddressInfo).port,
    letters,
    asked,
    arrives: (source) => void letters.push({ source, seen: false }),
    stop,
  };
};

interface Session {
  readonly says: (line: string) => void;
  readonly letters: Letter[];
  readonly password: string;
  readonly asked: string[];
}

const answer = (line: string, session: Session): void => {
  const [tag = '', ...words] = line.split(' ');
  const name = words[0]?.toUpperCase() === 'UID' ? `UID ${words[1]}` : (words[0] ?? '');
  session.asked.push(name.toUpperCase());
  const isDone = COMMANDS[name.toUpperCase()]?.(line, session) ?? true;
  session.says(`${tag} ${isDone ? 'OK done' : 'NO [AUTHENTICATIONFAILED] no'}`);
};

const open = (_: string, { says, letters }: Session): boolean => {
  for (const one of ['FLAGS (\\Seen)', `${letters.length} EXISTS`, '0 RECENT']) says(`* ${one}`);
  for (const one of ['UIDVALIDITY 1', `UIDNEXT ${letters.length + 1}`]) says(`* OK [${one}]`);
  return true;
};

/** False where it is declined. */
const COMMANDS: Readonly<Record<string, (line: string, session: Session) => boolean>> = {
  SELECT: open,
  EXAMINE: open,
  CAPABILITY: (_, { says }) => {
    says('* CAPABILITY IMAP4rev1');
    return true;
  },
  LOGIN: (line, { password }) => line.includes(password),
  LIST: (_, { says }) => {
    says('* LIST (\\HasNoChildren) "/" "INBOX"');
    return true;
  },
  'UID SEARCH': (_, { says, letters }) => {
    const found = letters.flatMap(({ source, seen }, at) =>
      !seen && /^content-type:.*delivery-status/im.test(source.slice(0, source.indexOf('\r\n\r\n')))
        ? [at + 1]
        : [],
    );
    says(`* SEARCH ${found.join(' ')}`.trimEnd());
    return true;
  },
  'UID FETCH': (line, { says, letters }) => {
    const uid = Number(/UID FETCH (\d+)/i.exec(line)?.[1]);
    const source = letters[uid - 1]?.source ?? '';
    says(`* ${uid} FETCH (UID ${uid} BODY[] {${Buffer.byteLength(source)}}\r\n${source})`);
    return true;
  },
  'UID STORE': (line, { letters }) => {
    const letter = letters[Number(/UID STORE (\d+)/i.exec(line)?.[1]) - 1];
    if (letter) letter.seen = true;
    return true;
  },
};

/** A report as mail servers send it (RFC 3464), about one message. */
export const report = ({
  id,
  action = 'failed',
  status = '5.1.1',
}: {
  readonly id: string;
  readonly action?: string;
  readonly status?: string;
}): string =>
  [
    'From: MAILER-DAEMON@mx.partners.example',
    'To: heed@merton.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry to have to inform you.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.partners.example',
    '',
    'Final-Recipient: rfc822; somebody@partners.example',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: Heed <heed@merton.example>',
    `Message-ID: ${id}`,
    'Subject: as it was sent',
    '',
    'Its text.',
    '--b--',
    '',
  ].join('\r\n');
