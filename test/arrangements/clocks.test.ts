import { describe, expect, it } from 'vitest';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { settingAt } from '../../src/domain/setting.ts';
import { arrangementFrom, littleYaml } from '../support/given.ts';
import { LOGGED, openHouse, textOf } from '../support/house.ts';

/** What an incident owes under an arrangement: "notify-panel 2026-04-08 open". */
const owed = async (arrangement: Arrangement, ...typed: readonly string[]) => {
  const house = openHouse({ arrangement, at: '2026-04-20 10:00' });
  for (const line of typed)
    expect(textOf(await house.ask('manager', line))).not.toMatch(/^(?:There|It is|\/)/);
  const ledger = await house.store.read();
  const [record] = ledger.records.values();
  if (!record) throw new Error('nothing was logged');
  return dutiesOf(record, settingAt(ledger, arrangement, house.now()));
};
const little = (...more: readonly string[]) => arrangementFrom(littleYaml(...more));
const due = async (...given: Parameters<typeof owed>) =>
  Object.fromEntries((await owed(...given)).map(({ name, due }) => [name, due]));

const overriding = (...fields: readonly string[]) =>
  little('overrides:', '  - clock: notify-panel', ...fields.map((field) => `    ${field}`));
const logged = (aware: string, more = '') =>
  `/incident log harm=died abuse=known aware=${aware} ${more}`;

describe('an override', () => {
  const dated = overriding(
    'span: { unit: working-days, n: 10 }',
    'reason: The Coronavirus Act',
    'from: 2026-03-10',
    'until: 2026-03-12',
  );

  it.each([
    ['before its first day', '2026-03-09', '2026-03-16'],
    ['on its first day', '2026-03-10', '2026-03-24'],
    ['on its last day', '2026-03-12', '2026-03-26'],
    ['after its last day', '2026-03-13', '2026-03-20'],
  ])('holds for clocks that start within its days: %s', async (_, aware, expected) => {
    expect(await due(dated, logged(aware))).toMatchObject({ 'notify-panel': expected });
  });

  it('leaves the other clocks alone', async () =>
    expect(await due(dated, logged('2026-03-10'))).toMatchObject({
      'tell-partners': '2026-03-17',
    }));

  it('is part of the duty, with its reason; without one there is none', async () => {
    const [during] = (await owed(dated, logged('2026-03-10'))).filter(
      ({ name }) => name === 'notify-panel',
    );
    expect(during?.override?.reason).toBe('The Coronavirus Act');
    const [after] = await owed(dated, logged('2026-03-13'));
    expect(after).not.toHaveProperty('override');
  });

  it('is told by /why', async () => {
    const { ask } = openHouse({ arrangement: dated, at: '2026-03-11 10:00' });
    await ask('manager', logged('2026-03-10'));
    expect(textOf(await ask('manager', '/why SI-2026-1 notify-panel'))).toContain(
      'This partnership counts it differently for clocks that start on or after Tue 10 Mar 2026 until Thu 12 Mar 2026. Reason: The Coronavirus Act',
    );
  });

  it('of later standing wins over an earlier one', async () => {
    const both = little(
      'overrides:',
      '  - { clock: notify-panel, span: { unit: working-days, n: 1 }, reason: a, from: 2026-01-01 }',
      '  - { clock: notify-panel, span: { unit: working-days, n: 2 }, reason: b, from: 2026-03-01 }',
    );
    expect(await due(both, logged('2026-02-25'))).toMatchObject({ 'notify-panel': '2026-02-26' });
    expect(await due(both, logged('2026-03-10'))).toMatchObject({ 'notify-panel': '2026-03-12' });
  });
});

describe('counting', () => {
  it.each([
    ['day-0', '2026-04-08'],
    ['day-1', '2026-04-07'],
  ])('from the day itself as %s', async (firstDay, expected) => {
    const arrangement = overriding(`firstDay: ${firstDay}`, 'reason: so', 'from: 2026-01-01');
    expect(await due(arrangement, LOGGED)).toMatchObject({ 'notify-panel': expected });
  });

  it.each([
    ['calendar-days', 9, '2026-04-08'],
    ['months', 1, '2026-04-30'],
    ['working-days', 0, '2026-03-30'],
  ])('in %s: %i', async (unit, n, expected) => {
    const arrangement = overriding(
      `span: { unit: ${unit}, n: ${n} }`,
      'reason: so',
      'from: 2026-01-01',
    );
    expect(await due(arrangement, LOGGED)).toMatchObject({ 'notify-panel': expected });
  });

  it('from another date, once that is known', async () => {
    const arrangement = overriding('anchor: told', 'reason: S2', 'from: 2026-01-01');
    const told = '/incident told-partners SI-2026-1 on=2026-04-01';
    expect(await due(arrangement, LOGGED, told)).toMatchObject({ 'notify-panel': '2026-04-10' });
  });

  it('not on a holiday of the partnership’s own', async () => {
    const arrangement = little('holidays:', '  - { date: 2026-04-01, name: A day off }');
    expect(await due(arrangement, LOGGED)).toMatchObject({ 'notify-panel': '2026-04-09' });
  });
});

describe('which clocks run', () => {
  const LEAVER =
    '/incident log harm=died abuse=not-suspected care-leaver=yes age=18-to-24 aware=2026-03-30';
  const under = (set: string) => arrangementFrom(littleYaml().replace('wt2018', set));

  it('for the death of a care leaver: none in 2018, one since 2023', async () => {
    expect(await due(under('wt2018'), LEAVER)).toEqual({});
    expect(await owed(under('wt2023'), LEAVER)).toMatchObject([
      {
        name: 'notify-secretary-of-state-and-ofsted',
        due: '2026-04-08',
        ruleId: 'wt2023/notify-secretary-of-state-and-ofsted',
      },
    ]);
  });

  it.each(['wt2018', 'wt2023'])(
    'for the death of a looked-after child: always, in %s',
    async (set) => {
      const typed = '/incident log harm=died abuse=not-suspected looked-after=yes aware=2026-03-30';
      expect(await due(under(set), typed)).toEqual({
        'notify-secretary-of-state-and-ofsted': '2026-04-08',
      });
    },
  );

  const FACTS = logged('2026-03-30', 'occurred=2026-03-27 raised-by=agency');
  it.each([
    ['internal-form', { 'internal-form': '2026-03-28' }],
    ['refer-case', { 'refer-case': '2026-04-07' }],
    ['copy-business-unit', {}],
  ])('only where it is adopted: %s', async (name, expected) => {
    const national = { 'notify-panel': '2026-04-08', 'tell-partners': '2026-04-08' };
    expect(await due(little(), FACTS)).toEqual(national);
    expect(await due(little(`adopted: [${name}]`), FACTS)).toEqual({ ...national, ...expected });
  });

  it('from the notification on, for the copy', async () => {
    const typed = '/incident notified SI-2026-1 on=2026-04-01';
    const duties = await owed(little('adopted: [copy-business-unit]'), LOGGED, typed);
    expect(duties.find(({ name }) => name === 'copy-business-unit')).toMatchObject({
      due: '2026-04-01',
      state: 'late',
      ruleId: 'local/copy-business-unit',
    });
  });
});
