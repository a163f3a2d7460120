import { type Card, unfit } from './cards.ts';
import type { Call } from './faults.ts';
import { type Lying, personBy, roomOf, type World } from './world.ts';

/** What the connector answers. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

const refused = (status: number, code: string): Reply => ({
  status,
  body: { error: { code, message: `${code}, with words that no log should have.` } },
});

/** Which call a request is, and how it is answered. */
export const routed = (
  world: World,
  method: string,
  path: string,
  body: Readonly<Record<string, unknown>>,
): (Call & { readonly answer: () => Reply }) | undefined => {
  const [, rest = ''] = /^\/connector\/v3\/conversations(.*)$/.exec(path) ?? [];
  if (method === 'POST' && rest === '')
    return { method: 'open', conversation: '', answer: () => open(world, body) };
  const [, conversation = '', what, id = ''] =
    /^\/([^/]+)\/(activities|pagedmembers)(?:\/([^/?]+))?/.exec(rest) ?? [];
  const where = decodeURIComponent(conversation);
  if (what === 'pagedmembers')
    return { method: 'members', conversation: where, answer: () => members(world, where) };
  if (what !== 'activities') return undefined;
  const at = decodeURIComponent(id);
  const does = { POST: 'send', PUT: 'update', DELETE: 'remove' } as const;
  const call = does[method as keyof typeof does];
  const answers = {
    send: () => send(world, where, body),
    update: () => update(world, where, at, body),
    remove: () => remove(world, where, at),
  };
  return call && { method: call, conversation: where, answer: answers[call] };
};

const open = (world: World, body: Readonly<Record<string, unknown>>): Reply => {
  const [{ id = '' } = {}] = (body.members ?? []) as readonly { readonly id?: string }[];
  const person = personBy(world, ({ object }) => object === id);
  if (!person || person.state === 'gone') return refused(404, 'UserNotFound');
  if (person.state !== 'installed') return refused(403, 'ForbiddenOperationException');
  return { status: 201, body: { id: person.chat } };
};

/** Why nothing can be said in a conversation. */
const closed = (world: World, conversation: string): Reply | undefined => {
  const room = roomOf(world, conversation);
  if (!room) return refused(404, 'ConversationNotFound');
  const owner = personBy(world, ({ chat }) => chat === room.id);
  if (owner?.state === 'gone') return refused(404, 'ConversationNotFound');
  if (owner?.state === 'blocked') return refused(403, 'ConversationBlockedByUser');
  if (owner?.state === 'not-installed') return refused(403, 'BotNotInConversationRoster');
  return undefined;
};

interface Sent {
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
}

const cardIn = (body: Sent): Card | string => {
  const [attachment, ...more] = body.attachments ?? [];
  if (!attachment || more.length > 0) return 'there is no card, or there are several';
  if (!body.summary?.trim()) return 'a lock screen would show nothing';
  if (Buffer.byteLength(JSON.stringify(body)) > 28 * 1024) return 'it is larger than 28 KB';
  return unfit(attachment.content, 'chat') ?? attachment.content;
};

const send = (world: World, conversation: string, body: Sent): Reply => {
  const shut = closed(world, conversation);
  if (shut) return shut;
  const card = cardIn(body);
  if (typeof card === 'string')
    return { status: 400, body: { error: { code: 'BadSyntax', message: card } } };
  if (isTooMuch(world, conversation)) return refused(429, 'TooManyRequests');
  const id = world.next();
  const { summary = '' } = body;
  world.lying.set(id, { id, conversation, at: world.now(), card, summary, edits: 0 });
  return { status: 201, body: { id } };
};

/** learn.microsoft.com: seven a second to one conversation. */
const isTooMuch = (world: World, conversation: string): boolean =>
  [...world.lying.values()].filter(
    (one) => one.conversation === conversation && one.at > world.now() - 1000,
  ).length >= 7;

const update = (world: World, conversation: string, id: string, body: Sent): Reply => {
  const lying = world.lying.get(id);
  const shut = closed(world, conversation);
  if (shut || !lying) return shut ?? refused(404, 'ActivityNotFoundInConversation');
  const card = cardIn(body);
  if (typeof card === 'string')
    return { status: 400, body: { error: { code: 'BadSyntax', message: card } } };
  edit(world, lying, card, body.summary ?? '');
  return { status: 200, body: { id } };
};

/** Whoever had something of their own in its place sees it with everybody again. */
const edit = (world: World, lying: Lying, card: Card, summary: string): void => {
  lying.card = card;
  lying.summary = summary;
  lying.edits += 1;
  for (const key of world.inPlace.keys())
    if (key.endsWith(`/${lying.id}`)) world.inPlace.delete(key);
};

const remove = (world: World, conversation: string, id: string): Reply => {
  const shut = closed(world, conversation);
  if (shut) return shut;
  return world.lying.delete(id) ? { status: 200 } : refused(404, 'ActivityNotFoundInConversation');
};

const members = (world: World, conversation: string): Reply => {
  const shut = closed(world, conversation);
  if (shut) return shut;
  const present = [...(roomOf(world, conversation)?.members ?? [])].flatMap((name) => {
    const person = world.people.get(name);
    if (!person) return [];
    return [{ id: person.id, name, aadObjectId: person.object, tenantId: person.tenant }];
  });
  return { status: 200, body: { members: present, continuationToken: '' } };
};
