import { ask } from '../../../src/platforms/chat/over-http.ts';
import { APP, type Authority, authority, TENANT } from './authority.ts';
import { type Faults, faults } from './faults.ts';
import { type Member, member } from './member.ts';
import { type Made, standIn } from './server.ts';
import { type Room, world } from './world.ts';

export const PASSWORD = 'a secret of the stand-in';

/** A Teams that a test plays. */
export interface TeamsDouble {
  readonly url: string;
  readonly serviceUrl: string;
  readonly authority: Authority;
  readonly faults: Faults & { readonly down: (is: boolean) => Promise<void> };
  readonly calls: readonly Made[];
  readonly user: (name: string, tenant?: string) => Member;
  readonly room: (id: string, kind: Room['kind'], members: readonly string[]) => Room;
  /** Where Heed hears. */
  readonly connect: (url: string) => void;
  /** Tells Heed something, with a token that is well unless another is given. */
  readonly tell: (activity: object, token?: string) => Promise<{ status: number; body?: unknown }>;
  readonly objectOf: (name: string) => string;
  readonly close: () => Promise<void>;
}

export const teamsDouble = async (now: () => number): Promise<TeamsDouble> => {
  const all = world(now);
  const book = faults();
  const calls: Made[] = [];
  let signer: Authority | undefined;
  const signing = (): Authority => signer as Authority;
  const server = await standIn({
    world: all,
    faults: book,
    authority: signing,
    password: PASSWORD,
    calls,
  });
  const serviceUrl = `${server.url}/connector/`;
  signer = await authority(now, () => serviceUrl);
  let endpoint = '';
  const tell = async (activity: object, token?: string) => {
    const authorization = `Bearer ${token ?? (await signing().token())}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const body = JSON.stringify({ serviceUrl, ...activity });
    const { status, text } = await ask({ url: endpoint, method: 'POST', headers, body }, 30_000);
    return { status, ...(text ? { body: JSON.parse(text) as unknown } : {}) };
  };
  const objects = new Map<string, string>();
  const objectOf = (name: string): string => {
    const known = objects.get(name) ?? objectId(objects.size + 1);
    objects.set(name, known);
    return known;
  };
  return {
    url: server.url,
    serviceUrl,
    authority: signer,
    faults: { ...book, down: server.down },
    calls,
    tell,
    objectOf,
    connect: (url) => {
      endpoint = url;
    },
    user: (name, tenant = TENANT) => {
      const person = {
        name,
        id: `29:${name}`,
        object: objectOf(name),
        tenant,
        chat: `a:${name}`,
        state: 'installed' as const,
      };
      all.people.set(name, person);
      all.rooms.set(person.chat, { id: person.chat, kind: 'personal', members: new Set([name]) });
      return member({ world: all, tell, bot: `28:${APP}` }, person);
    },
    room: (id, kind, members) => {
      const room = { id, kind, members: new Set(members) };
      all.rooms.set(id, room);
      return room;
    },
    close: server.close,
  };
};

const objectId = (n: number): string => `0c0c0c0c-0000-4000-8000-${String(n).padStart(12, '0')}`;
