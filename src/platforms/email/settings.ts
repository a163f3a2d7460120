import { z } from 'zod';
import type { Arrangement } from '../../domain/arrangement.ts';
import type { PersonId } from '../../domain/incident.ts';
import {
  BadSettingsFile,
  readSettingsFile,
  type Secrets,
  strangers,
} from '../chat/settings-file.ts';

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

const HOST = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

const File = z.strictObject({
  from: Address,
  /** Where an answer by hand goes: the business unit's own mailbox. */
  replies: Address,
  smtp: z.strictObject({
    host: z.string().regex(HOST, 'expected the name of a mail server, like smtp.council.example'),
    port: z.number().int().min(1).max(65_535).optional(),
    tls: z.enum(['starttls', 'implicit', 'none']).default('starttls'),
    user: z.string().min(1).max(320).optional(),
    /** The certificate of the authority that vouches for the server, where it is the council's own. */
    ca: z.string().includes('BEGIN CERTIFICATE').optional(),
  }),
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

const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || LOOPBACK.has(hostname);
}

export interface EmailSettings {
  readonly from: Address;
  readonly replies: Address;
  readonly smtp: {
    readonly host: string;
    readonly port: number;
    readonly tls: 'starttls' | 'implicit' | 'none';
    readonly user?: string | undefined;
    readonly password: string;
    readonly ca?: string | undefined;
  };
  readonly answers?: string | undefined;
  /** In order of preference. */
  readonly people: ReadonlyMap<PersonId, readonly Address[]>;
}

/** RFC 8314: submission with STARTTLS, and with TLS from the start. */
const PORTS = { starttls: 587, implicit: 465, none: 25 } as const;

/** Reads email.yaml, and the password in the environment. Throws BadSettingsFile. */
export const readEmailSettings = (
  yaml: string,
  secrets: Secrets,
  arrangement: Pick<Arrangement, 'people' | 'name'>,
): EmailSettings => {
  const { people, smtp, ...file } = readSettingsFile(File, yaml);
  const password = secrets.EMAIL_PASSWORD ?? '';
  const mistakes = [
    ...(smtp.tls === 'none' && !LOOPBACK.has(smtp.host) ? [UNPROTECTED] : []),
    ...(smtp.tls === 'none' && smtp.user !== undefined ? [IN_THE_OPEN] : []),
    ...(smtp.user !== undefined && password === '' ? [NO_PASSWORD] : []),
    ...strangers(people, arrangement),
    ...shared(people),
  ];
  if (mistakes.length > 0) throw new BadSettingsFile(mistakes.join('\n'));
  return {
    ...file,
    smtp: { ...smtp, port: smtp.port ?? PORTS[smtp.tls], password },
    people: new Map(Object.entries(people).map(([id, of]) => [id as PersonId, of] as const)),
  };
};

/** Whoever reads one mailbox would answer for both. The address itself may hold a name, so it is not said. */
const shared = (people: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(people).flatMap(([id, own], at) =>
    Object.entries(people)
      .slice(0, at)
      .filter(([, others]) => own.some((one) => others.includes(one)))
      .map(([other]) => `people.${id}: it has an address of ${other}. Each needs its own`),
  );

const UNPROTECTED =
  'smtp.tls: none is for a mail server on this machine alone. Write starttls, or implicit';
const IN_THE_OPEN =
  'smtp.user: a password is never sent without TLS. Write tls: starttls or implicit, or leave user out';
const NO_PASSWORD =
  'EMAIL_PASSWORD is not set in the environment. It is the password of smtp.user at the mail server.';
