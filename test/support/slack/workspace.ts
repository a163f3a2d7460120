import { sendEvent, tellEvent } from './events.ts';
import { memberOf } from './member.ts';
import type {
  Channel,
  ChannelOptions,
  Member,
  UserOptions,
  Workspace,
  WorkspaceOptions,
} from './types.ts';
import {
  type Conversation,
  nextId,
  type Person,
  secondsOf,
  type Team,
  type World,
} from './world.ts';

export const newWorkspace = (
  world: World,
  id: string,
  options: WorkspaceOptions = {},
): Workspace => {
  if (world.teams.has(id)) throw new Error(`There is a workspace ${id} already.`);
  const team = newTeam(world, id, options);
  world.teams.set(id, team);
  addPerson(world, team, team.bot, { bot: true, name: 'heed' });
  const members = new Map<string, Member>();
  const channels = new Map<string, Channel>();
  return {
    team: id,
    token: team.token,
    bot: team.bot,
    user: (user, given) => {
      const member =
        members.get(user) ?? memberOf({ world, team, person: addPerson(world, team, user, given) });
      members.set(user, member);
      return member;
    },
    channel: (channel, given) => {
      const found =
        channels.get(channel) ?? channelOf(world, team, addChannel(world, team, channel, given));
      channels.set(channel, found);
      return found;
    },
    event: (event, given) => sendEvent(world, team, event, given),
    rescope: (scopes) => {
      team.granted = scopes;
      team.scopes = scopes;
    },
    uninstall: async () => {
      team.installed = false;
      const gone = await tellEvent(world, team, { type: 'app_uninstalled' });
      const tokens = { oauth: [], bot: [team.bot] };
      return [...gone, ...(await tellEvent(world, team, { type: 'tokens_revoked', tokens }))];
    },
  };
};

const newTeam = (world: World, id: string, { scopes, name = id }: WorkspaceOptions): Team => ({
  id,
  name,
  domain: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  token: `xoxb-${id}-double`,
  bot: nextId(world, 'U'),
  botId: nextId(world, 'B'),
  people: new Map(),
  conversations: new Map(),
  messages: [],
  views: new Map(),
  granted: scopes,
  scopes: scopes ?? world.installed.scopes,
  installed: true,
});

const addPerson = (world: World, team: Team, id: string, options: UserOptions = {}): Person => {
  const person: Person = {
    id,
    home: options.home ?? team.id,
    name: options.name ?? id.toLowerCase(),
    email: options.email,
    guest: options.guest ?? false,
    bot: options.bot ?? false,
    dm: `D${id}`,
    notes: `D${id}NOTES`,
    sights: [],
    deleted: options.deleted ?? false,
    seen: 0,
    atHome: false,
    stack: [],
    homeView: undefined,
  };
  team.people.set(id, person);
  if (!person.bot) addDirect(world, team, person.dm, [id, team.bot]);
  if (!person.bot) addDirect(world, team, person.notes, [id]);
  return person;
};

const addDirect = (world: World, team: Team, id: string, members: readonly string[]): void => {
  team.conversations.set(id, { ...conversation(world, id), kind: 'im', members: new Set(members) });
};

const conversation = (world: World, id: string): Conversation => ({
  id,
  name: '',
  kind: 'public',
  shared: false,
  members: new Set(),
  created: secondsOf(world),
  archived: false,
  opened: false,
});

const addChannel = (
  world: World,
  team: Team,
  id: string,
  options: ChannelOptions = {},
): Conversation => {
  const bot = (options.botIsMember ?? true) ? [team.bot] : [];
  const added: Conversation = {
    ...conversation(world, id),
    name: options.name ?? id.toLowerCase(),
    kind: options.private ? 'private' : 'public',
    shared: options.shared ?? false,
    members: new Set([...(options.members ?? []), ...bot]),
    archived: options.archived ?? false,
  };
  team.conversations.set(id, added);
  return added;
};

const channelOf = (world: World, team: Team, channel: Conversation): Channel => ({
  id: channel.id,
  get members() {
    return [...channel.members];
  },
  join: async (user) => {
    channel.members.add(user);
    if (!channel.members.has(team.bot) || !mayWatch(team, channel)) return [];
    return tellEvent(world, team, {
      type: 'member_joined_channel',
      user,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: team.people.get(user)?.home ?? team.id,
    });
  },
  leave: (user) => void channel.members.delete(user),
  archive: () => {
    channel.archived = true;
  },
  share: () => {
    channel.shared = true;
  },
});

const mayWatch = (team: Team, { kind }: Conversation): boolean =>
  team.scopes.includes(kind === 'private' ? 'groups:read' : 'channels:read');
