import { type Asked, fail, type Method, ok } from './api-answer.ts';
import { reach } from './api-reach.ts';
import { type Json, str } from './json.ts';
import type { Conversation, Person, Team } from './world.ts';

const READ = { public: 'channels:read', private: 'groups:read', im: 'im:read' } as const;

const readScopes = ({ team, args }: Asked): readonly string[] => {
  const reached = reach(team, str(args.channel));
  return reached.is === 'reached' ? [READ[reached.conversation.kind]] : Object.values(READ);
};

const open: Method = {
  scopes: () => ['im:write'],
  answer: ({ team, args }) => {
    const reached = args.channel ? reach(team, str(args.channel)) : withPeople(team, args);
    if (reached.is === 'refused') return fail(reached.error);
    const { conversation } = reached;
    const wasOpen = conversation.opened;
    conversation.opened = true;
    return ok({
      ...(wasOpen ? { no_op: true, already_open: true } : {}),
      channel: isTrue(args.return_im) ? imObject(team, conversation) : { id: conversation.id },
    });
  },
};

const withPeople = (team: Team, args: Json): ReturnType<typeof reach> => {
  const ids = str(args.users).split(',').filter(Boolean);
  const person = team.people.get(ids[0] ?? '');
  if (ids.length === 0) return { is: 'refused', error: 'users_list_not_supplied' };
  if (ids.length > 1) throw new Error('The double opens no conversation of several people.');
  const refusal = person ? unreachable(team, person) : 'user_not_found';
  return refusal ? { is: 'refused', error: refusal } : reach(team, ids[0] ?? '');
};

const unreachable = (team: Team, person: Person): string | undefined => {
  if (person.bot || person.id === team.bot) return 'cannot_dm_bot';
  return person.deleted ? 'user_disabled' : undefined;
};

const info: Method = {
  scopes: readScopes,
  required: ['channel'],
  answer: ({ team, args }) => {
    const reached = reach(team, str(args.channel));
    if (reached.is === 'refused') return fail(reached.error);
    const { conversation } = reached;
    if (conversation.kind === 'im') return ok({ channel: imObject(team, conversation) });
    const members = isTrue(args.include_num_members)
      ? { num_members: conversation.members.size }
      : {};
    return ok({ channel: { ...channelObject(team, conversation), ...members } });
  },
};

const members: Method = {
  scopes: readScopes,
  required: ['channel'],
  answer: ({ team, args }) => {
    const reached = reach(team, str(args.channel));
    if (reached.is === 'refused') return fail(reached.error);
    const limit = Number(args.limit ?? 100);
    const start = args.cursor ? placeOf(str(args.cursor)) : 0;
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000) return fail('invalid_limit');
    if (start === undefined) return fail('invalid_cursor');
    const all = [...reached.conversation.members];
    const next = all[start + limit] === undefined ? '' : cursorTo(start + limit);
    return ok({
      members: all.slice(start, start + limit),
      response_metadata: { next_cursor: next },
    });
  },
};

const cursorTo = (place: number): string => Buffer.from(`place:${place}`).toString('base64');

const placeOf = (cursor: string): number | undefined => {
  const found = /^place:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString());
  return found ? Number(found[1]) : undefined;
};

const isTrue = (value: unknown): boolean => ['true', '1'].includes(String(value));

const channelObject = (team: Team, channel: Conversation): Json => ({
  id: channel.id,
  name: channel.name,
  name_normalized: channel.name,
  is_channel: channel.kind === 'public',
  is_group: channel.kind === 'private',
  is_im: false,
  is_mpim: false,
  is_private: channel.kind === 'private',
  created: channel.created,
  is_archived: channel.archived,
  is_general: false,
  unlinked: 0,
  is_shared: channel.shared,
  is_org_shared: false,
  is_ext_shared: channel.shared,
  is_pending_ext_shared: false,
  pending_shared: [],
  context_team_id: team.id,
  shared_team_ids: [team.id],
  updated: channel.created * 1000,
  creator: team.bot,
  is_member: channel.members.has(team.bot),
  topic: { value: '', creator: '', last_set: 0 },
  purpose: { value: '', creator: '', last_set: 0 },
  previous_names: [],
});

const imObject = (team: Team, im: Conversation): Json => {
  const user = [...im.members].find((member) => member !== team.bot) ?? team.bot;
  return {
    id: im.id,
    created: im.created,
    is_im: true,
    is_org_shared: false,
    is_archived: false,
    context_team_id: team.id,
    user,
    is_user_deleted: team.people.get(user)?.deleted ?? false,
    is_open: im.opened,
    priority: 0,
  };
};

export const CONVERSATIONS = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.members': members,
} as const satisfies Readonly<Record<string, Method>>;
