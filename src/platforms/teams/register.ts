import { z } from 'zod';
import { KeptMessage } from '../../app/kept-message.ts';
import type { Journal } from '../../app/ports.ts';
import { PersonId } from '../../domain/incident.ts';
import type { Ref } from '../../domain/reference.ts';
import { following } from '../chat/fresh.ts';
import { shelf } from '../chat/shelf.ts';
import { Reference, type References, references } from './references.ts';

const Place = z.object({ conversation: z.string(), id: z.string() });
type Place = z.infer<typeof Place>;

/** One message of Heed's that lies in Teams and may have to be drawn anew. */
const Post = Place.extend({
  /** In whose own chat it stands; nobody's for one in a channel. */
  to: PersonId.optional(),
  /** Of a long message, which page: 0 is the first. */
  page: z.number().int(),
  /** In a channel: the card of a record, or a line of its thread. */
  card: z.enum(['card', 'line']).optional(),
  message: KeptMessage,
  /** What it says now, as a hash. */
  drawn: z.string(),
});
export type Post = z.infer<typeof Post>;

/** What Heed keeps of Teams, in the order in which it happened. */
export const Kept = z.discriminatedUnion('is', [
  Reference,
  /** There is no way any more to somebody, or to a channel. */
  z.object({ is: z.literal('lost'), conversation: z.string() }),
  /** What somebody is called in mentions. */
  z.object({ is: z.literal('called'), user: z.string(), account: z.string() }),
  z.object({ is: z.literal('posted'), post: Post }),
  z.object({ is: z.literal('drawn'), place: Place, drawn: z.string() }),
  z.object({ is: z.literal('gone'), place: Place }),
  /** Somebody's desk: the newest is the one that is drawn anew. */
  z.object({ is: z.literal('desk'), account: z.string(), place: Place }),
  /** A channel, or with "*" whatever had to be drawn anew, has been told of every entry up to this one. */
  z.object({ is: z.literal('told'), channel: z.string(), seq: z.number().int() }),
  /** Something was posted in a channel, and nobody knows whether it arrived: it is posted again. */
  z.object({ is: z.literal('unsure') }),
]);
export type Kept = z.infer<typeof Kept>;

export interface Register extends Pick<References, 'chatOf' | 'wayTo' | 'serviceOf'> {
  readonly add: (...kept: readonly Kept[]) => Promise<void>;
  /** The same, unless it is known already. */
  readonly learn: (...kept: readonly Kept[]) => Promise<void>;
  readonly accountCalled: (user: string) => string | undefined;
  readonly at: (place: Place) => Post | undefined;
  readonly postsAbout: (ref: Ref) => readonly Post[];
  readonly all: () => readonly Post[];
  readonly desks: () => ReadonlyMap<string, Place>;
  /** Takes in what other processes have kept since. */
  readonly refresh: () => Promise<void>;
  /** Undefined before it was first told of anything. */
  readonly told: (channel: string) => number | undefined;
  readonly unsure: () => number;
}

export const register = (journal: Journal<Kept>): Register => {
  const ways = references();
  const called = new Map<string, string>();
  const posts = shelf<Place, Post>(({ conversation, id }) => `${conversation}/${id}`);
  const desks = new Map<string, Place>();
  const told = new Map<string, number>();
  let unsure = 0;
  const taken: { readonly [K in Kept['is']]: (kept: Extract<Kept, { is: K }>) => void } = {
    reference: ways.take,
    lost: ({ conversation }) => ways.lose(conversation),
    called: ({ user, account }) => void called.set(user, account),
    posted: ({ post }) => posts.put(post),
    drawn: ({ place, drawn }) => posts.redraw(place, drawn),
    gone: ({ place }) => posts.drop(place),
    desk: ({ account, place }) => void desks.set(account, place),
    told: ({ channel, seq }) => void told.set(channel, seq),
    unsure: () => {
      unsure += 1;
    },
  };
  const take = (kept: Kept): void => (taken[kept.is] as (one: Kept) => void)(kept);
  const refresh = following(journal, take);
  const add = async (...kept: readonly Kept[]): Promise<void> => {
    for (const one of kept) take(one);
    await journal.add(kept);
  };
  const isKnown = (kept: Kept): boolean =>
    (kept.is === 'called' && called.get(kept.user) === kept.account) ||
    (kept.is === 'reference' && ways.isKnown(kept));
  return {
    ...ways,
    add,
    learn: async (...kept) => {
      const news = kept.filter((one) => !isKnown(one));
      if (news.length > 0) await add(...news);
    },
    accountCalled: (user) => called.get(user),
    at: posts.at,
    postsAbout: posts.about,
    all: posts.all,
    desks: () => desks,
    refresh,
    told: (channel) => told.get(channel),
    unsure: () => unsure,
  };
};
