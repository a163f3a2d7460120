import { randomUUID } from 'node:crypto';
import { plain } from '../../app/message.ts';
import type { Ref } from '../../domain/reference.ts';
import { compose, type Link } from './compose.ts';
import type { Email } from './email.ts';
import type { Mail } from './mail.ts';
import { headOf, hostOf } from './names.ts';
import type { Address } from './settings.ts';

/** The code itself is not on a lock screen. */
export const codeLetter = (email: Email, to: Address, ref: Ref, code: string): Mail =>
  letter(
    email,
    to,
    [],
    [
      `${ref}: your code`,
      `${code} is the code for the page that you have opened. It works for 15 minutes.`,
      'Nobody will ever ask you for it but that page. If you have not opened it, do nothing, and tell the business unit.',
    ],
  );

export const newLinkLetter = (email: Email, to: Address, ref: Ref, link: Link): Mail =>
  letter(email, to, [link], [`${ref}: the new link that you asked for`]);

const letter = (
  email: Email,
  to: Address,
  links: readonly Link[],
  [title = '', ...lines]: readonly string[],
): Mail => ({
  ...compose(plain(title, ...lines), { ...headOf(email), links }),
  to,
  id: `${randomUUID()}@${hostOf(email)}`,
});
