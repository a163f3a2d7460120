import type { Addressee, Arrangement, Person, Post } from './arrangement.ts';
import type { HeedRecord } from './change.ts';
import type { PersonId } from './incident.ts';
import type { PostId } from './item.ts';
import { maySee, type Role } from './roles.ts';

const MANAGER = 'manager' as PostId;
const CHAIR = 'chair' as PostId;

export const postOf = (arrangement: Arrangement, id: PostId): Post => {
  const post = arrangement.posts.get(id);
  if (!post) throw new Error(`the arrangement has no post ${id}`);
  return post;
};

/** Who is told for a post at this moment: its holder. */
export const holderOf = (arrangement: Arrangement, post: PostId): Person | undefined =>
  [...arrangement.people.values()].find(({ posts }) => posts.includes(post));

/** Whether what falls to a post falls to this person. */
export const holds = (arrangement: Arrangement, person: Person, post: PostId): boolean =>
  holderOf(arrangement, post)?.id === person.id;

export const rolesOf = (arrangement: Arrangement, person: Person): readonly Role[] => [
  ...new Set(person.posts.map((post) => postOf(arrangement, post).role)),
];

export const canSee = (arrangement: Arrangement, person: Person, record: HeedRecord): boolean =>
  maySee(rolesOf(arrangement, person), record) || (!record.embargo && isNear(person, record));

/** A review's panel sees it; whoever carries out an action, and the chair of the body that follows it, see that. */
const isNear = ({ posts }: Person, record: HeedRecord): boolean => {
  const near = nearTo(record);
  return posts.some((post) => near.includes(post));
};

/** Of what several agencies owe, each sees its own part; who may see the record otherwise, all of them. */
export const seesPart = (
  arrangement: Arrangement,
  person: Person,
  record: HeedRecord,
  part: string | undefined,
): boolean =>
  part === undefined ||
  maySee(rolesOf(arrangement, person), record) ||
  (!record.embargo && person.posts.some((post) => panelOf([part]).includes(post)));

const panelOf = (agencies: readonly string[]): readonly string[] =>
  agencies.flatMap((agency) => [`${agency}-lead`, `${agency}-deputy`]);

const nearTo = (record: HeedRecord): readonly string[] => {
  switch (record.is) {
    case 'incident':
      return [];
    case 'rapid-review':
      return [...panelOf(record.agencies), ...record.owners];
    case 'practice-review':
      return panelOf(record.agencies);
    case 'request':
      return panelOf(Object.keys(record.parts));
    case 'meeting':
      return [];
    case 'action':
      return [record.owner, ...(record.group ? [`${record.group}-chair`] : [])];
  }
};

/** "the manager": a person as others know them. */
export const sayPerson = (arrangement: Arrangement, id: PersonId): string => {
  const [post] = arrangement.people.get(id)?.posts ?? [];
  return post ? `the ${postOf(arrangement, post).called}` : 'somebody who has left the roster';
};

/** The leads of a role: the safeguarding partners' for one. */
export const postsOfRole = ({ posts }: Arrangement, wanted: Role): readonly PostId[] =>
  [...posts.values()].filter(({ role, lead }) => role === wanted && lead).map(({ id }) => id);

/** What a rung's addressees are reckoned from: who owes it, and for which agency. */
interface Owed {
  readonly owner: PostId;
  readonly part?: string | undefined;
}

/** The posts that a rung's addressees stand for, each once. */
export const addressed = (
  arrangement: Arrangement,
  of: Owed,
  to: readonly Addressee[],
): readonly PostId[] => [
  ...new Set(to.flatMap((addressee) => postsFor[addressee](arrangement, of))),
];

const postsFor: Readonly<
  Record<Addressee, (arrangement: Arrangement, of: Owed) => readonly PostId[]>
> = {
  owner: (_, { owner }) => [owner],
  deputy: (arrangement, { owner }) => {
    const { deputy } = postOf(arrangement, owner);
    return deputy ? [deputy] : [];
  },
  manager: () => [MANAGER],
  chair: () => [CHAIR],
  'sector-partner': (arrangement, { part }) => sectorPartner(arrangement, part),
  'statutory-partners': (arrangement) => postsOfRole(arrangement, 'statutory-partner'),
};

/**
 * The statutory partner that an agency's sector falls to; all of them where the arrangement does not
 * say, and the chair for a partner's own silence: nobody escalates to themselves.
 */
const sectorPartner = (arrangement: Arrangement, part: string | undefined): readonly PostId[] => {
  const agency = arrangement.agencies.find(({ id }) => id === part);
  const lead = part && arrangement.posts.get(`${part}-lead` as PostId);
  if (lead && lead.role === 'statutory-partner') return [CHAIR];
  return agency?.sector
    ? [`${agency.sector}-lead` as PostId]
    : postsOfRole(arrangement, 'statutory-partner');
};
