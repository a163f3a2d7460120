import type { Arrangement, Person } from './arrangement.ts';
import type { PostId } from './item.ts';
import type { PersonId } from './signed.ts';

/** A post that somebody may not take beside one that they hold, and where it is written. */
interface Barred {
  readonly holds: PostId;
  readonly source: string;
}

/**
 * PURE. Why a person may not take a post: where the arrangement says so, its chair, its scrutineer
 * and its young scrutineer are different people (S0 7.10; S1; G14). Undefined where nothing bars it.
 */
export const barredFrom = (
  { exclusions, people, posts }: Pick<Arrangement, 'exclusions' | 'people' | 'posts'>,
  person: PersonId,
  post: PostId,
): Barred | undefined => {
  const held = people.get(person)?.posts ?? [];
  const taken = [
    post,
    ...[...posts.values()].flatMap(({ id, through }) => (through === post ? [id] : [])),
  ];
  return exclusions
    .flatMap(({ posts: apart, source }) =>
      held.flatMap((holds) =>
        taken.some((one) => isApart(apart, one, holds)) ? [{ holds, source }] : [],
      ),
    )
    .at(0);
};

const isApart = (apart: readonly PostId[], a: PostId, b: PostId): boolean => {
  const kindOfA = apart.find((one) => isOne(one, a));
  const kindOfB = apart.find((one) => isOne(one, b));
  return kindOfA !== undefined && kindOfB !== undefined && kindOfA !== kindOfB;
};

/** `scrutineer-2` is a scrutineer. */
export const isOne = (named: PostId, post: PostId): boolean =>
  post === named || (post.startsWith(`${named}-`) && /^\d+$/.test(post.slice(named.length + 1)));

export interface HeldTogether extends Barred {
  readonly person: Person;
  readonly post: PostId;
}

/** Those who hold posts that the arrangement keeps apart: a roster may have become so before it was written. */
export const heldTogether = (
  arrangement: Pick<Arrangement, 'exclusions' | 'people' | 'posts'>,
): readonly HeldTogether[] =>
  [...arrangement.people.values()].flatMap((person) =>
    person.posts.flatMap((post, at) => {
      const barred = barredFrom(
        {
          ...arrangement,
          people: new Map([[person.id, { ...person, posts: person.posts.slice(0, at) }]]),
        },
        person.id,
        post,
      );
      return barred ? [{ ...barred, person, post }] : [];
    }),
  );
