import type { Mail } from './mail.ts';
import type { EmailSettings } from './settings.ts';

/** Control characters, line ends of every kind among them, and those that turn the direction of writing. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu;

/** No text of ours or of anybody's ends a header and begins another one. */
export const oneLine = (text: string): string => text.replace(UNSAFE, ' ').trim();

/** The name that mail programs show. */
const NAME = 'Heed';

/** All that a message has, for nodemailer's composer. Nothing in it is a file, or fetched from anywhere. */
export const headersOf = (
  { to, subject, text, html, id, thread, isDigest }: Mail,
  { from, replies }: Pick<EmailSettings, 'from' | 'replies'>,
) => ({
  disableFileAccess: true,
  disableUrlAccess: true,
  from: { name: NAME, address: from },
  to: { name: '', address: to },
  replyTo: { name: '', address: replies },
  subject: oneLine(subject),
  messageId: `<${id}>`,
  ...(thread === undefined ? {} : { inReplyTo: `<${thread}>`, references: `<${thread}>` }),
  text,
  html,
  headers: {
    // RFC 3834: no automatic answer is wanted; Exchange asks for its own header.
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(isDigest ? { 'List-Unsubscribe': `<mailto:${replies}?subject=No%20more%20digests>` } : {}),
  },
});
