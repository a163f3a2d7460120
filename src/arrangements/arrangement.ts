import type { Agency, Arrangement, Person, Post } from '../domain/arrangement.ts';
import { heldThrough } from '../domain/arrangement-on.ts';
import { shippedCalendar, withHolidays } from '../domain/holidays.ts';
import type { PersonId } from '../domain/incident.ts';
import { DEFAULT_LADDER } from '../domain/ladder.ts';
import { codesBefore } from '../domain/reference.ts';
import { overrunOf } from '../domain/timetable.ts';
import { bodiesOf } from './bodies.ts';
import { constitutionOf } from './constitution.ts';
import { postsOf } from './posts.ts';
import type { ArrangementFile } from './schema.ts';
import { shippedTimetables, timetableOf } from './timetables.ts';

/** What the core works with, from what the business unit wrote. */
export const arrangementOf = (file: ArrangementFile): Arrangement => {
  const written = postsOf(file);
  const byId = new Map(written.map((post) => [post.id, post]));
  const posts = written.map((post) =>
    post.through ? heldThrough(post, post.through, byId) : post,
  );
  const timetables = new Map(
    [...shippedTimetables, ...file.timetables].map((one) => [one.name, timetableOf(one)]),
  );
  const timetable = timetables.get(file.timetable);
  if (!timetable) throw new Error(`no timetable ${file.timetable}`);
  return {
    name: file.name,
    title: file.title,
    ruleSet: file.ruleSet,
    adopted: file.adopted,
    overrides: file.overrides,
    ladders: { default: DEFAULT_LADDER, ...file.ladders },
    sending: file.sending,
    calendar: withHolidays(
      shippedCalendar,
      file.holidays.map(({ date, name }) => [date, name]),
    ),
    timetable,
    timetables,
    warnings: [overrunOf(timetable)].flatMap((warning) => warning ?? []),
    posts: new Map(posts.map((post) => [post.id, post])),
    people: rosterOf(posts, file.people),
    agencies: [...file.statutoryPartners, ...file.agencies].map(agencyOf),
    bodies: bodiesOf(file),
    ...constitutionOf(file),
    partnershipBody: partnershipBodyOf(file),
    legalBasis: file.legalBasis,
    staleAfter: file.staleAfter,
    codesBefore: codesBefore(file.firstChildCode),
    gate: { ...file.privacy, known: [...file.privacy.known, ...knownNames(file, posts)] },
  };
};

type OneAgency = ArrangementFile['agencies'][number] &
  Partial<ArrangementFile['statutoryPartners'][number]>;

const agencyOf = ({
  id,
  name,
  sector,
  area,
  sectorRepresentative,
  accountableOfficer,
}: OneAgency): Agency => ({
  id,
  name,
  sector,
  area,
  accountableOfficer,
  isSectorRepresentative: sectorRepresentative,
});

const partnershipBodyOf = ({ partnershipBody, bodies }: ArrangementFile): string | undefined =>
  partnershipBody ?? bodies.find(({ id }) => id === 'partnership' || id === 'board')?.id;

/**
 * A roster of posts: somebody of the post's own name holds each, and what others hold through it; the
 * others hold none yet.
 */
const rosterOf = (posts: readonly Post[], others: readonly string[]): Arrangement['people'] =>
  new Map([
    ...posts
      .filter(({ through }) => !through)
      .map(({ id }): [PersonId, Person] => {
        const person = id as string as PersonId;
        const held = posts.flatMap((post) => (post.through === id ? [post.id] : []));
        return [person, { id: person, posts: [id, ...held] }];
      }),
    ...others.map((id): [PersonId, Person] => [id as PersonId, { id: id as PersonId, posts: [] }]),
  ]);

/** Capitalised words that are nobody's name here. */
const knownNames = (file: ArrangementFile, posts: readonly Post[]): readonly string[] => [
  file.title,
  ...posts.map(({ title }) => title),
  ...[...file.statutoryPartners, ...file.agencies, ...file.bodies, ...file.otherBoards].map(
    ({ name }) => name,
  ),
];
