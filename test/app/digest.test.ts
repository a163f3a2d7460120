import { describe, expect, it } from 'vitest';
import { isDigest } from '../../src/app/message.ts';
import { Action } from '../../src/domain/action.ts';
import { digestOf } from '../../src/domain/digest.ts';
import { moment } from '../support/given.ts';
import { type Heard, openHouse, textOf } from '../support/house.ts';

const ADD = (what: string, due: string, owner = 'police-lead') =>
  `/action add what="${what}" owner=${owner} due=${due} source=audit group=qapr`;

/** Two actions by the end of March, a digest on Wed 1 Apr, and a month with something of everything. */
const aMonth = async (): Promise<Heard> => {
  const house = openHouse({ at: '2026-03-02 10:00' });
  await house.ask('manager', ADD('Publish the findings', '2026-04-17'));
  await house.ask('manager', ADD('Audit the plans', '2026-05-15'));
  await house.tick('2026-04-01 09:00');
  house.at('2026-04-02 10:00');
  await house.ask('manager', ADD('Train the designated leads', '2026-06-30', 'housing-lead'));
  await house.ask('police-lead', '/action update AC-2026-2 note="Half of them read" rating=amber');
  await house.ask('police-lead', '/action done AC-2026-1 evidence="Minute 4"');
  await house.ask('manager', '/action reopen AC-2026-1 reason="Not yet online"');
  await house.ask('police-lead', '/action extend AC-2026-1 to=2026-05-20 reason="Printer"');
  await house.ask('manager', '/action reassign AC-2026-2 to=health-lead');
  return house;
};

const digestsTo = ({ sent }: Heard, to: string): readonly string[] =>
  sent.filter((one) => one.to === to && isDigest(one.message)).map(textOf);

describe('a monthly digest', () => {
  it('says each thing that has changed since the last one', async () => {
    const house = await aMonth();
    await house.tick('2026-05-01 09:00');
    const [, may = ''] = digestsTo(house, 'qapr-chair');
    for (const said of [
      'New: AC-2026-3, given on Thu 2 Apr 2026',
      'Changed: AC-2026-2, Thu 2 Apr 2026: amber: Half of them read',
      'Changed: AC-2026-1, Thu 2 Apr 2026: done on Thu 2 Apr, evidence: Minute 4',
      'Changed: AC-2026-1, Thu 2 Apr 2026: opened again. Reason: Not yet online',
      'Changed: AC-2026-1, Thu 2 Apr 2026: extended from Fri 17 Apr to Wed 20 May. Reason: Printer',
      'Changed: AC-2026-2, Thu 2 Apr 2026: handed from the police lead to the health lead',
    ])
      expect(may).toContain(`- ${said}`);
    expect(may.match(/Changed: /g)).toHaveLength(5);
  });

  it('asked for by its month reads as it was sent, whatever has happened since', async () => {
    const house = await aMonth();
    await house.tick('2026-05-01 09:00');
    house.at('2026-05-20 10:00');
    await house.ask('police-lead', '/action done AC-2026-1 evidence=M5');
    await house.ask('health-lead', '/action extend AC-2026-2 to=2026-07-01 reason=Leave');
    await house.ask('manager', ADD('Another', '2026-06-01'));
    const sent = digestsTo(house, 'qapr-chair');
    expect(sent).toHaveLength(2);
    for (const [at, month] of ['2026-04', '2026-05'].entries()) {
      const again = textOf(await house.ask('qapr-chair', `/action digest qapr month=${month}`));
      const [title, ...rest] = (sent[at] ?? '').split('\n');
      expect(again.split('\n').slice(1)).toEqual(rest);
      expect(title?.toLowerCase()).toContain(again.split('\n')[0]?.toLowerCase());
    }
  });

  it('counts what happened between its drawing and its arrival in the next', async () => {
    const given = { isSlow: true };
    const house = openHouse({
      at: '2026-03-02 10:00',
      send: async (to) => {
        if (to !== 'qapr-chair' || !given.isSlow) return 'sent';
        given.isSlow = false;
        house.at('2026-04-01 09:01');
        await house.ask('police-lead', '/action update AC-2026-1 note="On its way"');
        house.at('2026-04-01 09:02');
        return 'sent';
      },
    });
    await house.ask('manager', ADD('Publish the findings', '2026-06-17'));
    await house.tick('2026-04-01 09:00');
    await house.tick('2026-05-01 09:00');
    const [april, may] = digestsTo(house, 'qapr-chair');
    expect(april).not.toContain('On its way');
    expect(may).toContain('On its way');
  });

  it('is the manager’s to read where its body has no chair', async () => {
    const house = openHouse({ at: '2026-03-02 10:00' });
    await house.ask('manager', ADD('Publish the findings', '2026-04-17'));
    await house.ask('manager', '/roster leave qapr-chair');
    await house.tick('2026-04-01 09:00');
    const [april] = digestsTo(house, 'manager');
    expect(april).toContain('Open now: 1');
    expect(april).toContain('You have this for the chair of');
    expect(april).toContain('a post with nobody in it');
  });

  it('has its numbers on its last page where a page is asked for that it has not', async () => {
    const house = await aMonth();
    const asked = textOf(await house.ask('manager', '/action digest qapr page=9'));
    expect(asked).toContain('Open now: 3');
  });
});

describe('what was held back', () => {
  const held = (from: string | undefined, lifted: string) =>
    Action.parse({
      is: 'action',
      ref: 'AC-2026-1',
      what: 'x',
      owner: 'police-lead',
      due: '2026-06-30',
      group: 'qapr',
      given: { on: '2026-01-05', at: moment('2026-01-05 10:00'), by: 'manager' },
      lifted: moment(lifted),
      ...(from ? { heldFrom: moment(from) } : {}),
    });
  const drawn = (action: Action, now = '2026-03-02 09:00') => {
    const { openThen, shown, open } = digestOf([action], {
      since: moment('2026-02-02 09:00'),
      now: moment(now),
      today: '2026-03-02' as never,
      isHeld: () => true,
    });
    return [openThen, shown, open].map(({ length }) => length);
  };

  it('is named where the last digest did not have it', () =>
    expect(drawn(held('2026-01-20 10:00', '2026-02-10 10:00'))).toEqual([0, 1, 1]));
  it('is as any other where the last digest had it', () =>
    expect(drawn(held('2026-02-05 10:00', '2026-02-10 10:00'))).toEqual([1, 0, 1]));
  it('is in no digest before the end of the embargo can no longer be undone', () =>
    expect(drawn(held('2026-01-20 10:00', '2026-03-02 08:55'))).toEqual([0, 0, 0]));
});
