import { z } from 'zod';
import { KeptMessage } from '../../app/kept-message.ts';
import type { Journal } from '../../app/ports.ts';
import { Instant, minutesBetween } from '../../domain/day.ts';
import { PersonId } from '../../domain/incident.ts';
import type { Ref } from '../../domain/reference.ts';
import { following } from '../chat/fresh.ts';
import { shelf } from '../chat/shelf.ts';

const Place = z.object({ team: z.string(), channel: z.string(), ts: z.string() });
export type Place = z.infer<typeof Place>;

/** One message of Heed's that lies in Slack and may have to be drawn anew. */
const Post = Place.extend({
  /** Whose direct messages it stands in; nobody's for one in a channel. */
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

/** What Heed keeps of Slack, in the order in which it happened. */
export const Kept = z.discriminatedUnion('is', [
  /** Where an account is written to by a workspace's bot; nowhere any more, where that is gone. */
  z.object({
    is: z.literal('channel'),
    team: z.string(),
    account: z.string(),
    channel: z.string().optional(),
  }),
  z.object({ is: z.literal('posted'), post: Post }),
  z.object({ is: z.literal('drawn'), place: Place, drawn: z.string() }),
  z.object({ is: z.literal('gone'), place: Place }),
  z.object({ is: z.literal('home'), account: z.string() }),
  /** An event that was taken: it is not taken again. */
  z.object({ is: z.literal('event'), id: z.string(), at: Instant }),
  /** A channel, or with "*" whatever had to be drawn anew, has been told of every entry up to this one. */
  z.object({ is: z.literal('told'), channel: z.string(), seq: z.number().int() }),
  /** Something was posted in a channel, and nobody knows whether it arrived: it is posted again. */
  z.object({ is: z.literal('unsure') }),
]);
export type Kept = z.infer<typeof Kept>;

export interface Register {
  readonly add: (...kept: readonly Kept[]) => Promise<void>;
  readonly channelOf: (team: string, account: string) => string | undefined;
  readonly postsAbout: (ref: Ref) => readonly Post[];
  readonly all: () => readonly Post[];
  readonly homes: () => readonly string[];
  readonly knowsEvent: (id: string) => boolean;
  /** Takes in what other processes have kept since. */
  readonly refresh: () => Promise<void>;
  /** Undefined before it was first told of anything. */
  readonly told: (channel: string) => number | undefined;
  readonly unsure: () => number;
}

/** Slack repeats an event for minutes; it is known for longer. */
const KNOWN_MINUTES = 120;

const nameOf = ({ team, channel, ts }: Place): string => `${team}/${channel}/${ts}`;

export const register = (journal: Journal<Kept>): Register => {
  const channels = new Map<string, string | undefined>();
  const posts = shelf<Place, Post>(nameOf);
  const homes = new Set<string>();
  const events = new Map<string, Instant>();
  const told = new Map<string, number>();
  let unsure = 0;
  const taken: { readonly [K in Kept['is']]: (kept: Extract<Kept, { is: K }>) => void } = {
    channel: ({ team, account, channel }) => void channels.set(`${team}:${account}`, channel),
    posted: ({ post }) => posts.put(post),
    drawn: ({ place, drawn }) => posts.redraw(place, drawn),
    gone: ({ place }) => posts.drop(place),
    home: ({ account }) => void homes.add(account),
    event: ({ id, at }) => {
      forgetBefore(events, at);
      events.set(id, at);
    },
    told: ({ channel, seq }) => void told.set(channel, seq),
    unsure: () => {
      unsure += 1;
    },
  };
  const take = (kept: Kept): void => (taken[kept.is] as (one: Kept) => void)(kept);
  const refresh = following(journal, take);
  return {
    add: async (...kept) => {
      for (const one of kept) take(one);
      await journal.add(kept);
    },
    channelOf: (team, account) => channels.get(`${team}:${account}`),
    postsAbout: posts.about,
    all: posts.all,
    homes: () => [...homes],
    knowsEvent: (id) => events.has(id),
    refresh,
    told: (channel) => told.get(channel),
    unsure: () => unsure,
  };
};

const forgetBefore = (events: Map<string, Instant>, at: Instant): void => {
  for (const [known, then] of events) {
    if (minutesBetween(then, at) <= KNOWN_MINUTES) break;
    events.delete(known);
  }
};
