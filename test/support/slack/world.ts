import type { ClientRequest } from 'node:http';
import type { WebSocket } from 'ws';
import type { FaultBook } from './fault-book.ts';
import type { Json } from './json.ts';
import { type Installed, NOTHING_INSTALLED } from './manifest.ts';
import type { ApiCall, Mention, Sight } from './types.ts';

// What the simulated Slack remembers. It changes; whatever leaves the double is readonly.

export interface World {
  readonly now: () => number;
  readonly signingSecret: string;
  readonly ackTimeoutMs: number;
  readonly prefix: string;
  readonly appId: string;
  readonly appToken: string;
  readonly teams: Map<string, Team>;
  readonly triggers: Map<string, Trigger>;
  /** By path. */
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly calls: Call[];
  readonly responses: Call[];
  readonly mentions: Mention[];
  readonly faults: FaultBook;
  readonly sockets: Set<WebSocket>;
  /** Requests to the app that are not answered yet. */
  readonly outgoing: Set<ClientRequest>;
  /** By envelope: who waits for its acknowledgement. */
  readonly envelopes: Map<string, (payload: unknown) => void>;
  installed: Installed;
  requestUrl: string | undefined;
  /** http://127.0.0.1:port */
  origin: string;
  serial: number;
  /** Microseconds of the latest timestamp given. */
  stamp: number;
  /** Deliveries to the app that are under way. */
  delivering: number;
}

export type Call = { -readonly [Key in keyof ApiCall]: ApiCall[Key] };

export interface Team {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
  readonly token: string;
  readonly bot: string;
  readonly botId: string;
  readonly people: Map<string, Person>;
  readonly conversations: Map<string, Conversation>;
  messages: readonly Message[];
  readonly views: Map<string, View>;
  /** Undefined: those of the manifest. */
  granted: readonly string[] | undefined;
  scopes: readonly string[];
  installed: boolean;
}

export interface Person {
  readonly id: string;
  readonly home: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly guest: boolean;
  readonly bot: boolean;
  /** With the bot, and with themselves. */
  readonly dm: string;
  readonly notes: string;
  readonly sights: Sight[];
  deleted: boolean;
  /** How many of the sights were looked at. */
  seen: number;
  /** Looking at the app's home tab. */
  atHome: boolean;
  stack: readonly View[];
  homeView: View | undefined;
}

export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  shared: boolean;
  readonly members: Set<string>;
  readonly created: number;
  archived: boolean;
  opened: boolean;
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly user: string;
  /** The only one who sees it. */
  readonly only: string | undefined;
  text: string;
  blocks: readonly Json[];
  values: Values;
  edited: boolean;
}

/** By block_id, then action_id: as `state.values` has it. */
export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;

export interface View {
  readonly id: string;
  readonly user: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  content: Json;
  hash: string;
  values: Values;
  /** By block_id. */
  errors: Readonly<Record<string, string>>;
}

interface Trigger {
  readonly team: string;
  readonly user: string;
  readonly at: number;
  used: boolean;
}

export interface ResponseUrl {
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  readonly at: number;
  /** The message it came from. */
  readonly source: string | undefined;
  uses: number;
}

export type Setting = Pick<World, 'now' | 'signingSecret' | 'ackTimeoutMs' | 'prefix' | 'faults'>;

export const emptyWorld = (setting: Setting): World => ({
  ...setting,
  appId: 'A0HEED00001',
  appToken: 'xapp-1-A0HEED00001-1-double',
  teams: new Map(),
  triggers: new Map(),
  responseUrls: new Map(),
  calls: [],
  responses: [],
  mentions: [],
  sockets: new Set(),
  outgoing: new Set(),
  envelopes: new Map(),
  installed: NOTHING_INSTALLED,
  requestUrl: undefined,
  origin: '',
  serial: 0,
  stamp: 0,
  delivering: 0,
});

export const nextId = (world: World, letter: string): string => {
  world.serial += 1;
  return `${letter}0${world.serial.toString(36).toUpperCase().padStart(9, '0')}`;
};

/** A message's ts: of the simulated now, and never the same twice. */
export const nextTs = (world: World): string => {
  world.stamp = Math.max(world.stamp + 1, Math.floor(world.now()) * 1000);
  const micros = String(world.stamp).padStart(16, '0');
  return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
};

export const secondsOf = (world: World): number => Math.floor(world.now() / 1000);

export const personOf = (team: Team, id: string): Person => {
  const person = team.people.get(id);
  if (!person) throw new Error(`The test knows no user ${id} in ${team.id}.`);
  return person;
};

export const conversationOf = (team: Team, id: string): Conversation => {
  const conversation = team.conversations.get(id);
  if (!conversation) throw new Error(`The test knows no channel ${id} in ${team.id}.`);
  return conversation;
};
