import { type Finding, note, well, wrong } from '../../app/finding.ts';
import { counted } from '../../domain/words.ts';
import type { Away, Posted } from './mail.ts';
import { tryMailbox } from './mailbox.ts';
import type { EmailSettings } from './settings.ts';
import { tryLogin } from './smtp.ts';

/** What the doctor says of e-mail: whether the mail server lets Heed in, and what of it is set up. Nothing is sent. */
export const checkEmail = async (
  settings: EmailSettings,
  timeoutMs = 10_000,
): Promise<readonly Finding[]> => [
  sayServer(await tryLogin(settings, timeoutMs), settings),
  await sayReturned(settings, timeoutMs),
  sayPages(settings),
  well('E-mail', `${counted(settings.people.size, 'person', 'people')} of the roster can be told.`),
];

const sayServer = (posted: Posted, { smtp }: EmailSettings): Finding => {
  if (posted.is === 'away') return wrong('E-mail', `${smtp.host}: ${WHY[posted.why]}`);
  const how = smtp.tls === 'none' ? 'on this machine' : 'over TLS';
  return well('E-mail', `the mail server is spoken to ${how}, and lets Heed in.`);
};

const WHY: Readonly<Record<Away, string>> = {
  unreachable: 'it cannot be reached. Let this machine through to it, and check host and port.',
  'no-tls':
    'it offers no TLS, or a certificate that nobody vouches for, so nothing is sent. Check tls and port; for an authority of your own give its certificate as ca.',
  'no-login': 'it does not let Heed in. Check user, and set EMAIL_PASSWORD anew.',
  sender: 'it does not let Heed write from that address. Ask whoever runs it.',
};

const sayReturned = async ({ imap }: EmailSettings, timeoutMs: number): Promise<Finding> => {
  if (!imap)
    return note(
      'E-mail',
      'imap is not set, so Heed does not know what comes back later. Have the mailbox of from looked into.',
    );
  const is = await tryMailbox(imap, timeoutMs);
  return is === 'looked'
    ? well('E-mail', 'the mailbox that returned mail comes to can be looked into.')
    : wrong('E-mail', `${imap.host}: ${MAILBOX[is]}`);
};

const MAILBOX = {
  unreachable: 'the mailbox cannot be looked into. Check host, port, folder and ca under imap.',
  'no-login': 'it does not let Heed in. Check user under imap, and set EMAIL_IMAP_PASSWORD anew.',
} as const;

const sayPages = ({ answers }: EmailSettings): Finding =>
  answers === undefined
    ? note(
        'E-mail',
        'answers is not set, so no message has a link, and whoever has nothing but e-mail answers by hand.',
      )
    : well('E-mail', `links lead to ${answers}.`);
