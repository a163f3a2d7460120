import { describe, expect, it } from 'vitest';
import { openHouse, textOf } from '../support/house.ts';
import { NEXT } from '../support/next.ts';

const ADD =
  '/risk add what="The audit has no lead" owner=police-lead rating=high review=2026-04-28 mitigation="The unit stands in"';

const added = async () => {
  const house = openHouse({ at: '2026-03-30 09:30' });
  await house.ask('manager', ADD);
  return house;
};

describe('a risk', () => {
  it('is told to its owner, before its review and on the day, and to the manager once it is late', async () => {
    const house = await added();
    for (const at of ['03-30 09:41', '04-21 09:00', '04-28 09:00', '04-29 09:00'])
      await house.tick(`2026-${at}`);
    expect(house.sent.map(({ to, message }) => [to, message.title])).toEqual([
      ['police-lead', 'RK-2026-1: review a risk by Tue 28 Apr'],
      ['police-lead', 'RK-2026-1: review a risk by Tue 28 Apr'],
      ['police-lead', 'RK-2026-1: review a risk by Tue 28 Apr'],
      ['police-lead', 'RK-2026-1: a risk was to be reviewed by Tue 28 Apr'],
      ['manager', 'RK-2026-1: a risk was to be reviewed by Tue 28 Apr'],
    ]);
  });

  it('is rated in words at each review, which sets the day of the next', async () => {
    const house = await added();
    const answer = await house.ask(
      'police-lead',
      '/risk review RK-2026-1 rating=medium next=2026-06-30 note="A lead is named"',
    );
    expect(textOf(answer)).toContain('RK-2026-1 is reviewed: medium, next by Tue 30 Jun');
    expect(textOf(answer)).toContain(
      'Reviewed on Mon 30 Mar by the police lead: medium, was high. A lead is named',
    );
    expect(answer.message.duties).toMatchObject([{ due: '2026-06-30', state: 'open' }]);
    house.sent.length = 0;
    await house.tick('2026-04-29 09:00');
    expect(house.sent).toEqual([]);
  });

  it('that is handed on comes to its new owner, and no more to the one before', async () => {
    const house = await added();
    await house.ask(
      'manager',
      '/risk review RK-2026-1 rating=high next=2026-05-12 owner=council-lead',
    );
    await house.tick('2026-03-30 09:41');
    await house.tick('2026-05-12 09:00');
    expect(new Set(house.sent.map(({ to }) => to))).toEqual(new Set(['council-lead']));
  });

  it('is over once it is closed, with the reason, and can be put back as a new one', async () => {
    const house = await added();
    const closed = await house.ask('chair', '/risk close RK-2026-1 reason="A lead is named"');
    expect(closed.message.duties).toMatchObject([{ state: 'done' }]);
    await house.tick('2026-04-29 09:00');
    expect(house.sent).toEqual([]);
    expect(textOf(await house.ask('manager', '/risk list'))).toContain('There is no such risk');
    const later = ADD.replace('2026-04-28', '2026-06-30');
    const again = await house.ask('manager', `${later} source=RK-2026-1`);
    expect(textOf(again)).toContain('Comes of: RK-2026-1');
  });

  it('is listed the gravest first', async () => {
    const house = await added();
    const more = (rating: string) =>
      house.ask('manager', ADD.replace('rating=high', `rating=${rating}`));
    await more('low');
    await more('very-high');
    const list = textOf(await house.ask('scrutineer', '/risk list'));
    expect([...list.matchAll(/RK-2026-(\d)/g)].map(([, n]) => n)).toEqual(['3', '1', '2']);
  });

  it('is seen by its owner and those who govern, and by nobody else', async () => {
    const house = openHouse();
    await house.ask('manager', ADD.replace('police-lead', 'housing-lead'));
    for (const who of ['housing-lead', 'scrutineer', 'council-lead'])
      expect((await house.ask(who, '/risk show RK-2026-1')).is).toBe('accepted');
    for (const who of ['probation-lead', 'qapr-chair', 'notifier'])
      expect((await house.ask(who, '/risk show RK-2026-1')).is).toBe('refused');
  });

  it('stands on the agenda of the Partnership that meets after its review is due', async () => {
    const house = await added();
    await house.ask('manager', '/meeting schedule body=partnership on=2026-04-27');
    const early = textOf(await house.ask('chair', '/meeting agenda MT-2026-1'));
    expect(early).not.toContain('RK-2026-1');
    await house.ask('manager', '/meeting cancel MT-2026-1 reason="half term"');
    await house.ask('manager', '/meeting schedule body=partnership on=2026-04-28');
    expect(textOf(await house.ask('chair', '/meeting agenda MT-2026-2'))).toContain(
      'Risks to be reviewed by then\n- RK-2026-1, The audit has no lead: high',
    );
  });
});

describe('two absences in a row', () => {
  const missed = async () => {
    const house = openHouse();
    await house.ask('manager', '/meeting schedule body=partnership on=2026-03-30');
    await house.ask('manager', '/meeting schedule body=partnership on=2026-04-28');
    await house.ask('manager', '/meeting attendance MT-2026-1 member=rest absent=probation');
    await house.tick('2026-04-28 16:00');
    await house.ask('manager', '/meeting attendance MT-2026-2 member=rest absent=probation');
    return house;
  };
  const REVIEWED = '/meeting absence MT-2026-2 seat=probation outcome="The deputy will come"';

  it('come to the register by two steps of a person, with the meeting, and never by themselves', async () => {
    const house = await missed();
    const { message } = await house.ask('manager', REVIEWED);
    expect(textOf(await house.ask('manager', '/risk list all'))).toContain('no such risk');
    const [button] = message.buttons;
    expect(button?.label).toBe('Add it to the risk register');
    if (!button) throw new Error('no button');
    const first = await house.fill('manager', button.command, button.fields);
    expect(first).toMatchObject({ is: 'refused' });
    expect(textOf(first)).toMatch(/owner.*rating.*review/);
    expect(textOf(await house.ask('manager', '/risk list all'))).toContain('no such risk');
    const filled = { ...button.fields, owner: 'manager', rating: 'medium', review: '2026-06-30' };
    const second = await house.fill('manager', button.command, filled);
    expect(textOf(second)).toContain('Comes of: MT-2026-2');
    expect(textOf(await house.ask('chair', '/meeting agenda MT-2026-2'))).toContain(
      'On the risk register because of it\n- RK-2026-1, Probation missed two meetings in a row',
    );
    expect(textOf(await house.ask('probation-lead', '/meeting agenda MT-2026-2'))).not.toContain(
      'RK-2026-1',
    );
  });
});

describe('is refused, with what to do next:', () => {
  it.each([
    ['manager', ADD.replace('2026-04-28', '2026-03-27'), 'Give a day to come'],
    ['manager', `${ADD} source=RR-2026-9`, 'There is no RR-2026-9'],
    ['manager', '/risk review RK-2026-1 rating=low next=2026-03-01', 'Give next a day to come'],
    ['manager', '/risk review RK-2026-1 rating=low next=2026-06-01 on=2026-12-01', 'still to come'],
    ['manager', '/risk review RK-2026-1 rating=low next=2026-06-01 on=2026-03-27', 'Check the day'],
    ['health-lead', '/risk review RK-2026-1 rating=low next=2026-06-01', 'the police lead’s'],
    ['manager', '/risk close RK-2026-9 reason="gone"', 'There is no RK-2026-9'],
    ['probation-lead', '/risk show RK-2026-1', 'that you can see'],
  ])('%s %s', async (who, typed, why) => {
    const answer = await (await added()).ask(who, typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(why);
    expect(textOf(answer)).toMatch(NEXT);
  });
});
