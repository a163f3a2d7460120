import { describe, expect, it } from 'vitest';
import { readArrangement } from '../../src/arrangements/read.ts';
import { littleYaml } from '../support/given.ts';

const mistakesOf = (yaml: string): string => {
  const read = readArrangement(yaml);
  return 'mistakes' in read ? read.mistakes.join('\n') : 'none';
};
/** A little partnership with one body, the Executive, of these fields; its chair unless one is among them. */
const body = (...fields: readonly string[]): string =>
  littleYaml(
    'bodies:',
    '  - id: executive',
    '    name: the Executive',
    ...(fields.some((field) => field.startsWith('chair')) ? [] : ['    chair: Chair']),
    ...fields.map((field) => `    ${field}`),
  ).replace('bodies: []\n', '');
const line = (more: string): string =>
  littleYaml(
    'annualCycle:',
    `  - { id: a, what: A, kind: report, owner: manager, source: S, ${more} }`,
  );

describe('says where and what', () => {
  it.each([
    [
      'a chair by no post',
      body('chair: { post: cook }'),
      'bodies[0].chair.post: there is no post with a holder of its own cook.',
    ],
    [
      'a chair through another chair',
      body('chair: { post: executive-chair }'),
      'bodies[0].chair.post: there is no post with',
    ],
    [
      'a turn of no post',
      body('chair: { rotates: [police-lead, cook], months: 6, from: 2026-01-01 }'),
      'bodies[0].chair.rotates[1]: there is no post',
    ],
    [
      'one who takes turns alone',
      body('chair: { rotates: [police-lead], months: 6, from: 2026-01-01 }'),
      'bodies[0].chair.rotates: expected at least two posts to take turns',
    ],
    [
      'one who has two turns',
      body('chair: { rotates: [chair, chair], months: 6, from: 2026-01-01 }'),
      'bodies[0].chair.rotates: expected each post once',
    ],
    [
      'turns without a length',
      body('chair: { rotates: [chair, police-lead], from: 2026-01-01 }'),
      'bodies[0].chair.rotates: expected months and from beside it',
    ],
    [
      'a length without turns',
      body('chair: { title: Chair, months: 6 }'),
      'bodies[0].chair: expected rotates beside months and from',
    ],
    [
      'turns from no day',
      body('chair: { rotates: [chair, police-lead], months: 6, from: 2026-02-30 }'),
      'bodies[0].chair.from: ',
    ],
    [
      'both a post and turns',
      body('chair: { post: chair, rotates: [chair, police-lead], months: 6, from: 2026-01-01 }'),
      'bodies[0].chair.rotates: expected none beside post',
    ],
    [
      'nobody in the chair',
      body('chair: {}'),
      'bodies[0].chair: expected a title, the post that chairs, or the posts that chair in turn',
    ],
    [
      'the partnership’s chair by no post',
      littleYaml().replace('chair: Chair', 'chair: { post: cook }'),
      'line 10, posts.chair.post: there is no post',
    ],
    [
      'an area that is none',
      body('area: moon'),
      'bodies[0].area: there is no area moon. There is none',
    ],
    [
      'a member that is none',
      body('members: [police, cook]'),
      'bodies[0].members[1]: there is no agency or post cook.',
    ],
    [
      'a member twice',
      body('members: [police, police]'),
      'bodies[0].members[1]: police has a seat already',
    ],
    [
      'a seat held by nobody',
      body('members: [{ seat: police, by: cook }]'),
      'bodies[0].members[0].by: there is no post cook.',
    ],
    [
      'members that are no list',
      body('members: some'),
      'bodies[0].members: expected all, or a list of seats',
    ],
    ['a quorum of no kind', body('quorum: { kind: most }'), 'bodies[0].quorum.kind: '],
    [
      'a quorum of more than there are',
      body('quorum: { kind: count, n: 2 }'),
      'bodies[0].quorum.n: expected at most 1, the number of seats that count',
    ],
    ['a quorum of nobody', body('quorum: { kind: count, n: 0 }'), 'bodies[0].quorum.n: '],
    ['a named set of no names', body('quorum: { kind: namedSet }'), 'bodies[0].quorum.of: '],
    [
      'a named set with a stranger',
      body('quorum: { kind: namedSet, of: [police, cook] }'),
      'bodies[0].quorum.of[1]: there is no seat in this body for cook.',
    ],
    [
      'a quorum of those who have no seat',
      body('members: [chair]', 'quorum: { kind: all }'),
      'bodies[0].quorum: there is no seat in this body for police.',
    ],
    [
      'one seat counted twice',
      body('quorum: { kind: all, of: [police, police] }'),
      'bodies[0].quorum.of: expected each seat once',
    ],
    [
      'a cadence of nothing',
      body('cadence: { week: 1 }'),
      'bodies[0].cadence: expected every or dates, and not both',
    ],
    [
      'a cadence of both',
      body('cadence: { every: month, dates: [2026-01-01] }'),
      'bodies[0].cadence: expected every or dates, and not both',
    ],
    [
      'too few months',
      body('cadence: { every: quarter, months: [1, 4] }'),
      'bodies[0].cadence.months: expected as many months as it meets in a year',
    ],
    [
      'a month twice',
      body('cadence: { every: half-year, months: [4, 4] }'),
      'bodies[0].cadence.months: expected each month once',
    ],
    [
      'a thirteenth month',
      body('cadence: { every: year, months: [13] }'),
      'bodies[0].cadence.months[0]: expected a month, 1 to 12',
    ],
    ['a Sunday', body('cadence: { every: month, weekday: sunday }'), 'bodies[0].cadence.weekday: '],
    [
      'an owner of a line that is none',
      line('months: [1]').replace('owner: manager', 'owner: cook'),
      'annualCycle[0].owner: there is no post cook.',
    ],
    [
      'a line of no month',
      line('years: 1'),
      'annualCycle[0]: expected months or a span, and not both',
    ],
    [
      'every two years from when',
      line('months: [1], years: 2'),
      'annualCycle[0].firstYear: expected the first year beside years',
    ],
    [
      'a line for each of no areas',
      line('months: [1], perArea: true'),
      'annualCycle[0].perArea: expected areas in this file first',
    ],
    [
      'a line for no body',
      line('months: [1], body: cabinet'),
      'annualCycle[0].body: there is no body cabinet. There is none',
    ],
    [
      'a stage of nobody',
      littleYaml('disputes:', '  stages: [{ title: T, todo: t, by: cook, source: S }]'),
      'line 19, disputes.stages[0].by: there is no post cook.',
    ],
    [
      'decisions by nobody',
      littleYaml('decisions: { by: cook, source: S }'),
      'line 18, decisions.by: there is no post cook.',
    ],
    [
      'disputes raised nowhere',
      littleYaml('disputes: { raisedAt: cabinet }'),
      'line 18, disputes.raisedAt: there is no body cabinet.',
    ],
    [
      'an exclusion of one',
      littleYaml('roleExclusions: [{ posts: [chair], source: S }]'),
      'roleExclusions[0].posts: expected at least two posts',
    ],
    [
      'an exclusion of no post',
      littleYaml('roleExclusions: [{ posts: [chair, cook], source: S }]'),
      'roleExclusions[0].posts[1]: there is no post cook.',
    ],
    [
      'an exclusion of what one person holds',
      littleYaml('roleExclusions: [{ posts: [chair, scrutineer], source: S }]').replace(
        'chair: Chair',
        'chair: { post: scrutineer }',
      ),
      'roleExclusions[0].posts[0]: scrutineer holds it here, so the two cannot be kept apart',
    ],
    [
      'a channel for nothing',
      littleYaml('channels: { kitchen: tea }'),
      'channels.kitchen: there is no use for a channel called kitchen.',
    ],
    [
      'a channel with a space',
      littleYaml('channels: { cases: "the cases" }'),
      'channels.cases: expected a channel, like scp-cases',
    ],
    [
      'a school holiday that ends before it begins',
      littleYaml(
        'calendar: { schoolHolidays: [{ name: H, from: 2026-05-02, until: 2026-05-01 }] }',
      ),
      'calendar.schoolHolidays[0].until: expected a day that is not before from',
    ],
    [
      'records that are kept for no time',
      littleYaml('retention: [{ records: actions, years: 0, source: S }]'),
      'retention[0].years: ',
    ],
    [
      'records that are none',
      littleYaml('retention: [{ records: lunches, years: 1, source: S }]'),
      'retention[0].records: ',
    ],
    [
      'deleting',
      littleYaml('retention: [{ records: actions, years: 1, then: delete, source: S }]'),
      'retention[0]: ',
    ],
    [
      'two reviews of one name',
      littleYaml('reviewTypes: [{ id: a, title: A, source: S }, { id: a, title: B, source: S }]'),
      'reviewTypes[1].id: two are called a. Give one another name',
    ],
    [
      'a partner in no area',
      littleYaml().replace('    name: Police', '    name: Police\n    area: moon'),
      'line 13, statutoryPartners[0].area: there is no area moon.'.replace('line 13, ', ''),
    ],
    [
      'no scrutineer at all',
      littleYaml().replace('scrutineer: Scrutineer', 'scrutineer: []'),
      'posts.scrutineer: ',
    ],
  ])('%s', (_, yaml, said) => expect(mistakesOf(yaml)).toContain(said));
});

it('takes every one of these where it is right', () => {
  const yaml = body(
    'chair: { rotates: [chair, police-lead], months: 6, from: 2026-01-01, title: In the chair }',
    'type: executive',
    'area: all',
    'remit: [children, adults]',
    'members: [{ seat: police, by: police-officer }, scrutineer]',
    'quorum: { kind: namedSet, of: [police, scrutineer] }',
    'cadence: { dates: [2026-05-05, 2026-02-03] }',
    'papersTo: [NHS England]',
    'standingItems: [The business plan]',
  )
    .replace(
      '    name: Police',
      '    name: Police\n    accountableOfficer: Chief Constable\n    kind: police',
    )
    .concat(
      'areas: [{ id: all, name: All of it }]\n',
      'banner: OFFICIAL-SENSITIVE\n',
      'channels: { cases: scp-cases, executive: scp-exec }\n',
      'retention: [{ records: incidents, years: 25, source: Our schedule }]\n',
      'calendar: { yearFrom: 9, schoolHolidays: [{ name: Half-term, from: 2026-05-25, until: 2026-05-29 }] }\n',
      'annualCycle: [{ id: a, what: A, kind: report, owner: executive-chair, span: { from: 11, to: 1 }, perArea: true, source: S }]\n',
    );
  expect(mistakesOf(yaml)).toBe('none');
});
