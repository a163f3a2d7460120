import type { Asking } from '../../app/decide.ts';
import type { Answer } from '../../app/dispatch.ts';
import type { PersonId } from '../../domain/incident.ts';
import { type Activity, mentionsIn, rootOf, tenantsOf } from './activity.ts';
import type { Kept } from './register.ts';
import { type Account, accountOf } from './settings.ts';
import type { Teams } from './teams.ts';
import type { Conversation } from './wire.ts';

/** Who asks, and where. */
export interface Asker {
  /** Undefined for whoever is not on the roster. */
  readonly person: PersonId | undefined;
  readonly account: Account;
  readonly way: Conversation;
  /** Nobody else sees what is said there. */
  readonly isAlone: boolean;
}

export const askerOf = ({ roster }: Pick<Teams, 'roster'>, activity: Activity): Asker => {
  const { from, conversation, serviceUrl } = activity;
  const [tenant = ''] = tenantsOf(activity);
  const object = from.aadObjectId ?? '';
  return {
    person: roster.personOf(tenant, object),
    account: accountOf(tenant, object),
    way: { serviceUrl, conversation: conversation.id, tenant: conversation.tenantId ?? tenant },
    isAlone: conversation.conversationType === 'personal',
  };
};

/** Where a conversation is spoken to, and whose it is: kept before anything is done about it. */
export const learnt = (activity: Activity, { account, way, isAlone }: Asker): readonly Kept[] => {
  const conversation = rootOf(way.conversation);
  const { serviceUrl, tenant } = way;
  const isSomebody = activity.from.aadObjectId ? { account: account as string } : undefined;
  return [
    {
      is: 'reference',
      conversation,
      serviceUrl,
      tenant,
      ...(isAlone && isSomebody ? isSomebody : {}),
    },
    ...(isSomebody ? [{ is: 'called' as const, user: activity.from.id, ...isSomebody }] : []),
  ];
};

/** What was typed: without Heed's own name, and with the names of others as their posts. */
export const typedIn = (
  { register, roster }: Pick<Teams, 'register' | 'roster'>,
  activity: Activity,
): string => {
  const named = mentionsIn(activity).reduce((text, { text: said, mentioned }) => {
    if (mentioned.id === activity.recipient.id) return text.replaceAll(said, ' ');
    const person = roster.personAt(register.accountCalled(mentioned.id) ?? '');
    return person ? text.replaceAll(said, person) : text;
  }, activity.text ?? '');
  return unescaped(named.replaceAll(/<\/?at>/g, ''))
    .replaceAll(UNSEEN, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
};

/** What is pasted brings along: it has no width, and hides a word or a number from whoever reads it. */
const UNSEEN = /[\u200b\u2060\ufeff]/g;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', ' '],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
]);
const unescaped = (text: string): string =>
  text.replaceAll(
    /&(?:nbsp|lt|gt|quot|apos|amp|#\d{1,7}|#x[\da-f]{1,6});/gi,
    (entity) => ENTITIES.get(entity.toLowerCase()) ?? numbered(entity),
  );

/** "&#39;" or "&#x27;"; what is no letter stays as it was written. */
const numbered = (entity: string): string => {
  const code = Number(entity.slice(1, -1).replace('#x', '0x').replace('#X', '0x').replace('#', ''));
  const letter = code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : entity;
  return letter.isWellFormed() ? letter : entity;
};

/** Asks for somebody, once however often it comes. */
export const askFor = (
  teams: Pick<Teams, 'ask'>,
  { person = '' as PersonId }: Asker,
  asking: Asking,
  once: string,
): Promise<Answer> => teams.ask({ actor: person, via: 'teams', asking, once: `teams/${once}` });
