import type { Arrangement, Person, Post } from './arrangement.ts';
import type { Day } from './day.ts';
import type { PersonId } from './incident.ts';
import type { PostId } from './item.ts';
import { turnOn } from './turns.ts';

/**
 * PURE. The arrangement that holds on a London day, as it is written: the one that has taken its
 * place by then, with those in the chair whose turn it is. The roster comes on top (`in-force.ts`).
 * The same value for every day of a term, so that what was worked out with it can be kept.
 */
export const arrangementOn = (arrangement: Arrangement, day: Day): Arrangement => {
  const root = rootOf(arrangement);
  const written = writtenOn(root, day);
  const turning = turningIn(written);
  if (written === root && turning.length === 0) return root;
  const turns = turning.map(({ turns }) => turnOn(turns, day));
  const terms = kept.get(root) ?? new Map<string, Arrangement>();
  kept.set(root, terms);
  const term = [written.name, ...turns].join();
  const known = terms.get(term);
  if (known) return known;
  const isFirst = turning.every(({ through }, at) => through === turns[at]);
  const drawn =
    written === root && isFirst
      ? root
      : {
          ...withTurns(written, new Map(turning.map(({ id }, at) => [id, turns[at] ?? id]))),
          root,
        };
  terms.set(term, drawn);
  return drawn;
};

/** What the partnership calls itself: the title without since when, or of which year, its arrangement is. */
export const partnershipName = ({ title }: Pick<Arrangement, 'title'>): string =>
  title.replace(/, (?:from )?(?:[A-Z][a-z]+ )?\d{4}$/, '');

const kept = new WeakMap<Arrangement, Map<string, Arrangement>>();

/** What it was before anything was worked out of it. */
const rootOf = (arrangement: Arrangement): Arrangement =>
  arrangement.root ?? arrangement.asOf?.base ?? arrangement;

/** Everybody who is on the roster of it or of one that takes its place: accounts are set up for them beforehand. */
export const everybodyIn = (arrangement: Arrangement): Arrangement['people'] => {
  const { people, next } = rootOf(arrangement);
  return next ? new Map([...everybodyIn(next.arrangement), ...people]) : people;
};

/** The London day after this one on which another arrangement takes its place. */
export const nextChange = (arrangement: Arrangement, after: Day): Day | undefined => {
  const { next } = writtenOn(rootOf(arrangement), after);
  return next?.from;
};

const writtenOn = (arrangement: Arrangement, day: Day): Arrangement => {
  const { next } = arrangement;
  return next && next.from <= day ? writtenOn(next.arrangement, day) : arrangement;
};

type Turning = Post & Required<Pick<Post, 'turns'>>;
const turningPosts = new WeakMap<Arrangement, readonly Turning[]>();

/** Asked for every duty, so it is worked out once. */
const turningIn = (arrangement: Arrangement): readonly Turning[] => {
  const known = turningPosts.get(arrangement);
  if (known) return known;
  const found = [...arrangement.posts.values()].filter((post): post is Turning => !!post.turns);
  turningPosts.set(arrangement, found);
  return found;
};

const withTurns = (arrangement: Arrangement, through: ReadonlyMap<PostId, PostId>): Arrangement => {
  const posts = new Map(
    [...arrangement.posts].map(([id, post]): [PostId, Post] => {
      const whose = through.get(id);
      return [id, whose ? heldThrough(post, whose, arrangement.posts) : post];
    }),
  );
  return { ...arrangement, posts, people: passedOn(arrangement.people, posts) };
};

/** A post that somebody holds through another is deputised for as that one is. */
export const heldThrough = (
  post: Post,
  through: PostId,
  posts: ReadonlyMap<PostId, Post>,
): Post => {
  const { deputy: _, ...own } = post;
  const deputy = posts.get(through)?.deputy;
  return { ...own, through, ...(deputy ? { deputy } : {}) };
};

/** Everybody keeps the posts of their own and holds those that are held through them. */
const passedOn = (
  people: Arrangement['people'],
  posts: Arrangement['posts'],
): Arrangement['people'] =>
  new Map(
    [...people].map(([id, person]): [PersonId, Person] => {
      const own = person.posts.filter((post) => !posts.get(post)?.turns);
      const held = [...posts.values()].filter((post) => post.turns && own.some(isThrough(post)));
      return [id, { ...person, posts: [...own, ...held.map((post) => post.id)] }];
    }),
  );

const isThrough =
  ({ through }: Post) =>
  (own: PostId): boolean =>
    own === through;
