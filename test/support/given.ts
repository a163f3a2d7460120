import type { z } from 'zod';
import { catalogue } from '../../commands/index.ts';
import type { Command } from '../../src/app/command.ts';
import { type FieldMeta, isRequired, type Kind, metaOf } from '../../src/app/field.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { readArrangement } from '../../src/arrangements/read.ts';
import type { Arrangement, Person, Post } from '../../src/domain/arrangement.ts';
import { day, type Instant, londonInstant, TimeOfDay } from '../../src/domain/day.ts';
import { PersonId } from '../../src/domain/incident.ts';
import { PostId } from '../../src/domain/item.ts';

export const merton = loadArrangement('merton-2023');

/** "2026-03-30 09:00" on London's clocks. */
export const moment = (text: string): Instant => {
  const [on = '', time = ''] = text.split(' ');
  return londonInstant(day(on), TimeOfDay.parse(time));
};

/** Fields that a command takes, with what is known of each. */
const fieldsOf = ({ fields }: Command): readonly (readonly [string, FieldMeta])[] =>
  (Object.entries(fields.shape) as [string, z.ZodType][]).map(([name, schema]) => [
    name,
    metaOf(schema),
  ]);

export const requiredOf = ({ fields }: Command): readonly string[] =>
  (Object.entries(fields.shape) as [string, z.ZodType][])
    .filter(([, schema]) => isRequired(schema))
    .map(([name]) => name);

/** Every field of every command. */
export const everyField = catalogue.flatMap((command) =>
  fieldsOf(command).map(([field, meta]) => ({ command, field, meta, kind: meta.kind })),
);

const EXAMPLES: Readonly<Record<Exclude<Kind, 'choice' | 'choices'>, string>> = {
  day: 'today',
  text: 'the duty desk had it',
  number: '1',
  reference: 'SI-2026-1',
  references: 'AC-2026-1',
  words: 'SI-2026-1',
  'yes-no': 'yes',
  post: 'police-lead',
  agency: 'probation',
  agencies: 'all',
  body: 'qapr',
  area: 'city',
  'review-type': 'partnership-review',
  sheet: 'Action,Owner,Due',
};

const isOptions = (kind: Kind): kind is 'choice' | 'choices' =>
  kind === 'choice' || kind === 'choices';

/** A reference of the kind that a field takes. */
export const referenceIn = ([series = 'SI']: readonly string[] = []): string => `${series}-2026-1`;

/** Something each required field accepts. */
export const example = (command: Command): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldsOf(command)
      .filter(([name]) => requiredOf(command).includes(name))
      .map(([name, { kind, options = [], series = [] }]) => [
        name,
        isOptions(kind)
          ? (options[0] ?? '')
          : kind === 'reference'
            ? referenceIn(series)
            : EXAMPLES[kind],
      ]),
  );

/** The arrangement, with these on its roster instead: `{ jo: ['manager', 'notifier'] }`. */
export const rostered = (
  arrangement: Arrangement,
  people: Readonly<Record<string, readonly string[]>>,
): Arrangement => ({
  ...arrangement,
  people: new Map(
    Object.entries(people).map(([id, posts]): [PersonId, Person] => [
      PersonId.parse(id),
      { id: PersonId.parse(id), posts: posts.map((post) => PostId.parse(post)) },
    ]),
  ),
});

/** The arrangement, with one post of each of these roles and somebody of its name in it. */
export const withRoles = (
  arrangement: Arrangement,
  roles: readonly Post['role'][],
): Arrangement => {
  const posts = roles.map(
    (role): Post => ({
      id: PostId.parse(`the-${role}`),
      title: role,
      called: role,
      role,
      standing: `the ${role}`,
      lead: true,
    }),
  );
  const people = Object.fromEntries(posts.map(({ id, role }) => [role, [id]]));
  return {
    ...rostered(arrangement, people),
    posts: new Map([...arrangement.posts, ...posts.map((post): [PostId, Post] => [post.id, post])]),
  };
};

/** The smallest partnership there can be, as 17 lines of YAML; more come after them. */
export const littleYaml = (...more: readonly string[]): string =>
  [
    'name: little',
    'title: A little partnership',
    'source: Nowhere',
    'ruleSet: wt2018',
    'posts:',
    '  manager: Manager',
    '  administrator: Administrator',
    '  notifier: Notifier',
    '  notifierDeputy: Deputy',
    '  chair: Chair',
    '  scrutineer: Scrutineer',
    'statutoryPartners:',
    '  - id: police',
    '    name: Police',
    '    lead: Commander',
    '    deputy: Superintendent',
    'bodies: []',
    ...more,
    '',
  ].join('\n');

/** An arrangement from its YAML; a mistake in it fails the test. */
export const arrangementFrom = (yaml: string): Arrangement => {
  const read = readArrangement(yaml);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  return read.arrangement;
};
