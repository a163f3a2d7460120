import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { openHouse, textOf } from '../support/house.ts';
import { NEXT } from '../support/next.ts';

/** Two meetings of the Full Partnership, at both of which probation is missing, and at the second the police. */
const met = async () => {
  const house = openHouse();
  await house.ask('manager', '/meeting schedule body=partnership on=2026-03-31');
  await house.ask('manager', '/meeting schedule body=partnership on=2026-04-28');
  await house.tick('2026-03-31 10:00');
  await house.ask('manager', '/meeting attendance MT-2026-1 member=rest absent=probation');
  await house.tick('2026-04-28 10:00');
  await house.ask(
    'manager',
    '/meeting attendance MT-2026-2 member=rest apologies=probation,police',
  );
  return house;
};

describe('who came to a meeting', () => {
  it.each(['manager', 'chair', 'council-lead', 'partnership-chair'])(
    'is seen by %s',
    async (who) => {
      const house = await met();
      const told = house.watch.arrangement.people.has(who as never) ? who : 'chair';
      expect(textOf(await house.ask(told, '/meeting agenda MT-2026-2'))).toContain('Apologies');
    },
  );

  it.each(['probation-lead', 'housing-lead', 'qapr-chair', 'reviewer'])(
    'is not seen by %s, anywhere',
    async (who) => {
      const house = await met();
      for (const typed of [
        '/meeting agenda MT-2026-2',
        '/meeting list',
        '/due all',
        '/why MT-2026-2',
        '/preview 60',
      ]) {
        const { message } = await house.ask(who, typed);
        expect(`${typed}: ${asText(message)}`).not.toMatch(
          /absen|apologies|accountable|probation:/i,
        );
        expect((message.duties ?? []).map(({ name }) => name)).not.toContain('review-absence');
      }
    },
  );

  it('may be put right, and then nothing is owed of it any more', async () => {
    const house = await met();
    await house.ask('manager', '/meeting attendance MT-2026-2 deputy=police,probation');
    const { message } = await house.ask('manager', '/meeting agenda MT-2026-2');
    const open = (message.duties ?? []).filter(({ state }) => state === 'open');
    expect(open.map(({ name }) => name)).not.toContain('write-to-accountable-officer');
    expect(open.map(({ name }) => name)).not.toContain('review-absence');
    await house.tick('2026-05-11 09:00');
    const told = house.sent.flatMap(({ message: { items = [] } }) => items.map(({ duty }) => duty));
    expect(told).not.toContain('write-to-accountable-officer');
  });
});

describe('a meeting that is not quorate', () => {
  it('is told at once to the chair, and not to whoever has just written it down', async () => {
    const house = openHouse();
    await house.ask('manager', '/meeting schedule body=executive on=2026-03-30');
    const reply = await house.ask('manager', '/meeting attendance MT-2026-1 member=council');
    expect(textOf(reply)).toContain('not quorate');
    await house.tick('2026-03-30 09:01');
    expect(house.sent.filter(({ message }) => message.title.includes('not quorate'))).toMatchObject(
      [{ to: 'chair' }],
    );
  });

  it('is not told of once it is quorate', async () => {
    const house = openHouse({ at: '2026-03-30 08:00' });
    await house.ask('manager', '/meeting schedule body=executive on=2026-03-30');
    await house.ask('manager', '/meeting attendance MT-2026-1 member=council');
    await house.ask('manager', '/meeting attendance MT-2026-1 member=rest');
    await house.tick('2026-03-30 09:01');
    expect(house.sent.filter(({ message }) => message.title.includes('quorate'))).toEqual([]);
  });
});

describe('is refused, with what to do next:', () => {
  it.each([
    ['/meeting attendance MT-2026-1 member=nobody', 'has no seat there'],
    ['/meeting attendance MT-2026-1 member=council absent=council', 'two lists'],
    ['/meeting attendance MT-2026-1', 'Say who came'],
    ['/meeting attendance MT-2026-9 member=rest', 'There is no MT-2026-9'],
    ['/meeting sent MT-2026-1 what=minutes on=2026-03-30', 'no minutes of it yet'],
    ['/meeting sent MT-2026-1 what=agenda on=2026-12-01', 'still to come'],
    ['/meeting letter MT-2026-1 to=health', 'nothing to write about'],
    ['/meeting letter MT-2026-2 to=police sent=2026-12-01', 'still to come'],
    ['/meeting absence MT-2026-2 seat=housing outcome="Nothing"', 'did not miss'],
    ['/meeting plan qapr months=0', 'from 1 to 24'],
    ['/meeting plan think-family', 'does not say how often'],
    ['/meeting plan partnership at=late', 'no time of day'],
  ])('%s', async (typed, why) => {
    const house = await met();
    const answer = await house.ask('manager', typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(why);
    expect(textOf(answer)).toMatch(NEXT);
  });

  it('a meeting that has not come yet', async () => {
    const house = openHouse();
    await house.ask('manager', '/meeting schedule body=partnership on=2026-04-28');
    const answer = await house.ask('manager', '/meeting attendance MT-2026-1 member=rest');
    expect(textOf(answer)).toContain('Record who came on the day');
  });
});

describe('the meetings of a body', () => {
  it('are proposed, scheduled once, and not again', async () => {
    const house = openHouse();
    const proposed = await house.ask('manager', '/meeting plan partnership');
    expect(proposed.message.buttons.map(({ label }) => label)).toEqual(['Schedule them all']);
    const [button] = proposed.message.buttons;
    if (!button) throw new Error('no button');
    const done = await house.fill('manager', button.command, button.fields);
    expect(done.message.about).toEqual(['MT-2026-1', 'MT-2026-2', 'MT-2026-3']);
    expect((await house.fill('manager', button.command, button.fields)).is).toBe('refused');
  });
});

describe('a meeting that is moved', () => {
  const planned = async (on = '2026-04-28') => {
    const house = openHouse();
    await house.ask('manager', `/meeting schedule body=partnership on=${on} at=14:00`);
    return house;
  };

  it('takes what is planned back from it with it, and keeps its time', async () => {
    const house = await planned();
    const { message } = await house.ask(
      'manager',
      '/meeting move MT-2026-1 on=2026-05-12 reason="The chair is away"',
    );
    const said = asText(message);
    expect(message.title).toBe('MT-2026-1: the Full Partnership now meets on Tue 12 May at 14:00');
    expect(said).toContain(
      'It was moved from Tue 28 Apr at 14:00 on Mon 30 Mar. Reason: The chair',
    );
    expect(said).toContain('Moved: MT-2026-1, send the agenda: from Tue 14 Apr to Mon 27 Apr.');
    expect(message.duties?.map(({ name, due }) => [name, due])).toEqual([
      ['send-agenda', '2026-04-27'],
      ['send-papers', '2026-05-05'],
      ['send-minutes', '2026-05-19'],
    ]);
  });

  it('is told to whoever had been told of the old day, and to nobody of it any more', async () => {
    const house = await planned('2026-04-21');
    await house.ask('manager', '/request new what="Data" kind=data to=housing due=2026-04-07');
    await house.tick('2026-04-13 09:00');
    await house.tick('2026-04-14 09:00');
    const before = house.sent.length;
    await house.ask('manager', '/meeting move MT-2026-1 on=2026-05-06');
    await house.tick('2026-04-14 10:00');
    const told = house.sent
      .slice(before)
      .map(({ to, message }) => `${to}: ${message.title}`)
      .toSorted();
    expect(told).toEqual([
      'chair: IR-2026-1: raise the missing answers at the Partnership meeting is now due Wed 6 May',
      'housing-lead: IR-2026-1: answer, or explain it at the Partnership meeting is now due Wed 6 May',
    ]);
    await house.tick('2026-04-22 09:00');
    expect(
      house.sent.slice(before + 2).filter(({ message }) => /IR.*21 Apr/.test(message.title)),
    ).toEqual([]);
  });

  it('says what else is on that day, and what went out with the old one', async () => {
    const house = await planned();
    await house.ask('manager', '/meeting schedule body=partnership on=2026-05-26');
    await house.ask('manager', '/meeting sent MT-2026-1 what=agenda');
    const { message } = await house.ask('manager', '/meeting move MT-2026-1 on=2026-05-26');
    expect(asText(message)).toContain('That day is also: MT-2026-2 of the Full Partnership.');
    expect(asText(message)).toContain('The agenda went out on Mon 30 Mar with the old day.');
  });

  it('keeps its place in the series', async () => {
    const house = openHouse();
    await house.ask('manager', '/meeting plan partnership months=3 schedule=yes');
    await house.ask('manager', '/meeting move MT-2026-1 on=2026-07-08');
    expect((await house.ask('manager', '/meeting plan partnership months=3')).is).toBe('refused');
  });

  it('is put back by an undo', async () => {
    const house = await planned();
    await house.ask('manager', '/meeting move MT-2026-1 on=2026-05-12 at=10:00');
    expect(textOf(await house.ask('manager', '/undo'))).toContain(
      'send the agenda: from Mon 27 Apr to Tue 14 Apr',
    );
    expect(textOf(await house.ask('manager', '/meeting agenda MT-2026-1'))).toContain(
      'meets on Tue 28 Apr at 14:00',
    );
  });

  it('is not, where it stands on that day already', async () => {
    const house = await planned();
    const answer = await house.ask('manager', '/meeting move MT-2026-1 on=2026-04-28');
    expect(textOf(answer)).toContain('already');
    expect(await house.entries()).toHaveLength(1);
  });

  it.each([
    ['/meeting move MT-2026-1 on=2026-06-01', 'was held on Tue 31 Mar'],
    ['/meeting move MT-2026-3 on=2026-06-01', 'is cancelled'],
    ['/meeting move MT-2026-4 on=2026-03-01', 'is past'],
    ['/meeting move MT-2026-4 on=2026-06-01 at=late', 'no time of day'],
    ['/meeting move MT-2026-5 on=2026-06-01', 'was held on Mon 20 Apr'],
    ['/meeting move MT-2026-9 on=2026-06-01', 'There is no MT-2026-9'],
  ])('is refused: %s', async (typed, why) => {
    const house = await met();
    await house.ask('manager', '/meeting schedule body=executive on=2026-05-11');
    await house.ask('manager', '/meeting cancel MT-2026-3 reason="No business"');
    await house.ask('manager', '/meeting schedule body=executive on=2026-05-12');
    house.at('2026-04-20 09:00');
    await house.ask('manager', '/meeting schedule body=executive on=2026-04-20');
    await house.ask('manager', '/decision record what="A new form" meeting=MT-2026-5');
    house.at('2026-04-29 09:00');
    const answer = await house.ask('manager', typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(why);
    expect(textOf(answer)).toMatch(NEXT);
  });
});

describe('what stands on every agenda of a body', () => {
  it.each([
    ['merton-2019', 'partnership', '- The priorities of the Business Plan'],
    ['sutton-2019', 'contextual', '- The delivery plan'],
  ])('of %s: %s', async (name, body, said) => {
    const house = openHouse({ arrangement: loadArrangement(name), at: '2020-02-03 10:00' });
    await house.ask('manager', `/meeting schedule body=${body} on=2020-02-26`);
    const agenda = textOf(await house.ask('manager', '/meeting agenda MT-2020-1'));
    expect(agenda).toContain(`Standing items\n${said}`);
  });
});

describe('a sub-group’s chair who is asked to attend the Executive (G11)', () => {
  const asked = async () => {
    const house = openHouse();
    await house.ask('manager', '/meeting schedule body=executive on=2026-05-12');
    await house.ask('manager', '/meeting invite MT-2026-1 body=qapr');
    return house;
  };
  const told = (house: Awaited<ReturnType<typeof asked>>) =>
    house.sent.flatMap(({ to, message }) =>
      (message.items ?? []).some(({ duty }) => duty === 'say-whether-coming')
        ? [`${to}: ${message.title}`]
        : [],
    );

  it('hears of it, then ten working days before, and with the manager two before', async () => {
    const house = await asked();
    for (const at of ['03-30 09:11', '04-27 09:00', '05-08 09:00', '05-12 09:00', '05-20 09:00'])
      await house.tick(`2026-${at}`);
    const said = 'MT-2026-1: say whether you attend for your sub-group by Tue 12 May';
    expect(told(house).filter((one) => one.startsWith('qapr'))).toEqual([
      `qapr-chair: ${said}`,
      `qapr-chair: ${said}`,
      `qapr-chair: ${said}`,
    ]);
    expect(told(house).filter((one) => one.startsWith('manager'))).toHaveLength(1);
  });

  it('says whether they come by a button, and is asked no more', async () => {
    const house = await asked();
    await house.tick('2026-03-30 09:11');
    const notice = house.sent.find(({ to }) => to === 'qapr-chair');
    const [yes] = notice?.message.buttons ?? [];
    if (!yes) throw new Error('no button');
    expect((await house.fill('qapr-chair', yes.command, yes.fields)).message.title).toBe(
      'MT-2026-1: the chair of Quality Assurance and Practice Review is coming',
    );
    house.sent.length = 0;
    for (const at of ['04-27 09:00', '05-08 09:00']) await house.tick(`2026-${at}`);
    expect(told(house)).toEqual([]);
    expect(textOf(await house.ask('manager', '/meeting agenda MT-2026-1'))).toContain(
      'Asked to attend: the chair of Quality Assurance and Practice Review, and is coming.',
    );
  });

  it('is told of another day, and of nothing once it is cancelled', async () => {
    const house = await asked();
    await house.tick('2026-03-30 09:11');
    house.sent.length = 0;
    await house.ask('manager', '/meeting move MT-2026-1 on=2026-05-19');
    await house.tick('2026-03-30 09:12');
    await house.tick('2026-03-30 09:30');
    expect(told(house).join()).toMatch(/^qapr-chair: MT-2026-1.*now due Tue 19 May$/);
    await house.ask('manager', '/meeting cancel MT-2026-1 reason="No business"');
    house.sent.length = 0;
    for (const at of ['05-05 09:00', '05-15 09:00']) await house.tick(`2026-${at}`);
    expect(told(house)).toEqual([]);
  });

  it.each([
    ['manager', '/meeting invite MT-2026-2 body=qapr', 'asked to attend the Executive'],
    ['manager', '/meeting invite MT-2026-1 body=partnership', 'is no sub-group'],
    ['ppyp-chair', '/meeting coming MT-2026-1 for=qapr is=yes', 'That is for the chair of'],
    ['manager', '/meeting coming MT-2026-2 for=qapr is=yes', 'was not asked to attend'],
  ])('is refused from %s: %s', async (who, typed, why) => {
    const house = await asked();
    await house.ask('manager', '/meeting schedule body=partnership on=2026-05-13');
    const answer = await house.ask(who, typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(why);
    expect(textOf(answer)).toMatch(NEXT);
  });
});
