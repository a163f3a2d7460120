import { randomUUID } from 'node:crypto';
import { questionsIn } from '../../app/answering.ts';
import type { Brought, Way } from '../../app/deliver.ts';
import { leavesIn } from '../../app/leaf.ts';
import type { Message } from '../../app/message.ts';
import type { PersonId } from '../../domain/incident.ts';
import { compose, type Link } from './compose.ts';
import type { Email } from './email.ts';
import { linkTo } from './link-to.ts';
import type { Mail, Posted } from './mail.ts';
import { headOf, hostOf, threadName } from './names.ts';
import { puttingOff } from './put-off.ts';
import { hashOf } from './register.ts';
import type { Address } from './settings.ts';

/** Brings messages to people by e-mail; to whom has no address here, never. */
export const emailCourier = (email: Email): Way => {
  const addressesOf = (id: PersonId): readonly Address[] => email.settings.people.get(id) ?? [];
  const noted = puttingOff(email);
  return {
    route: 'email',
    reaches: ({ id }) => addressesOf(id).length > 0,
    isReady: ({ id }) => {
      const addresses = addressesOf(id);
      return addresses.length === 0 || addresses.some((one) => !email.office.isHeld(one));
    },
    send: async ({ id }, message) => {
      const tried: Brought[] = [];
      for (const address of addressesOf(id)) {
        const posted = await sendTo(email, id, address, message);
        await noted(id, posted);
        const is = BROUGHT[posted.is];
        if (is === 'sent' || is === 'unsure') return is;
        tried.push(is);
      }
      return tried.includes('not-sent') ? 'not-sent' : 'undeliverable';
    },
  };
};

const sendTo = async (
  email: Email,
  person: PersonId,
  address: Address,
  message: Message,
): Promise<Posted> => {
  const draw = (): Promise<Mail> => mailFor(email, person, address, message);
  const posted = await email.office.post(address, draw);
  if (posted.is === 'taken') await keepSent(email, person, message);
  return posted;
};

const BROUGHT = {
  taken: 'sent',
  later: 'not-sent',
  away: 'not-sent',
  refused: 'undeliverable',
  unsure: 'unsure',
} as const satisfies Record<Posted['is'], Brought>;

/** Only where somebody looks for what comes back. */
const keepSent = async (email: Email, person: PersonId, message: Message): Promise<void> => {
  const keys = message.items?.map(({ key }) => key) ?? [];
  if (email.settings.imap && keys.length > 0)
    await email.register.keepSent({ id: idOf(email, person, message), person, keys });
};

const mailFor = async (
  email: Email,
  person: PersonId,
  address: Address,
  message: Message,
): Promise<Mail> => {
  const links = await linksFor(email, person, address, message);
  return {
    ...compose(message, { ...headOf(email), links }),
    to: address,
    id: idOf(email, person, message),
    thread: threadOf(email, message),
  };
};

/** One for each thing in it that its reader may answer now, or print. */
const linksFor = async (
  email: Email,
  person: PersonId,
  address: Address,
  { items = [] }: Message,
): Promise<readonly Link[]> => {
  const links: Link[] = [];
  for (const question of [...questionsIn(items), ...leavesIn(items)]) {
    const link = await linkTo(email, { person, address, question });
    if (link) links.push(link);
  }
  return links;
};

/**
 * The same for the same things to the same person: what is sent again, since nobody knew whether it
 * had arrived, is then one message in most mailboxes.
 */
const idOf = (email: Email, person: PersonId, { items }: Message): string => {
  const keys = items?.map(({ key }) => key).join('\n') ?? randomUUID();
  return `${hashOf(`${person}\n${keys}`)}@${hostOf(email)}`;
};

const threadOf = (email: Email, { about }: Message): string | undefined => {
  const [only, ...more] = about;
  return only && more.length === 0 ? threadName(email, only) : undefined;
};
