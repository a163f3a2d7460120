import { type Action, isOfCase } from './action.ts';
import { agencyName, agencyOfLead, chairOf, deputyOf, leadOf, speaksFor } from './agencies.ts';
import { inArea } from './areas.ts';
import {
  ADDRESSEES,
  type Addressee,
  type Arrangement,
  type Person,
  type Post,
} from './arrangement.ts';
import type { HeedRecord } from './change.ts';
import type { PersonId } from './incident.ts';
import type { PostId } from './item.ts';
import type { Meeting } from './meetings/meeting.ts';
import { maySee, maySeeParts, type Role } from './roles.ts';
import { appointingPosts, isAppointed } from './terms/appointing.ts';

export const MANAGER = 'manager' as PostId;
export const CHAIR = 'chair' as PostId;

export const postOf = (arrangement: Arrangement, id: PostId): Post => {
  const post = arrangement.posts.get(id);
  if (!post) throw new Error(`the arrangement has no post ${id}`);
  return post;
};

/** The board outside the partnership that carries an action: as was said, or as its owner represents one. */
export const boardOf = (
  { posts }: Pick<Arrangement, 'posts'>,
  { board, owner }: Pick<Action, 'board' | 'owner'>,
): string | undefined => board ?? posts.get(owner)?.board;

/** Who is told for a post at this moment: its holder, or whoever stands in. */
export const holderOf = ({ asOf, people }: Arrangement, post: PostId): Person | undefined => {
  const standIn = asOf?.standIns.get(post);
  if (!standIn) return holdersIn(people).get(post);
  return standIn.person && people.get(standIn.person);
};

type People = Arrangement['people'];
const holders = new WeakMap<People, ReadonlyMap<PostId, Person>>();

/** The first of those who hold each post: asked for every reminder, so it is worked out once. */
const holdersIn = (people: People): ReadonlyMap<PostId, Person> => {
  const known = holders.get(people);
  if (known) return known;
  const held = [...people.values()].flatMap((person) =>
    person.posts.map((post) => [post, person] as const),
  );
  const first = new Map(held.toReversed());
  holders.set(people, first);
  return first;
};

/** Whether what falls to a post falls to this person. */
export const holds = (arrangement: Arrangement, person: Person, post: PostId): boolean =>
  holderOf(arrangement, post)?.id === person.id;

export const rolesOf = (arrangement: Arrangement, person: Person): readonly Role[] => [
  ...new Set(person.posts.map((post) => postOf(arrangement, post).role)),
];

export const canSee = (arrangement: Arrangement, person: Person, record: HeedRecord): boolean =>
  maySee(rolesOf(arrangement, person), record) ||
  (!record.embargo && isNear(arrangement, person, record));

/** A review's panel sees it; whoever carries out an action, and the chair of the body that follows it, see that. */
const isNear = (arrangement: Arrangement, { posts }: Person, record: HeedRecord): boolean => {
  // Those who appoint see when a term ends.
  const near =
    record.is === 'term' && isAppointed(record.post, arrangement)
      ? appointingPosts(arrangement)
      : nearTo(record);
  return posts.some((post) => near.includes(post));
};

/**
 * Of what several agencies owe, each sees its own part; who may see the record otherwise, all of them.
 * A meeting is known to all, and what is owed around it is the chair's of its body and of those who govern.
 */
export const seesPart = (
  arrangement: Arrangement,
  { posts, ...person }: Person,
  record: HeedRecord,
  part: string | undefined,
): boolean => {
  if (part === undefined && record.is !== 'meeting') return true;
  if (maySeeParts(rolesOf(arrangement, { ...person, posts }), record)) return true;
  if (record.embargo) return false;
  if (record.is === 'meeting')
    return posts.some((post) => post === chairOf(part ?? record.body) && isInvited(record, part));
  return part !== undefined && posts.some((post) => speaksFor(part, post));
};

/** What is said of one sub-group's chair is that chair's to see; of a seat, those who govern. */
const isInvited = (meeting: Meeting, part: string | undefined): boolean =>
  part === undefined || meeting.invited?.[part] !== undefined;

/** Whether all of a record may be shown to somebody: not to an agency that sees its own part of it alone. */
export const seesWhole = (arrangement: Arrangement, person: Person, record: HeedRecord): boolean =>
  canSee(arrangement, person, record) &&
  (HAS_PARTS[record.is] !== true || maySeeParts(rolesOf(arrangement, person), record));

const HAS_PARTS: { readonly [K in HeedRecord['is']]?: true } = {
  request: true,
  meeting: true,
  'cycle-entry': true,
};

const panelOf = (agencies: readonly string[]): readonly string[] =>
  agencies.flatMap((agency) => [leadOf(agency), deputyOf(agency)]);

/** The posts that a record is the business of, beside those of a role. */
export const nearTo = (record: HeedRecord): readonly string[] => {
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
    case 'amendment':
    case 'term':
      return [];
    case 'decision':
      return isOfCase(record) ? [] : chairsOf(record.body);
    case 'dispute':
      return [...panelOf(record.between), ...(record.reached.at(-1)?.whose ?? [])];
    case 'annual-report':
      return [...record.input, ...record.signOff];
    case 'risk':
      return [record.owner];
    case 'cycle-entry':
      return [record.assigned?.to ?? record.owner];
    case 'challenge':
      return panelOf([record.from, record.to]);
    case 'action':
      return [record.owner, ...chairsOf(record.group)];
  }
};

const chairsOf = (body: string | undefined): readonly PostId[] =>
  body === undefined ? [] : [chairOf(body)];

/** "the police lead", "the chair of Quality Assurance": a post within a sentence. */
export const sayPost = (arrangement: Arrangement, id: PostId): string => {
  const { role, standing, called } = postOf(arrangement, id);
  return role === 'group-chair' ? standing : `the ${called}`;
};

/** An agency, or a post by itself: what has a seat in a body, or raises a challenge. */
export const saySeat = (arrangement: Arrangement, seat: string): string =>
  arrangement.posts.has(seat as PostId)
    ? sayPost(arrangement, seat as PostId)
    : agencyName(arrangement, seat);

/** "the manager": a person as others know them. */
export const sayPerson = (arrangement: Arrangement, id: PersonId): string => {
  const [post] = arrangement.people.get(id)?.posts ?? [];
  return post ? sayPost(arrangement, post) : 'somebody who has left the roster';
};

/** The leads of a role: the safeguarding partners' for one. */
export const postsOfRole = ({ posts }: Arrangement, wanted: Role): readonly PostId[] =>
  [...posts.values()].filter(({ role, lead }) => role === wanted && lead).map(({ id }) => id);

/** What a rung's addressees are found from: who owes the duty, for which agency, and the body that follows it. */
interface Owing {
  readonly owner: PostId;
  readonly part?: string | undefined;
  readonly body?: string | undefined;
  /** The area that its case is of. */
  readonly area?: string | undefined;
}

/** The safeguarding partners of a case: not the authority of another area than the one that it is of. */
const partnersOf = (arrangement: Arrangement, { area }: Owing): readonly PostId[] => {
  const takesPart = inArea(arrangement, area);
  return postsOfRole(arrangement, 'statutory-partner').filter((post) =>
    takesPart(agencyOfLead(post)),
  );
};

/** The posts that a rung's addressees stand for, each once. */
export const addressed = (
  arrangement: Arrangement,
  duty: Owing,
  to: readonly Addressee[],
): readonly PostId[] => [
  ...new Set(to.flatMap((one) => (isNamed(one) ? postsFor[one](arrangement, duty) : [one]))),
];

/**
 * The statutory partner that an agency's sector falls to; all of them where the arrangement does not
 * say, and the chair for a partner's own silence: nobody escalates to themselves.
 */
const sectorPartner = (arrangement: Arrangement, duty: Owing): readonly PostId[] => {
  const { part } = duty;
  const agency = arrangement.agencies.find(({ id }) => id === part);
  const lead = part === undefined ? undefined : arrangement.posts.get(leadOf(part));
  if (lead?.role === 'statutory-partner') return [CHAIR];
  return agency?.sector ? [leadOf(agency.sector)] : partnersOf(arrangement, duty);
};

type Named = (typeof ADDRESSEES)[number];
const isNamed = (to: Addressee): to is Named => ADDRESSEES.some((one) => one === to);

const postsFor: Readonly<
  Record<Named, (arrangement: Arrangement, duty: Owing) => readonly PostId[]>
> = {
  owner: (_, { owner }) => [owner],
  deputy: (arrangement, { owner }) => {
    const { deputy } = postOf(arrangement, owner);
    return deputy ? [deputy] : [];
  },
  manager: () => [MANAGER],
  chair: () => [CHAIR],
  'sector-partner': sectorPartner,
  'statutory-partners': partnersOf,
  /** What no body follows is the business unit's to see to. */
  'body-chair': ({ posts }, { body }) => {
    const [chair] = chairsOf(body);
    const post = chair && posts.get(chair);
    return [post && !post.ended ? post.id : MANAGER];
  },
  /** Where the Executive's member owes it themselves, the partnership's chair is told as well. */
  executive: (arrangement, duty) => {
    const { owner } = duty;
    const { executive } = postOf(arrangement, owner);
    if (executive === owner) return [executive, CHAIR];
    return executive ? [executive] : partnersOf(arrangement, duty);
  },
};
