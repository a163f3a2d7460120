import type { Posted } from './mail.ts';

/** What nodemailer says of a failure; its words are not kept, since a server may quote an address. */
export interface Failure {
  readonly code?: string;
  /** Node's own, which nodemailer has put its own in place of. */
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** `isRead`: the server had begun to read the message. */
export const outcomeOf = (failure: Failure, isRead: boolean): Posted => {
  const { code = '', responseCode } = failure;
  if (code === 'ETLS' || isWithoutTls(failure) || isUntrusted(failure))
    return { is: 'away', why: 'no-tls' };
  if (code === 'EAUTH' || code === 'ENOAUTH') return { is: 'away', why: loginOf(responseCode) };
  if (responseCode === undefined) return isRead ? { is: 'unsure' } : UNREACHABLE;
  return answered(failure.command ?? '', responseCode);
};

/** RFC 5321, 4.2.1: 4yz may be taken at another time, 5yz never. */
const answered = (command: string, code: number): Posted => {
  if (!ABOUT_THE_MESSAGE.has(command)) return UNREACHABLE;
  if (code < 500 || code === BAD_SEQUENCE) return { is: 'later' };
  return command === 'MAIL FROM' ? { is: 'away', why: 'sender' } : { is: 'refused' };
};

const UNREACHABLE = { is: 'away', why: 'unreachable' } as const;
/** It says that the session was in the wrong state, and nothing of the message. */
const BAD_SEQUENCE = 503;

const ABOUT_THE_MESSAGE = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** A server that has no STARTTLS refuses the command, or does not know it. */
const isWithoutTls = ({ command, responseCode }: Failure): boolean =>
  command === 'STARTTLS' && responseCode !== undefined;

/** Nobody vouches for the certificate, it is over, or it is another server's. */
const isUntrusted = ({ originalCode = '' }: Failure): boolean =>
  /CERT|SIGNATURE|^ERR_(TLS|SSL)_|^EPROTO$/.test(originalCode);

/** 454 is "temporary authentication failure" (RFC 4954). */
const loginOf = (responseCode: number | undefined) =>
  responseCode !== undefined && responseCode < 500 ? 'unreachable' : 'no-login';
