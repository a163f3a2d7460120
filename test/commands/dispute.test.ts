import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadArrangement } from '../../src/arrangements/load.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { openHouse, textOf } from '../support/house.ts';
import { asking, duties, sutton } from '../support/ledger.ts';
import { NEXT } from '../support/next.ts';

const merton2019 = loadArrangement('merton-2019');
const OPEN = '/dispute open what="Who pays for the audit" between=council,police';

const opened = async (arrangement = merton2019) => {
  const house = openHouse({ arrangement, at: '2026-03-30 09:30' });
  await house.ask('manager', OPEN);
  return house;
};

const stagesIn = ({ records }: Ledger): number => {
  const record = records.get('DS-2026-1' as Ref);
  if (record?.is !== 'dispute') throw new Error('there is no dispute');
  return record.reached.length;
};

describe('a dispute', () => {
  it('is with the partners first: each hears of it ten minutes later, and ten working days on', async () => {
    const house = await opened();
    await house.tick('2026-03-30 09:35');
    expect(house.sent).toEqual([]);
    await house.tick('2026-03-30 09:41');
    const partners = ['council-lead', 'health-lead', 'police-lead'];
    expect(house.sent.map(({ to }) => to)).toEqual(partners);
    house.sent.length = 0;
    await house.tick('2026-04-15 09:00');
    expect(house.sent.map(({ to }) => to)).toEqual(partners);
  });

  it('of a single stage is to be brought to an end, and to no next stage', async () => {
    const house = openHouse({ at: '2026-03-30 09:30' });
    await house.ask('manager', OPEN);
    await house.tick('2026-04-15 09:00');
    expect(house.sent.map(({ message }) => message.title)).toContain(
      'DS-2026-1: bring a dispute to an end by Wed 15 Apr',
    );
  });

  it('goes on to whoever has the next stage, and is over for those before', async () => {
    const house = await opened();
    await house.ask('health-lead', '/dispute advance DS-2026-1');
    house.sent.length = 0;
    await house.tick('2026-04-15 09:00');
    expect(house.sent.map(({ to }) => to)).toEqual(['chair']);
  });

  it('goes back a stage by an undo alone, and then is with those before again', async () => {
    const house = await opened();
    await house.ask('manager', '/dispute advance DS-2026-1');
    await house.ask('manager', '/undo');
    expect(stagesIn(await house.store.read())).toBe(1);
    await house.tick('2026-04-15 09:00');
    expect(house.sent.map(({ to }) => to)).not.toContain('chair');
  });

  it('goes on once where a button is pressed twice', async () => {
    const house = await opened();
    const fields = { dispute: 'DS-2026-1', to: '2' };
    expect((await house.fill('manager', 'dispute advance', fields)).is).toBe('accepted');
    const again = await house.fill('manager', 'dispute advance', fields);
    expect(textOf(again)).toContain('forward only, one stage at a time: the next is 3');
  });

  it('comes to the Secretary of State by a person’s word alone: no button, no reminder, nothing sent', async () => {
    const house = await opened();
    await house.ask('manager', '/dispute advance DS-2026-1');
    const third = await house.ask('chair', '/dispute advance DS-2026-1');
    expect(third.message.buttons.map(({ label }) => label)).not.toContain(
      'It goes to the next stage',
    );
    const bare = await house.ask('chair', '/dispute advance DS-2026-1');
    expect(textOf(bare)).toContain('Say what was told to whom');
    await house.ask('chair', '/dispute advance DS-2026-1 note="The Secretary of State has it"');
    house.sent.length = 0;
    for (const day of ['04-15', '05-15', '06-15', '09-15']) await house.tick(`2026-${day} 09:00`);
    expect(house.sent.flatMap(({ message }) => message.about)).not.toContain('DS-2026-1');
  });

  it('stands on the agenda of the Executive until it is resolved, and on no other', async () => {
    const house = await opened();
    await house.ask('manager', '/meeting schedule body=executive on=2026-04-28');
    await house.ask('manager', '/meeting schedule body=partnership on=2026-04-29');
    const agenda = async (ref: string) =>
      textOf(await house.ask('chair', `/meeting agenda ${ref}`));
    expect(await agenda('MT-2026-1')).toContain(
      'Open disputes\n- DS-2026-1, Who pays for the audit: stage 1 of 4',
    );
    expect(await agenda('MT-2026-2')).not.toContain('DS-2026-1');
    await house.ask('manager', '/dispute resolve DS-2026-1 outcome="By thirds"');
    expect(await agenda('MT-2026-1')).not.toContain('DS-2026-1');
    await house.tick('2026-05-15 09:00');
    expect(house.sent.filter(({ message }) => message.title.includes('DS-'))).toEqual([]);
  });

  it('ends with the scrutineer in Sutton', () => {
    const asked = asking(
      `2026-03-30 09:00 @manager ${OPEN}
       2026-03-30 09:01 @police-lead /dispute advance DS-2026-1
       2026-03-30 09:02 @scrutineer /dispute resolve DS-2026-1 outcome="By thirds"`,
      sutton,
    );
    expect(asked.decision.is).toBe('accepted');
    expect(duties(asked, 'DS-2026-1', sutton)).toEqual([['resolve-dispute', '2026-04-15', 'done']]);
  });

  it('is the business unit’s to see to where the arrangement lists no stages', () => {
    const asked = asking(`2026-03-30 09:00 @police-lead ${OPEN}
      2026-03-30 09:01 @manager /dispute advance DS-2026-1`);
    expect(textOf(asked.decision)).toContain('lists one way for a dispute and no further stage');
    expect(duties(asked, 'DS-2026-1')).toEqual([['resolve-dispute', '2026-04-15', 'open']]);
  });

  it('is still there where the arrangement is edited to fewer stages than it has come to', async () => {
    const house = await opened();
    for (const _ of [2, 3]) await house.ask('chair', '/dispute advance DS-2026-1');
    const ledger = await house.store.read();
    const fewer = { ...merton2019, disputes: { stages: merton2019.disputes.stages.slice(0, 1) } };
    expect(duties({ ledger, now: house.now() }, 'DS-2026-1', fewer)).toMatchObject([
      ['resolve-dispute', '2026-04-15', 'open'],
    ]);
  });

  it('is seen by those between whom it is and those who govern, and by no other agency', async () => {
    const house = openHouse({ arrangement: merton2019 });
    await house.ask('manager', '/dispute open what="Who hosts" between=council,probation');
    for (const who of ['probation-lead', 'scrutineer', 'chair', 'health-deputy'])
      expect((await house.ask(who, '/dispute show DS-2026-1')).is).toBe('accepted');
    for (const who of ['housing-lead', 'notifier'])
      expect((await house.ask(who, '/dispute show DS-2026-1')).is).toBe('refused');
    expect((await house.ask('probation-lead', '/due all')).message.duties).toEqual([]);
  });
});

describe('is refused, with what to do next:', () => {
  it.each([
    ['manager', '/dispute open what="Who pays" between=council', 'between two or more'],
    [
      'manager',
      '/dispute open what="Who pays" between=council,police source=PR-2026-9',
      'There is no PR',
    ],
    ['manager', '/dispute advance DS-2026-1 to=1', 'forward only'],
    ['manager', '/dispute advance DS-2026-1 to=4', 'the next is 2, Arbitration'],
    ['manager', '/dispute resolve DS-2026-1 outcome="Done" on=2026-12-01', 'still to come'],
    ['manager', '/dispute resolve DS-2026-1 outcome="Done" on=2026-03-27', 'did not end before'],
    ['council-deputy', '/dispute advance DS-2026-1', 'is with the council lead'],
    ['housing-lead', '/dispute show DS-2026-1', 'that you can see'],
  ])('%s %s', async (who, typed, why) => {
    const answer = await (await opened()).ask(who, typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(why);
    expect(textOf(answer)).toMatch(NEXT);
  });
});

test('whatever anybody asks, it goes forward only and one stage at a time, and to the last by a word alone', () => {
  const step = fc.record({
    who: fc.constantFrom('manager', 'chair', 'police-lead', 'scrutineer'),
    to: fc.constantFrom('', ' to=1', ' to=2', ' to=3', ' to=4'),
    note: fc.constantFrom('', ' note="as agreed"'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const lines = steps.map(
        ({ who, to, note }) => `2026-03-30 10:00 @${who} /dispute advance DS-2026-1${to}${note}`,
      );
      let before = 1;
      for (const at of lines.keys()) {
        const script = [`2026-03-30 09:00 @manager ${OPEN}`, ...lines.slice(0, at + 1)].join('\n');
        const now = stagesIn(asking(script, merton2019).ledger);
        expect([before, before + 1]).toContain(now);
        if (now === 4 && before === 3) {
          expect(steps[at]?.note).not.toBe('');
          expect(['manager', 'chair']).toContain(steps[at]?.who);
        }
        before = now;
      }
    }),
    { numRuns: 40 },
  );
});
