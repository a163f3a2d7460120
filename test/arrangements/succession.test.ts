import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadArrangement, readNamed } from '../../src/arrangements/load.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { arrangementOn } from '../../src/domain/arrangement-on.ts';
import { bodyOn } from '../../src/domain/body-on.ts';
import { chairOn } from '../../src/domain/chair-on.ts';
import { addDays, day } from '../../src/domain/day.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { inForce } from '../../src/domain/in-force.ts';
import { PostId } from '../../src/domain/item.ts';
import { holderOf } from '../../src/domain/posts.ts';
import { quorumOf } from '../../src/domain/quorum.ts';
import { nextReminder } from '../../src/domain/reminders.ts';
import { settingAt } from '../../src/domain/setting.ts';
import { folderOf } from '../support/files.ts';
import { littleYaml, moment } from '../support/given.ts';
import { type Heard, openHouse, textOf } from '../support/house.ts';

const MOVES = join(import.meta.dirname, '../scenarios/merton-moves.yaml');
const moves = loadArrangement(MOVES);
const post = (id: string): PostId => PostId.parse(id);

/** Two little partnerships, the second from Wed 1 Apr 2026; each with these lines more. */
const little = (
  first: readonly string[],
  second: readonly string[],
  change = (yaml: string): string => yaml,
): Arrangement => {
  const folder = folderOf({
    'old.yaml': littleYaml(...first),
    'new.yaml': change(littleYaml(...second).replace('name: little', 'name: later')),
    'ours.yaml':
      'arrangements:\n  - arrangement: old.yaml\n  - { arrangement: new.yaml, from: 2026-04-01 }\n',
  });
  return loadArrangement(join(folder, 'ours.yaml'));
};

const owedOn = async (house: Heard, arrangement: Arrangement): Promise<readonly string[]> => {
  const ledger = await house.store.read();
  const setting = settingAt(ledger, arrangement, house.now());
  return [...ledger.records.values()].flatMap((record) =>
    dutiesOf(record, setting).map(({ ruleId, due, owner }) => `${ruleId} ${due} @${owner}`),
  );
};

describe('the arrangement in force', () => {
  it.each([
    ['2019-05-01', 'merton-2019'],
    ['2021-11-30', 'merton-2019'],
    ['2021-12-01', 'merton-2021'],
    ['2023-03-31', 'merton-2021'],
    ['2023-04-01', 'merton-2023'],
  ])('on %s is %s', (on, name) => {
    expect(arrangementOn(moves, day(on)).name).toBe(name);
    expect(arrangementOn(arrangementOn(moves, day('2023-04-01')), day(on)).name).toBe(name);
  });

  it('has another chair, body and quorum from the day on', () => {
    expect(chairOn(moves, 'policy', day('2021-11-30'))).toBe('policy-chair');
    expect(chairOn(moves, 'policy', day('2021-12-01'))).toBeUndefined();
    expect(chairOn(moves, 'policy-training', day('2021-12-01'))).toBe('policy-training-chair');
    expect(bodyOn(moves, 'policy', day('2022-01-01'))?.name).toBe('Policy');
    expect(bodyOn(moves, 'nobody', day('2022-01-01'))).toBeUndefined();
  });

  it('never loses a post, an agency, a timetable or a holiday that records may speak of', () => {
    const known = (n: number): readonly string[] => {
      const then = arrangementOn(moves, addDays(day('2019-01-01'), n));
      const agencies = [...then.agencies, ...(then.former?.agencies ?? [])];
      expect(new Set(agencies.map(({ id }) => id)).size).toBe(agencies.length);
      return [
        ...then.posts.keys(),
        ...agencies.map(({ id }) => id),
        ...then.timetables.keys(),
        ...then.calendar.holidays.keys(),
      ];
    };
    fc.assert(
      fc.property(fc.nat(2500), fc.nat(2500), (n, more) => {
        expect(known(n + more)).toEqual(expect.arrayContaining([...known(n)]));
      }),
      { numRuns: 20 },
    );
  });

  it('says what ends when, as it is loaded', () =>
    expect(moves.warnings.map((warning) => warning.split(':')[0])).toEqual([
      'From Wed 1 Dec 2021, under merton-2021, these are no posts any more',
      'From Sat 1 Apr 2023, under merton-2023, these are no posts any more',
    ]));
});

it('has a named set right on the day it changes (S3, Stockport)', () => {
  const folder = folderOf({
    'ours.yaml':
      'arrangements:\n  - arrangement: stockport-like\n  - { arrangement: later.yaml, from: 2026-04-01 }\n',
    'later.yaml': littleYaml(
      'agencies:',
      '  - { id: head-teachers, name: Head teachers, lead: Head, sectorRepresentative: true }',
      'bodies:',
      '  - { id: executive, name: the Executive, chair: Chair, quorum: { kind: namedSet, of: [police, head-teachers] } }',
    ).replace('bodies: []\n', ''),
  });
  const arrangement = loadArrangement(join(folder, 'ours.yaml'));
  const found = (on: string, there: readonly string[]) => {
    const body = bodyOn(arrangement, 'executive', day(on));
    return body && quorumOf(body, there).is;
  };
  const four = ['council', 'health', 'police', 'education'];
  expect([found('2026-03-31', four), found('2026-04-01', four)]).toEqual(['quorate', 'inquorate']);
  const two = ['police', 'head-teachers'];
  expect([found('2026-03-31', two), found('2026-04-01', two)]).toEqual(['inquorate', 'quorate']);
});

describe('what is open when the arrangement changes', () => {
  const newer = (yaml: string): string => yaml.replace('ruleSet: wt2018', 'ruleSet: wt2023');

  it('an incident keeps the clocks of the day that it began, whatever holds now', async () => {
    const arrangement = little(
      [
        'overrides:',
        '  - { clock: notify-panel, span: { unit: working-days, n: 9 }, reason: so, from: 2020-01-01 }',
      ],
      ['adopted: [internal-form]'],
      newer,
    );
    const house = openHouse({ arrangement, at: '2026-03-31 10:00' });
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-31');
    const before = await owedOn(house, arrangement);
    house.at('2026-04-02 10:00');
    expect(await owedOn(house, arrangement)).toEqual(before);
    expect(before).toEqual([
      'wt2018/tell-partners 2026-04-09 @notifier',
      'wt2018/notify-panel 2026-04-15 @notifier',
    ]);
    await house.ask(
      'manager',
      '/incident log harm=died abuse=known aware=2026-04-01 occurred=2026-04-01',
    );
    expect((await owedOn(house, arrangement)).slice(2).map((one) => one.split(' ')[0])).toEqual(
      expect.arrayContaining(['local/internal-form', 'wt2023/notify-panel']),
    );
  });

  it('a rapid review keeps the timetable that it began under', async () => {
    const own = (name: string, toDay: number) => [
      `timetable: ${name}`,
      'timetables:',
      `  - { name: ${name}, title: Ours, source: Ours, anchor: notified, steps: [{ name: weigh, todo: weigh it, owner: panel, fromDay: 1, toDay: ${toDay} }] }`,
    ];
    const arrangement = little(own('first', 4), own('second', 9));
    const house = openHouse({ arrangement, at: '2026-03-30 10:00' });
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-30');
    await house.ask('manager', '/incident notified SI-2026-1 on=today');
    await house.ask('manager', '/review start SI-2026-1');
    const before = await owedOn(house, arrangement);
    house.at('2026-04-01 10:00');
    expect(await owedOn(house, arrangement)).toEqual(before);
    expect(before).toContain('first/weigh 2026-04-07 @manager');
  });

  it('children’s codes go on where they were', async () => {
    const arrangement = little(['firstChildCode: L'], ['firstChildCode: A']);
    const house = openHouse({ arrangement, at: '2026-03-31 10:00' });
    const log = '/incident log harm=died abuse=known aware=2026-03-31';
    expect(textOf(await house.ask('manager', log))).toContain('Child L');
    house.at('2026-04-01 10:00');
    expect(textOf(await house.ask('manager', log))).toContain('Child M');
  });

  it('is sent within the hours, and by the ladders, of what holds then', async () => {
    const ladder = (at: number) => [
      'ladders:',
      '  notify-panel:',
      `    - { at: ${at}, to: [owner] }`,
    ];
    const arrangement = little(
      [...ladder(-1), 'sending: { from: "08:00", until: "12:00" }'],
      [...ladder(-3), 'sending: { from: "10:00", until: "16:00" }'],
    );
    const house = openHouse({ arrangement, at: '2026-03-31 08:30' });
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-31');
    expect(nextReminder(await house.store.read(), arrangement, house.now())).toBe(
      moment('2026-04-01 08:00'),
    );
    await house.tick('2026-04-01 09:00');
    // Due Thu 9 Apr: three working days before, over Easter, is Thu 2 Apr.
    expect(nextReminder(await house.store.read(), arrangement, house.now())).toBe(
      moment('2026-04-02 10:00'),
    );
  });

  it('is not for whoever was in a post that has ended, even by appointment', async () => {
    const house = openHouse({ arrangement: moves, at: '2021-11-22 09:00' });
    await house.ask('manager', '/roster appoint policy-chair to=jo new=yes');
    const on = async (text: string) =>
      inForce(await house.store.read(), moves, day(text)).people.has('jo' as never);
    expect([await on('2021-11-30'), await on('2021-12-01')]).toEqual([true, false]);
    const then = inForce(await house.store.read(), moves, day('2021-12-01'));
    expect(holderOf(then, post('policy-chair'))).toBeUndefined();
  });

  it('is told of once for each post that has ended, and not again as it becomes less', async () => {
    const house = openHouse({ arrangement: moves, at: '2021-11-22 09:00' });
    const add = '/action add what="A policy" owner=policy-chair source=meeting';
    for (const due of ['2022-03-10', '2022-03-11', '2022-03-14'])
      await house.ask('manager', `${add} due=${due}`);
    const helped = () =>
      house.sent.filter(({ message: { title } }) => title.startsWith('Heed needs'));
    await house.tick('2021-11-30 09:00');
    expect(helped()).toEqual([]);
    await house.tick('2021-12-01 09:00');
    expect(helped().map(({ to }) => to)).toEqual(['manager', 'administrator']);
    expect(helped().map(textOf).join('\n')).toContain(
      'Since Wed 1 Dec 2021 there is no post of the chair of Policy, and AC-2021-1, AC-2021-2 and AC-2021-3 still fall to it',
    );
    await house.ask('manager', '/action reassign AC-2021-1 to=qapr-chair');
    await house.tick('2021-12-02 09:00');
    expect(helped()).toHaveLength(2);
    await house.ask('manager', '/roster cover policy-chair by=qapr-chair');
    await house.tick('2021-12-03 09:00');
    expect((await house.store.read()).troubles.size).toBe(0);
  });

  it('may fall to somebody who holds two posts that have to be apart by now', async () => {
    const house = openHouse({
      arrangement: little(
        [],
        ['roleExclusions:', '  - { posts: [chair, scrutineer], source: ours }'],
      ),
      at: '2026-03-31 09:00',
    });
    await house.ask('manager', '/roster appoint scrutineer to=chair');
    await house.tick('2026-03-31 10:00');
    expect(house.sent).toEqual([]);
    await house.tick('2026-04-01 10:00');
    expect(house.sent.map(textOf).join('\n')).toContain(
      '@chair is both the chair and the scrutineer, who have to be different people (ours).',
    );
  });
});

describe('a mistake in a succession', () => {
  const first = '  - arrangement: merton-2019';
  const own = (steps: string) =>
    littleYaml(
      'timetables:',
      `  - { name: ours, title: O, source: O, anchor: aware, steps: [${steps}] }`,
    );
  it.each([
    [
      'one alone',
      [first],
      'line 2, arrangements: expected at least two arrangements, one after the other',
    ],
    [
      'a first day',
      [
        '  - { arrangement: merton-2019, from: 2019-05-01 }',
        '  - { arrangement: merton-2021, from: 2021-12-01 }',
      ],
      'line 2, arrangements[0].from: expected none: the first holds from the beginning',
    ],
    [
      'no day',
      [first, '  - arrangement: merton-2021'],
      'line 3, arrangements[1].from: expected the day from which it holds',
    ],
    [
      'a day that is none',
      [first, '  - { arrangement: merton-2021, from: 2021-13-01 }'],
      'line 3, arrangements[1].from: ',
    ],
    [
      'an earlier day',
      [
        first,
        '  - { arrangement: merton-2021, from: 2021-12-01 }',
        '  - { arrangement: merton-2023, from: 2021-12-01 }',
      ],
      'line 4, arrangements[2].from: expected a day after the one before it',
    ],
    [
      'the same again',
      [first, '  - { arrangement: merton-2019, from: 2021-12-01 }'],
      'line 3, arrangements[1]: two are called merton-2019. Give one another name',
    ],
    [
      'one that is not there',
      [first, '  - { arrangement: merton-2031, from: 2031-01-01 }'],
      'line 3, arrangements[1].arrangement: merton-2031: There is no arrangement of that name.',
    ],
    [
      'a file that is not there',
      [first, '  - { arrangement: nowhere.yaml, from: 2031-01-01 }'],
      'cannot be read. Check its path.',
    ],
    [
      'a file with mistakes',
      [first, '  - { arrangement: wrong.yaml, from: 2031-01-01 }'],
      'line 3, arrangements[1].arrangement: wrong.yaml: line 4, ruleSet: ',
    ],
    [
      'one that names others itself',
      [first, '  - { arrangement: ours.yaml, from: 2031-01-01 }'],
      'line 3, arrangements[1].arrangement: ours.yaml: it names others itself. Name those here',
    ],
    [
      'two timetables of one name',
      ['  - arrangement: one.yaml', '  - { arrangement: two.yaml, from: 2031-01-01 }'],
      'line 3, arrangements[1]: its timetable ours is not the one of that name before it',
    ],
    [
      'a word that means nothing',
      [first, '  - { arrangement: merton-2021, form: 2021-12-01 }'],
      '"form"',
    ],
  ])('%s', (_, lines, said) => {
    const folder = folderOf({
      'ours.yaml': `arrangements:\n${lines.join('\n')}\n`,
      'wrong.yaml': littleYaml().replace('wt2018', 'wt1066'),
      'one.yaml': own('{ name: a, todo: a, owner: panel, fromDay: 1, toDay: 2 }'),
      'two.yaml': own('{ name: a, todo: a, owner: panel, fromDay: 1, toDay: 3 }').replace(
        'name: little',
        'name: two',
      ),
    });
    const read = readNamed(join(folder, 'ours.yaml'));
    expect('mistakes' in read ? read.mistakes.join('\n') : 'none').toContain(said);
  });
});
