import type { Arrangement, Post } from '../domain/arrangement.ts';
import { type Day, sayDay } from '../domain/day.ts';
import type { PostId } from '../domain/item.ts';
import { sayPost } from '../domain/posts.ts';
import { listed } from '../domain/words.ts';

/** An arrangement, and the London day from which it holds; the first holds from the beginning. */
export interface Term {
  readonly arrangement: Arrangement;
  readonly from?: Day | undefined;
}

/** One arrangement after another, as one: what is open goes on under the next (`domain/arrangement-on.ts`). */
export const inSuccession = (first: Arrangement, later: readonly Term[]): Arrangement => {
  const [next, ...others] = later;
  if (!next?.from) return first;
  const taken = inSuccession(takingOver(first, next.arrangement, next.from), others);
  return {
    ...first,
    next: { from: next.from, arrangement: taken },
    warnings: [...first.warnings, ...ended(taken, next.from), ...taken.warnings],
  };
};

/**
 * An arrangement as it is after another: it still knows the posts, agencies, bodies, timetables, holidays
 * and names that records speak of, and gives out children's codes where the other left off.
 */
const takingOver = (before: Arrangement, after: Arrangement, from: Day): Arrangement => {
  const gone = <T extends { readonly id: string }>(old: readonly T[], now: readonly T[]) =>
    old.filter(({ id }) => !now.some((one) => one.id === id));
  const { former } = before;
  const agencies = [...before.agencies, ...(former?.agencies ?? [])];
  const bodies = [...before.bodies, ...(former?.bodies ?? [])];
  const posts = new Map([...endedPosts(before, after, from), ...after.posts]);
  return {
    ...after,
    posts,
    former: { agencies: gone(agencies, after.agencies), bodies: gone(bodies, after.bodies) },
    timetables: new Map([...before.timetables, ...after.timetables]),
    calendar: {
      ...after.calendar,
      holidays: new Map([...before.calendar.holidays, ...after.calendar.holidays]),
    },
    codesBefore: before.codesBefore,
    gate: { ...after.gate, known: [...new Set([...before.gate.known, ...after.gate.known])] },
  };
};

const endedPosts = (
  { posts }: Arrangement,
  { posts: still }: Arrangement,
  from: Day,
): readonly (readonly [PostId, Post])[] =>
  [...posts.values()]
    .filter(({ id }) => !still.has(id))
    .map((post) => {
      const { deputy: _, executive: __, through: ___, turns: ____, ...own } = post;
      return [post.id, { ...own, lead: false, ended: post.ended ?? from }] as const;
    });

const ended = (after: Arrangement, from: Day): readonly string[] => {
  const posts = [...after.posts.values()].filter((post) => post.ended === from);
  const named = posts.map(({ id }) => sayPost(after, id));
  return posts.length === 0
    ? []
    : [
        `From ${sayDay(from)}, under ${after.name}, these are no posts any more: ${listed(named)}. Give what falls to them to others by then.`,
      ];
};

/** Two timetables of one name: a review goes on under the one that it began with. */
export const timetablesApart = (before: Arrangement, after: Arrangement): readonly string[] =>
  [...after.timetables.values()].flatMap((timetable) => {
    const other = before.timetables.get(timetable.name);
    return other && JSON.stringify(other) !== JSON.stringify(timetable) ? [timetable.name] : [];
  });
