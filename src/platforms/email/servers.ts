import { z } from 'zod';
import type { Secrets } from '../chat/settings-file.ts';

const HOST = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;
const host = z
  .string()
  .regex(HOST, 'expected the name of a mail server, like smtp.council.example');
const port = z.number().int().min(1).max(65_535);
/** The certificate of the authority that vouches for the server, where it is the council's own. */
const ca = z.string().includes('BEGIN CERTIFICATE').optional();

/** Where messages are handed over. */
export const Smtp = z.strictObject({
  host,
  port: port.optional(),
  tls: z.enum(['starttls', 'implicit', 'none']).default('starttls'),
  user: z.string().min(1).max(320).optional(),
  ca,
});
type Smtp = z.infer<typeof Smtp>;

/** Where what cannot be delivered comes back to. */
export const Imap = z.strictObject({
  host,
  port: port.default(993),
  tls: z.enum(['starttls', 'implicit']).default('implicit'),
  user: z.string().min(1).max(320),
  folder: z.string().min(1).max(200).default('INBOX'),
  ca,
});
type Imap = z.infer<typeof Imap>;

export type SmtpServer = Omit<Smtp, 'port'> & { readonly port: number; readonly password: string };
export type ImapServer = Imap & { readonly password: string };

export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/** RFC 8314: submission with STARTTLS, and with TLS from the start. */
const PORTS = { starttls: 587, implicit: 465, none: 25 } as const;

const passwordOf = ({ EMAIL_PASSWORD = '' }: Secrets): string => EMAIL_PASSWORD;

export const smtpServer = (smtp: Smtp, secrets: Secrets): SmtpServer => ({
  ...smtp,
  port: smtp.port ?? PORTS[smtp.tls],
  password: passwordOf(secrets),
});

/** The same mailbox often has the same password. */
export const imapServer = (imap: Imap, secrets: Secrets): ImapServer => ({
  ...imap,
  password: secrets.EMAIL_IMAP_PASSWORD ?? passwordOf(secrets),
});

export const smtpMistakes = ({ host, tls, user, password }: SmtpServer): readonly string[] => [
  ...(tls === 'none' && !LOOPBACK.has(host) ? [UNPROTECTED] : []),
  ...(tls === 'none' && user !== undefined ? [IN_THE_OPEN] : []),
  ...(user !== undefined && password === '' ? [NO_PASSWORD] : []),
];

export const imapMistakes = (imap: ImapServer | undefined): readonly string[] =>
  imap?.password === '' ? [NO_IMAP_PASSWORD] : [];

const UNPROTECTED =
  'smtp.tls: none is for a mail server on this machine alone. Write starttls, or implicit';
const IN_THE_OPEN =
  'smtp.user: a password is never sent without TLS. Write tls: starttls or implicit, or leave user out';
const NO_PASSWORD =
  'EMAIL_PASSWORD is not set in the environment. It is the password of smtp.user at the mail server.';
const NO_IMAP_PASSWORD =
  'EMAIL_IMAP_PASSWORD is not set in the environment. It is the password of imap.user.';
