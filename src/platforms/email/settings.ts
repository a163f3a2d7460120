import { z } from 'zod';
import type { Arrangement } from '../../domain/arrangement.ts';
import type { PersonId } from '../../domain/incident.ts';
import {
  BadSettingsFile,
  readSettingsFile,
  type Secrets,
  strangers,
} from '../chat/settings-file.ts';

import {
  Imap,
  type ImapServer,
  imapMistakes,
  imapServer,
  LOOPBACK,
  Smtp,
  type SmtpServer,
  smtpMistakes,
  smtpServer,
} from './servers.ts';

/** Only what can stand in a header and in an SMTP command as it is: no spaces, no brackets, no quotes. */
const ADDRESS =
  /^[A-Za-z0-9](?:[A-Za-z0-9._+'-]{0,62}[A-Za-z0-9_+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const Address = z
  .string()
  .regex(ADDRESS, 'expected an address, like duty.desk@probation.example')
  .refine((text) => !text.includes('..'), 'expected an address without two dots together')
  .transform((text) => text.toLowerCase())
  .brand<'Address'>();
/** Where somebody has their e-mail, in small letters. */
export type Address = z.infer<typeof Address>;

const File = z.strictObject({
  from: Address,
  /** Where an answer by hand goes: the business unit's own mailbox. */
  replies: Address,
  smtp: Smtp,
  /** The mailbox of `from`, where what cannot be delivered comes back to; without it nobody looks. */
  imap: Imap.optional(),
  /** The address that the outward server has on the internet; without one no message has a link. */
  answers: z
    .url('expected an address, like https://heed.council.example')
    .refine(isSafe, 'expected an address that begins with https://')
    .refine((url) => /^https?:\/\/[^/?#]+\/?$/.test(url), 'expected an address without a path')
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  people: z.record(
    z.string(),
    z
      .union([z.string(), z.array(z.string()).min(1)])
      .transform((one) => [one].flat())
      .pipe(z.array(Address)),
  ),
});

function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || LOOPBACK.has(hostname);
}

export interface EmailSettings {
  readonly from: Address;
  readonly replies: Address;
  readonly smtp: SmtpServer;
  readonly imap?: ImapServer | undefined;
  readonly answers?: string | undefined;
  /** In order of preference. */
  readonly people: ReadonlyMap<PersonId, readonly Address[]>;
}

/** Reads email.yaml, and the password in the environment. Throws BadSettingsFile. */
export const readEmailSettings = (
  yaml: string,
  secrets: Secrets,
  arrangement: Pick<Arrangement, 'people' | 'name'>,
): EmailSettings => {
  const { people, ...file } = readSettingsFile(File, yaml);
  const smtp = smtpServer(file.smtp, secrets);
  const imap = file.imap && imapServer(file.imap, secrets);
  const mistakes = [
    ...smtpMistakes(smtp),
    ...imapMistakes(imap),
    ...strangers(people, arrangement),
    ...shared(people),
  ];
  if (mistakes.length > 0) throw new BadSettingsFile(mistakes.join('\n'));
  const addresses = Object.entries(people).map(([id, of]) => [id as PersonId, of] as const);
  return { ...file, smtp, imap, people: new Map(addresses) };
};

/** Whoever reads one mailbox would answer for both. The address itself may hold a name, so it is not said. */
const shared = (people: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(people).flatMap(([id, own], at) =>
    Object.entries(people)
      .slice(0, at)
      .filter(([, others]) => own.some((one) => others.includes(one)))
      .map(([other]) => `people.${id}: it has an address of ${other}. Each needs its own`),
  );
