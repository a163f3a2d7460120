import { describe, expect, it } from 'vitest';
import { type Heard, openHouse, textOf } from '../support/house.ts';

const ADD =
  '/action add what="Publish the findings" owner=police-lead due=2026-04-20 source=scrutiny group=qapr';

const added = async (): Promise<Heard> => {
  const house = openHouse({ at: '2026-03-30 09:00' });
  await house.ask('manager', ADD);
  return house;
};

const toldTo = ({ sent }: Heard, who: string) =>
  sent.filter(({ to }) => to === who).flatMap(({ message: { items = [] } }) => items);

describe('what one owner said of an action', () => {
  it('holds for nobody it is handed on to', async () => {
    const house = await added();
    await house.tick('2026-03-31 10:00');
    await house.ask('police-lead', '/due acknowledge AC-2026-1');
    await house.ask('police-lead', '/due snooze AC-2026-1 until=2026-05-04 reason=leave');
    await house.ask('manager', '/action reassign AC-2026-1 to=adults-lead');
    await house.tick('2026-04-13 09:00');
    await house.tick('2026-04-20 09:00');
    expect(new Set(toldTo(house, 'adults-lead').map(({ rung }) => rung))).toEqual(
      new Set(['news', '-5 WD', '0 WD']),
    );
  });

  it('is said by nobody else: the business unit does not silence them', async () => {
    const house = await added();
    for (const typed of [
      '/due acknowledge AC-2026-1',
      '/due snooze AC-2026-1 until=2026-04-16 reason=x',
    ])
      expect((await house.ask('manager', typed)).is).toBe('refused');
    const card = await house.ask('manager', '/action show AC-2026-1');
    expect(card.message.buttons.map(({ label }) => label)).not.toContain('I have it in hand');
  });
});

describe('a third extension', () => {
  const asked = async (to: string): Promise<Heard> => {
    const house = await added();
    for (const day of ['2026-04-21', '2026-04-22', to])
      await house.ask('police-lead', `/action extend AC-2026-1 to=${day} reason="more time"`);
    await house.tick('2026-03-30 09:11');
    await house.tick('2026-03-31 09:00');
    return house;
  };

  it('shows the chair which day is asked for, which it has, and both answers', async () => {
    const house = await asked('2026-04-24');
    const notice = house.sent.find(
      ({ to, message }) => to === 'qapr-chair' && message.buttons.length > 1,
    );
    if (!notice) throw new Error('the chair was told nothing');
    const said = textOf(notice);
    expect(said).toContain(
      '“Publish the findings” is due Wed 22 Apr 2026, and Fri 24 Apr 2026 is asked for',
    );
    expect(notice.message.buttons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['I agree to the new day', 'It stays as it is']),
    );
  });

  it('is not agreed to by a button that was drawn for another day', async () => {
    const house = await asked('2026-04-24');
    const pressed = house.sent
      .flatMap(({ message }) => message.buttons)
      .find(({ label }) => label === 'I agree to the new day');
    if (!pressed) throw new Error('there is no button');
    await house.ask('police-lead', '/action extend AC-2026-1 to=2026-12-31 reason="much more"');
    const answer = await house.fill('qapr-chair', pressed.command, pressed.fields);
    expect(textOf(answer)).toContain('another day is asked for by now, Thu 31 Dec');
    expect(answer.is).toBe('refused');
  });

  it('is not agreed to once its day is past', async () => {
    const house = await asked('2026-04-24');
    house.at('2026-04-27 10:00');
    const answer = await house.ask('qapr-chair', '/action agree AC-2026-1');
    expect(textOf(answer)).toContain('is past');
  });
});

describe('the end of an embargo', () => {
  it('brings no digest out of its time, so that an undo finds nothing said', async () => {
    const house = openHouse({ at: '2026-03-02 08:00' });
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-02');
    await house.ask('manager', '/incident notified SI-2026-1 on=today');
    await house.ask('manager', '/review start SI-2026-1 agencies=housing ask=no');
    await house.ask(
      'manager',
      '/action add what="A recommendation" owner=police-lead due=2026-06-30 source=RR-2026-1 group=qapr',
    );
    await house.ask('manager', '/review embargo RR-2026-1 pending=trial');
    await house.tick('2026-03-20 10:26');
    await house.ask('manager', '/review embargo RR-2026-1 state=off');
    await house.tick('2026-03-20 10:27');
    expect(toldTo(house, 'qapr-chair')).toEqual([]);
    await house.ask('manager', '/undo');
    await house.tick('2026-03-20 11:00');
    await house.tick('2026-03-23 09:00');
    expect(toldTo(house, 'qapr-chair')).toEqual([]);
  });
});

describe('a cover who is away', () => {
  it('leaves what falls to the post with its holder, who is here', async () => {
    const house = await added();
    await house.ask('manager', '/roster cover qapr-chair by=support-chair');
    await house.ask('support-chair', '/roster away from=2026-04-20 to=2026-05-01');
    await house.tick('2026-04-21 09:00');
    expect(toldTo(house, 'qapr-chair').map(({ rung }) => rung)).toContain('+1 WD');
  });
});

describe('a spreadsheet', () => {
  it('does not bring what it calls closed as open and late', async () => {
    const house = openHouse();
    const sheet = [
      'Action,Owner,Due,Status',
      'Train the teams,police-lead,2026-01-30,Closed',
      'Print the leaflet,police-lead,2026-05-29,Open',
    ].join('\n');
    const answer = await house.fill('manager', 'action import', { sheet });
    expect(textOf(answer)).toContain('Status says that it is over, and Completed has no day');
    expect((await house.store.read()).records.size).toBe(0);
  });
});

describe('a chair who gives an action', () => {
  const GIVE =
    '/action add what="Train the teams" owner=police-lead due=2026-04-20 source=scrutiny';

  it('gives it of their own body, and sees it again', async () => {
    const house = openHouse();
    expect((await house.ask('qapr-chair', GIVE)).is).toBe('accepted');
    const shown = await house.ask('qapr-chair', '/action show AC-2026-1');
    expect(textOf(shown)).toContain('Quality Assurance');
  });

  it('gives none of another body', async () => {
    const house = openHouse();
    const answer = await house.ask('qapr-chair', `${GIVE} group=ppyp`);
    expect(textOf(answer)).toContain(
      'You give actions of the bodies that you chair. Say which: group=qapr.',
    );
  });
});

it('what is late already cannot be taken in hand before its day', async () => {
  const house = await added();
  house.at('2026-04-22 09:00');
  const answer = await house.ask('police-lead', '/due acknowledge AC-2026-1');
  expect(textOf(answer)).toContain('no reminder before its day is left');
});

describe('the owner of an action is told', () => {
  const news = ({ sent }: Heard) =>
    sent.flatMap(({ to, message }) =>
      (message.items ?? []).some(({ rung }) => rung === 'news') ? [`${to}: ${message.title}`] : [],
    );

  it('once that it is theirs, and not where it was taken back or handed on before that', async () => {
    const house = await added();
    await house.ask('manager', '/action reassign AC-2026-1 to=adults-lead');
    await house.ask('manager', ADD);
    await house.ask('manager', '/undo');
    await house.tick('2026-03-30 09:11');
    await house.tick('2026-03-30 09:30');
    expect(news(house)).toEqual(['adults-lead: AC-2026-1: an action is yours, due Mon 20 Apr']);
  });

  it('not of what they gave themselves, nor of a spreadsheet of hundreds', async () => {
    const house = openHouse();
    await house.ask('manager', ADD.replace('police-lead', 'manager'));
    await house.fill('manager', 'action import', {
      sheet: 'Action,Owner,Due\nTrain,police-lead,2026-05-29',
    });
    await house.tick('2026-03-30 09:30');
    expect(news(house)).toEqual([]);
  });

  it('that another day was not agreed to, and why', async () => {
    const house = await added();
    for (const day of ['2026-04-21', '2026-04-22', '2026-04-24'])
      await house.ask('police-lead', `/action extend AC-2026-1 to=${day} reason="more time"`);
    await house.ask('qapr-chair', '/action agree AC-2026-1 answer=decline reason="It is urgent"');
    await house.tick('2026-03-30 09:11');
    const said = house.sent
      .filter(({ to }) => to === 'police-lead')
      .map(textOf)
      .join('\n');
    expect(said).toContain('AC-2026-1: it stays due Wed 22 Apr');
    expect(said).toContain('It is urgent');
  });
});

describe('an action opened again', () => {
  const done = async (): Promise<Heard> => {
    const house = await added();
    await house.ask('police-lead', '/action done AC-2026-1 on=2026-03-30 evidence=M4');
    house.at('2026-05-05 10:00');
    return house;
  };

  it('is given a day where its own is past', async () => {
    const house = await done();
    expect(textOf(await house.ask('manager', '/action reopen AC-2026-1 reason=x'))).toBe(
      'AC-2026-1 was due Mon 20 Apr, so it would be late at once. Say by when it is due now: to=DAY.',
    );
  });

  it('has not been put off by its owner', async () => {
    const house = await done();
    await house.ask('manager', '/action reopen AC-2026-1 reason="not online" to=2026-06-01');
    for (const to of ['2026-06-08', '2026-06-15'])
      expect(
        textOf(await house.ask('police-lead', `/action extend AC-2026-1 to=${to} reason=x`)),
      ).toContain('is now due');
    const third = await house.ask('police-lead', '/action extend AC-2026-1 to=2026-06-22 reason=x');
    expect(textOf(third)).toContain('has been put off twice already');
    expect(textOf(third)).toContain('opened again, due Mon 1 Jun. Reason: not online');
  });
});

describe('what cannot be', () => {
  it.each([
    ['/action done AC-2026-1 on=2026-03-20', 'before AC-2026-1 was given on Mon 30 Mar'],
    [`${ADD.replace('scrutiny', 'MT-2026-7')}`, 'There is no MT-2026-7 that you can see'],
    [ADD.replace('police-lead', 'polcie-lead'), 'Did you mean police-lead?'],
    [ADD.replace('police-lead', 'qqq'), 'there is no such post. /roster show has all of them'],
  ])('%s', async (typed, said) => {
    const house = await added();
    const answer = await house.ask('manager', typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(said);
  });

  it.each([
    ['/action list late', 'No action is late. /action add gives one.'],
    [
      '/action list late owner=police-lead',
      'No action is late among those you asked for. /action list late shows every one. /action add gives one.',
    ],
    ['/action list all owner=health-lead', 'There is no action among those you asked for.'],
  ])('an empty list: %s', async (typed, said) => {
    const house = await added();
    expect(textOf(await house.ask('manager', typed))).toContain(said);
  });
});

describe('a row of a spreadsheet', () => {
  const said = async (row: string): Promise<string> => {
    const house = openHouse({ at: '2026-03-30 09:00' });
    const sheet = `Action,Owner,Due,Source\n${row}`;
    const answer = await house.fill('manager', 'action import', { sheet, 'dry-run': 'yes' });
    return textOf(answer).split('\n').at(-1) ?? '';
  };

  it.each([
    ['"Publish\nthe findings",police-lead,2026-06-30,', 'AC-2026-1, Publish the findings, police'],
    ['x,Police Lead (Area 2),2026-06-30,', 'AC-2026-1, x, police-lead, due Tue 30 Jun 2026'],
    ['x,police-lead,30 June,', 'Due: give the day with its year'],
    ['x,police-lead,2026-06-30,MT-2019-4', 'AC-2026-1, x, police-lead'],
    ['x,police-lead,2026-06-30,RR-2019-4', 'Source is a reference to nothing that is there'],
  ])('%j', async (row, expected) => expect(await said(row)).toContain(expected));
});

describe('an action in the plan of another board (G81)', () => {
  it('is chased through whoever represents that board, and says which it is', async () => {
    const house = openHouse({ at: '2026-03-30 09:00' });
    const given = await house.ask('manager', ADD.replace('police-lead', 'mace-representative'));
    expect(textOf(given)).toContain('In the plan of: Strategic MACE panel');
    await house.tick('2026-03-31 09:00');
    await house.tick('2026-04-13 09:00');
    await house.tick('2026-04-20 09:00');
    await house.tick('2026-04-21 09:00');
    expect(toldTo(house, 'mace-representative').map(({ rung }) => rung)).toEqual([
      'news',
      '-5 WD',
      '0 WD',
    ]);
    expect(toldTo(house, 'qapr-chair').map(({ rung }) => rung)).toContain('+1 WD');
    const sheet = await house.ask('manager', '/action list');
    expect(sheet.message.table?.rows[0]).toContain('Strategic MACE panel');
  });
});
