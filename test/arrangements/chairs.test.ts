import { describe, expect, it } from 'vitest';
import { loadArrangement } from '../../src/arrangements/load.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { arrangementOn } from '../../src/domain/arrangement-on.ts';
import { day, instant } from '../../src/domain/day.ts';
import { heldTogether } from '../../src/domain/exclusion.ts';
import { inForce } from '../../src/domain/in-force.ts';
import { PostId } from '../../src/domain/item.ts';
import { emptyLedger } from '../../src/domain/ledger.ts';
import { addressed, holderOf, rolesOf } from '../../src/domain/posts.ts';
import { settingAt } from '../../src/domain/setting.ts';
import { arrangementFrom, littleYaml } from '../support/given.ts';
import { openHouse, textOf } from '../support/house.ts';

const post = (id: string): PostId => PostId.parse(id);

/** Who has a post's matters on a day, after what was said. */
const holderAfter = async (
  arrangement: Arrangement,
  lines: readonly (readonly [at: string, who: string, typed: string])[],
  of: string,
  on: string,
): Promise<string | undefined> => {
  const house = openHouse({ arrangement, at: '2019-10-01 09:00' });
  for (const [at, who, typed] of lines) {
    house.at(at);
    expect((await house.ask(who, typed)).is, typed).toBe('accepted');
  }
  return holderOf(inForce(await house.store.read(), arrangement, day(on)), post(of))?.id;
};

describe('the chair of a body whose partners take turns', () => {
  const staffordshire = loadArrangement('staffordshire-like');
  const away = (who: string) =>
    ['2020-03-02 09:00', 'manager', `/roster away ${who} from=2020-03-30 to=2020-04-03`] as const;

  it.each([
    ['on the eve of the change', [], 'partnership-chair', '2020-03-31', 'council-lead'],
    ['on the day of it', [], 'partnership-chair', '2020-04-01', 'stoke-lead'],
    ['and the post of chair goes with it', [], 'chair', '2020-04-01', 'stoke-lead'],
    [
      'is whoever has been appointed to the post whose turn it is',
      [['2020-01-06 09:00', 'manager', '/roster appoint stoke-lead to=jo new=yes'] as const],
      'partnership-chair',
      '2020-04-01',
      'jo',
    ],
    [
      'and not before',
      [['2020-01-06 09:00', 'manager', '/roster appoint stoke-lead to=jo new=yes'] as const],
      'partnership-chair',
      '2020-03-31',
      'council-lead',
    ],
    [
      'is the deputy of whose turn it is, who is away',
      [away('stoke-lead')],
      'partnership-chair',
      '2020-04-01',
      'stoke-deputy',
    ],
    [
      'is not the deputy while it is another’s turn',
      [away('stoke-lead')],
      'partnership-chair',
      '2020-03-31',
      'council-lead',
    ],
    [
      'is whoever covers the chair itself',
      [['2020-03-02 09:00', 'manager', '/roster cover partnership-chair by=police-lead'] as const],
      'partnership-chair',
      '2020-04-01',
      'police-lead',
    ],
  ])('%s', async (_, lines, of, on, expected) =>
    expect(await holderAfter(staffordshire, lines, of, on)).toBe(expected),
  );

  it('is told as the deputy of the chair is: by the one whose turn it is', () => {
    const then = arrangementOn(staffordshire, day('2020-04-01'));
    const owing = { owner: post('partnership-chair') };
    expect(addressed(then, owing, ['owner', 'deputy'])).toEqual([
      'partnership-chair',
      'stoke-deputy',
    ]);
  });

  it('is the same value all through a turn, and again in the next round', () => {
    const on = (text: string) => arrangementOn(staffordshire, day(text));
    expect(on('2020-04-01')).toBe(on('2020-09-30'));
    expect(on('2020-04-01')).toBe(on('2022-04-01'));
    expect(on('2020-04-01')).not.toBe(on('2020-03-31'));
    expect(arrangementOn(on('2020-04-01'), day('2019-10-01'))).toBe(staffordshire);
  });

  it.each([
    // British Summer Time began on Sun 29 Mar 2020: London's midnight is 23:00 in UTC.
    ['2020-03-31T22:59:00.000Z', 'council-lead'],
    ['2020-03-31T23:00:00.000Z', 'stoke-lead'],
    ['2020-09-30T22:59:00.000Z', 'stoke-lead'],
    ['2020-09-30T23:00:00.000Z', 'health-lead'],
  ])('changes at midnight in London: at %s it is the %s', (at, who) => {
    const { arrangement } = settingAt(emptyLedger, staffordshire, instant(at));
    expect(holderOf(arrangement, post('partnership-chair'))?.id).toBe(who);
  });

  it('cannot be appointed', async () => {
    const house = openHouse({ arrangement: staffordshire, at: '2020-04-01 09:00' });
    const answer = await house.ask('manager', '/roster appoint partnership-chair to=jo');
    expect(textOf(answer)).toBe(
      'The chair of the Partnership is taken in turn, and it is the turn of the stoke lead. Let another have it with /roster cover partnership-chair by=POST.',
    );
  });

  it('answers for the chair in commands on the day they change, and not on the eve', async () => {
    const roles = (on: string, who: string) => {
      const then = arrangementOn(staffordshire, day(on));
      const person = holderOf(then, post(who));
      return person ? rolesOf(then, person) : [];
    };
    expect(roles('2020-03-31', 'stoke-lead')).toEqual(['statutory-partner']);
    expect(roles('2020-04-01', 'stoke-lead')).toEqual([
      'statutory-partner',
      'chair',
      'group-chair',
    ]);
    expect(roles('2020-04-01', 'council-lead')).toEqual(['statutory-partner']);
  });
});

describe('a chair who is another post', () => {
  it.each([
    ['rotherham-like', 'chair', 'scrutineer'],
    ['rotherham-like', 'partnership-chair', 'scrutineer'],
    ['sutton-2019', 'board-chair', 'scrutineer'],
    ['sutton-2019', 'steering-chair', 'scrutineer'],
    ['merton-2023', 'executive-chair', 'chair'],
    ['merton-2023', 'partnership-chair', 'chair'],
  ])('%s: the %s is the %s', (name, of, who) => {
    const then = inForce(emptyLedger, loadArrangement(name), day('2026-03-17'));
    expect(holderOf(then, post(of))?.id).toBe(who);
  });

  it('is whoever is new in that post', async () =>
    expect(
      await holderAfter(
        loadArrangement('sutton-2019'),
        [['2019-10-07 09:00', 'manager', '/roster appoint scrutineer to=jo new=yes']],
        'board-chair',
        '2019-10-07',
      ),
    ).toBe('jo'));

  it('is vacant with it', async () =>
    expect(
      await holderAfter(
        loadArrangement('sutton-2019'),
        [['2019-10-07 09:00', 'manager', '/roster leave scrutineer']],
        'board-chair',
        '2019-10-07',
      ),
    ).toBeUndefined());

  it('cannot be appointed by itself', async () => {
    const house = openHouse({ arrangement: loadArrangement('sutton-2019') });
    expect(textOf(await house.ask('manager', '/roster appoint board-chair to=jo'))).toBe(
      'The chair of the Board is whoever is the scrutineer. Appoint to that post: /roster appoint scrutineer to=PERSON.',
    );
  });
});

describe('posts that different people hold (S0 7.10, S1, G14)', () => {
  const asked = async (name: string, ...typed: readonly string[]) => {
    const house = openHouse({ arrangement: loadArrangement(name) });
    let said = '';
    for (const line of typed) said = textOf(await house.ask('manager', line));
    return said;
  };

  it.each([
    [
      'the chair is not the scrutineer',
      'merton-2019',
      ['/roster appoint scrutineer to=chair'],
      '@chair is the chair, and the scrutineer has to be somebody else (S0 7.10). Choose another person, or put somebody else in the post of the chair first.',
    ],
    [
      'nor the young scrutineer',
      'merton-2021',
      ['/roster appoint young-scrutineer to=scrutineer'],
      '@scrutineer is the scrutineer, and the young scrutineer has to be somebody else',
    ],
    [
      'nor does one cover the other',
      'merton-2019',
      ['/roster cover chair by=scrutineer'],
      '@scrutineer is the scrutineer, and the chair has to be somebody else (S0 7.10).',
    ],
    [
      'nor any of a pool the chair',
      'north-lincolnshire-like',
      ['/roster appoint scrutineer-3 to=chair'],
      '@chair is the chair, and the scrutineer 3 has to be somebody else',
    ],
    [
      'but one may be twice in the pool',
      'north-lincolnshire-like',
      ['/roster appoint scrutineer-3 to=scrutineer'],
      '@scrutineer is now the scrutineer 3',
    ],
    [
      'the post may be left first',
      'merton-2019',
      ['/roster appoint chair to=jo new=yes', '/roster appoint scrutineer to=chair'],
      '@chair is now the scrutineer',
    ],
    [
      'in Sutton and in Rotherham one is both (S2 4.2; S3)',
      'sutton-2019',
      ['/roster appoint scrutineer to=jo new=yes'],
      '@jo is now the scrutineer',
    ],
  ])('%s', async (_, name, typed, said) =>
    expect((await asked(name, ...typed)).startsWith(said), said).toBe(true),
  );

  it('are seen on a roster that has them together already', () => {
    const yaml = littleYaml('roleExclusions:', '  - { posts: [chair, scrutineer], source: ours }');
    const arrangement = arrangementFrom(yaml);
    expect(heldTogether(arrangement)).toEqual([]);
    const both = { id: 'jo' as never, posts: [post('chair'), post('scrutineer')] };
    expect(
      heldTogether({ ...arrangement, people: new Map([[both.id, both]]) }).map(
        ({ post: one, holds }) => [one, holds],
      ),
    ).toEqual([['scrutineer', 'chair']]);
  });
});
