import type { Brought, Way } from '../../app/deliver.ts';
import type { Message } from '../../app/message.ts';
import type { Person } from '../../domain/arrangement.ts';
import type { PersonId } from '../../domain/incident.ts';
import { rootOf } from './activity.ts';
import type { Called, NotDone } from './called.ts';
import { isAway } from './carrier.ts';
import { postAll } from './post.ts';
import type { Account } from './settings.ts';
import type { Teams } from './teams.ts';
import type { Conversation } from './wire.ts';

type Parts = Pick<
  Teams,
  'roster' | 'register' | 'lanes' | 'reach' | 'carrier' | 'service' | 'pages' | 'onBug'
>;

/** Seconds until what Microsoft did not answer is tried again. */
const A_WHILE = 300;

/** Brings messages to people in their own chats with Heed; to whom has no account in Teams, never. */
export const teamsCourier = (parts: Parts): Way => {
  const { roster, register, lanes } = parts;
  const isHeld = (account: Account): boolean =>
    lanes.isHeld(account) || lanes.isHeld(register.chatOf(account)?.conversation ?? '');
  return {
    route: 'teams',
    reaches: ({ id }: Person) => roster.accountsOf(id).length > 0,
    isReady: ({ id }) => {
      const [first] = roster.accountsOf(id);
      return !first || !(isAway(parts) || isHeld(first));
    },
    send: async ({ id }, message) => {
      for (const account of roster.accountsOf(id)) {
        const brought = await bring(parts, account, message, id);
        if (brought !== 'undeliverable') return brought;
      }
      return 'undeliverable';
    },
  };
};

const bring = async (
  parts: Parts,
  account: Account,
  message: Message,
  to: PersonId,
): Promise<Brought> => {
  const known = parts.register.chatOf(account);
  if (known) {
    const failed = await postAll(parts, known, message, to);
    if (!failed) return 'sent';
    if (!isGone(failed)) return settled(parts, failed);
    await parts.register.add({ is: 'lost', conversation: rootOf(known.conversation) });
  }
  return bringAnew(parts, account, message, to);
};

/** In a chat that is opened for it. */
const bringAnew = async (
  parts: Parts,
  account: Account,
  message: Message,
  to: PersonId,
): Promise<Brought> => {
  const opened = await openChat(parts, account);
  if (opened.is === 'done') {
    const failed = await postAll(parts, opened.result, message, to);
    return failed ? settled(parts, failed) : 'sent';
  }
  if (opened.is !== 'unsure') return settled(parts, opened);
  // Nothing was posted yet, whatever became of the opening; it is not asked again every minute.
  parts.lanes.hold(account, A_WHILE);
  return 'not-sent';
};

/** There is no such conversation any more: there may be another. */
const isGone = (failed: NotDone): boolean => failed.is === 'refused' && failed.status === 404;

/** The chat with somebody who has the app but has not written yet. */
export const openChat = async (
  { register, carrier, service }: Pick<Teams, 'register' | 'carrier' | 'service'>,
  account: Account,
): Promise<Called<Conversation>> => {
  const [tenant = '', object = ''] = account.split('/');
  const serviceUrl = register.serviceOf(tenant) ?? service;
  const opened = await carrier.open({ serviceUrl, tenant }, object);
  if (opened.is !== 'done') return opened;
  const way = { serviceUrl, tenant, conversation: opened.result };
  await register.learn({ is: 'reference', account, ...way });
  return { is: 'done', result: way };
};

/** Not in the roster, blocked, gone, or never installed: learn.microsoft.com, "Send proactive messages". */
const THEIRS = new Set([403, 404]);

/** What a call that was not done means for the message. What somebody has to mend, the carrier has told. */
const settled = ({ onBug }: Parts, failed: NotDone): Brought => {
  if (failed.is === 'limited') return 'not-sent';
  if (failed.is !== 'refused') return failed.is;
  if (failed.status === 401) return 'not-sent';
  if (!THEIRS.has(failed.status)) onBug(new Error('Teams refused a message of ours'));
  return 'undeliverable';
};
