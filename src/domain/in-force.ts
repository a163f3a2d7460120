import type { Arrangement, Person, Post, StandIn } from './arrangement.ts';
import { arrangementOn } from './arrangement-on.ts';
import type { Day } from './day.ts';
import type { PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import { awayToday, type Roster } from './roster.ts';
import type { PersonId } from './signed.ts';

/**
 * The arrangement as the roster has it on a day: who is in which post, who stands in, who deputises.
 * Where nothing has changed it is the very same value, so that it costs nothing to ask.
 */
export const inForce = (
  { roster }: Pick<Ledger, 'roster'>,
  arrangement: Arrangement,
  today: Day,
): Arrangement => {
  const base = arrangementOn(arrangement, today);
  if (roster.isEmpty()) return base;
  const absences = whoIsAway(roster, today);
  const known = kept.get(roster) ?? new Map<string, Arrangement>();
  const before = known.get(absences);
  if (before?.asOf?.base === base) return before;
  const value = derive(base, roster, today);
  kept.set(roster, known.set(absences, value));
  return value;
};

/** One for each way in which people are away: a preview looks ahead, and the next sweep finds its own again. */
const kept = new WeakMap<Roster, Map<string, Arrangement>>();

const whoIsAway = (roster: Roster, today: Day): string =>
  [...roster]
    .flatMap(([post, seat]) => {
      const away = awayToday(seat, today);
      return away ? [`${post} ${away.at} ${away.from}`] : [];
    })
    .join();

const derive = (base: Arrangement, roster: Roster, today: Day): Arrangement => {
  const posts = new Map([...base.posts].map(([id, post]) => [id, deputised(post, roster)]));
  const holders = holdersOf(base, roster);
  const through = [...posts.values()].flatMap((post) => (post.through ? [post.id] : []));
  const standIns = new Map(
    [...new Set([...roster.keys(), ...through])].flatMap((post) => {
      const found = standInOf(post, { roster, today, posts, holders });
      return found ? [[post, found] as const] : [];
    }),
  );
  return {
    ...base,
    posts,
    people: peopleOf(base, holders, standIns, roster),
    asOf: { base, standIns },
  };
};

const deputised = (post: Post, roster: Roster): Post => {
  const { through = post.id } = post;
  const deputy = roster.get(post.id)?.deputy ?? roster.get(through)?.deputy;
  return deputy ? { ...post, deputy } : post;
};

type Holders = ReadonlyMap<PostId, PersonId | null>;

/** A post that has ended has nobody, whoever was in it; one that is held through another has its holder. */
const holdersOf = (base: Arrangement, roster: Roster): Holders => {
  const own: readonly (readonly [PostId, PersonId])[] = [...base.people.values()].flatMap(
    ({ id, posts }) => posts.map((post) => [post, id] as const),
  );
  const appointed = [...roster].flatMap(([post, { holder }]) =>
    holder === undefined || base.posts.get(post)?.ended ? [] : [[post, holder] as const],
  );
  const holders = new Map<PostId, PersonId | null>([...own.toReversed(), ...appointed]);
  for (const { id, through } of base.posts.values())
    if (through) holders.set(id, holders.get(through) ?? null);
  return holders;
};

interface Scene {
  readonly roster: Roster;
  readonly today: Day;
  readonly posts: Arrangement['posts'];
  readonly holders: Holders;
}

/** Whoever covers the post, or its deputy; nobody where they are away themselves. */
const standInOf = (post: PostId, scene: Scene): StandIn | undefined => {
  const { roster, today, posts, holders } = scene;
  const away = awayToday(roster.get(post), today);
  const through = posts.get(post)?.through;
  if (!away) return through && standInOf(through, scene);
  const isThere = (one: PostId): boolean => !awayToday(roster.get(one), today);
  const who = [away.cover, posts.get(post)?.deputy].flatMap((one) => {
    const person = one && isThere(one) ? holders.get(one) : undefined;
    return person && person !== holders.get(post) ? [person] : [];
  });
  // Whoever was to cover is away as well: the holder, who is here, has it.
  if (away.is === 'cover' && who.length === 0 && holders.get(post)) return undefined;
  return { person: who[0], is: away.is, until: away.to };
};

/** Each with the posts that they hold, and then those they stand in for; whoever has lost every post is gone. */
const peopleOf = (
  { people, posts }: Arrangement,
  holders: Holders,
  standIns: ReadonlyMap<PostId, StandIn>,
  roster: Roster,
): Arrangement['people'] => {
  const isSettled = (post: PostId): boolean =>
    roster.get(post)?.holder !== undefined || posts.get(post)?.through !== undefined;
  const ids = new Set([...people.keys(), ...[...holders.values()].flatMap((id) => id ?? [])]);
  const all = [...ids].flatMap((id): readonly Person[] => {
    const own = people.get(id)?.posts ?? [];
    const stays = own.filter((post) => !isSettled(post) || holders.get(post) === id);
    const new_ = [...holders].flatMap(([post, who]) =>
      who === id && !stays.includes(post) ? [post] : [],
    );
    const stood = [...standIns].flatMap(([post, { person }]) => (person === id ? [post] : []));
    const posts = [...new Set([...stays, ...new_, ...stood])];
    const routes = routesOf([...stays, ...new_], roster);
    return posts.length > 0 || own.length === 0
      ? [{ id, posts, ...(routes ? { routes } : {}) }]
      : [];
  });
  return new Map(all.map((person) => [person.id, person]));
};

/** Of a post that one stands in for, the order is its own holder's. */
const routesOf = (posts: readonly PostId[], roster: Roster): Person['routes'] =>
  posts.map((post) => roster.get(post)?.routes).find((routes) => routes !== undefined);

const isThere = (post: Post | undefined): boolean => post !== undefined && !post.ended;

/** The posts that the roster has left without anybody, on its day. */
export const vacantPosts = (
  { asOf, posts, people }: Arrangement,
  roster: Roster,
): readonly PostId[] => {
  const held = new Set([...people.values()].flatMap((person) => person.posts));
  return [...roster.keys()].filter((post) => {
    const standIn = asOf?.standIns.get(post);
    return isThere(posts.get(post)) && (standIn ? standIn.person === undefined : !held.has(post));
  });
};
