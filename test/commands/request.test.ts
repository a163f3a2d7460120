import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { openHouse, textOf } from '../support/house.ts';
import { NEXT } from '../support/next.ts';

const NEW =
  '/request new what="The draft plan" kind=consultation to=housing,probation,college,police due=2026-04-20';

const asked = async (typed = NEW) => {
  const house = openHouse();
  await house.ask('manager', typed);
  await house.tick('2026-03-30 09:11');
  return house;
};

describe('who sees what', () => {
  it.each([
    ['manager', 4],
    ['chair', 4],
    ['police-lead', 4],
    ['scrutineer', 4],
    ['housing-lead', 1],
    ['probation-deputy', 1],
  ])('%s sees %i parts of it, in words, in its duties and in /due all', async (who, parts) => {
    const house = await asked();
    const shown = await house.ask(who, '/request show IR-2026-1');
    const lines = textOf(shown)
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(parts);
    expect(shown.message.duties).toHaveLength(parts);
    const due = await house.ask(who, '/due all');
    expect(due.message.duties).toHaveLength(parts);
  });

  it.each(['housing', 'probation'])('nothing of the others reaches %s anywhere', async (own) => {
    const house = await asked();
    const other = own === 'housing' ? 'probation' : 'housing';
    await house.ask(`${other}-lead`, '/request answer IR-2026-1 answer=disagree note="Never"');
    for (const typed of [
      '/request show IR-2026-1',
      '/request list',
      '/due all',
      '/due',
      '/why IR-2026-1',
      '/preview 60',
      '/meeting list',
    ]) {
      const { message } = await house.ask(`${own}-lead`, typed);
      expect(`${typed}: ${asText(message)}`).not.toMatch(new RegExp(`Never|\\b${other}`, 'i'));
      expect((message.duties ?? []).map(({ part }) => part)).not.toContain(other);
    }
  });

  it.each(['adults-lead', 'reviewer', 'qapr-chair'])(
    '%s, who was not asked, learns nothing',
    async (who) => {
      const house = await asked();
      expect(textOf(await house.ask(who, '/request show IR-2026-1'))).not.toContain('draft plan');
    },
  );

  it('what is for a review is held back as the case is', async () => {
    const house = openHouse();
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-30');
    await house.ask('manager', '/incident notified SI-2026-1 on=today');
    await house.ask('manager', '/review start SI-2026-1 agencies=housing');
    await house.tick('2026-03-30 09:11');
    await house.ask('manager', '/review embargo RR-2026-1 pending=trial');
    expect(textOf(await house.ask('housing-lead', '/request show IR-2026-1'))).toContain(
      'There is no IR-2026-1 that you can see.',
    );
    const before = house.sent.length;
    await house.tick('2026-04-10 09:00');
    expect(house.sent.slice(before).map(({ to }) => to)).not.toContain('housing-lead');
  });
});

describe('an answer', () => {
  it('stands when two people of one agency give it at the same moment, and the other is told', async () => {
    const house = await asked();
    const both = await Promise.all([
      house.ask('probation-lead', '/request answer IR-2026-1 answer=agree'),
      house.ask('probation-deputy', '/request answer IR-2026-1 answer=disagree note="Too high"'),
    ]);
    expect(both.map(({ is }) => is).toSorted()).toEqual(['accepted', 'refused']);
    const [told] = both.filter(({ is }) => is === 'refused').map(textOf);
    expect(told).toContain('Your agency has answered already');
  });

  it('silences every reminder of that agency, and of no other', async () => {
    const house = await asked();
    await house.ask('housing-lead', '/request answer IR-2026-1 answer=agree');
    house.sent.length = 0;
    for (const on of ['16', '20', '21', '27', '30']) await house.tick(`2026-04-${on} 09:00`);
    const to = house.sent.map((one) => one.to);
    expect(to).not.toContain('housing-lead');
    expect(to).toContain('probation-lead');
  });

  it('for a review counts only once it is signed off', async () => {
    const house = openHouse();
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-30');
    await house.ask('manager', '/incident notified SI-2026-1 on=today');
    await house.ask('manager', '/review start SI-2026-1 agencies=housing');
    const answer = '/request answer IR-2026-1 answer=provided';
    expect(textOf(await house.ask('housing-lead', answer))).toContain('once somebody senior');
    const open = async () =>
      (await house.ask('manager', '/request show IR-2026-1')).message.duties?.map(
        (one) => one.state,
      );
    expect(await open()).toEqual(['open']);
    await house.ask('housing-lead', `${answer} signed-off-by="Housing Needs Manager"`);
    expect(await open()).toEqual(['done']);
    const review = textOf(await house.ask('manager', '/review show RR-2026-1'));
    expect(review).toContain('IR-2026-1: 1 of 1 agency have answered');
  });

  it('is given for the agency that a person was told it by, in the open', async () => {
    const house = await asked();
    await house.ask('manager', '/request answer IR-2026-1 for=college answer=nil-return');
    const board = textOf(await house.ask('manager', '/request show IR-2026-1'));
    expect(board).toContain('makes a nil return (the manager, Mon 30 Mar, a general view');
  });
});

describe('the board', () => {
  it('says what has arrived, what was opened, what came back, and what is late', async () => {
    const house = openHouse({
      send: async (to) => (to === 'college-lead' ? 'undeliverable' : 'sent'),
    });
    const board = async () => textOf(await house.ask('chair', '/request show IR-2026-1'));
    await house.ask('manager', NEW);
    expect(await board()).toContain('Merton Housing: not sent yet');
    await house.tick('2026-03-30 09:11');
    await house.ask('probation-lead', '/request show IR-2026-1');
    expect(await board()).toContain('Merton Housing: sent');
    expect(await board()).toContain('Probation: seen');
    expect(await board()).toContain('Further education: undeliverable');
    await house.ask('housing-lead', '/request answer IR-2026-1 answer=partial note="Half"');
    expect(await board()).toContain('Merton Housing: partial; has provided a part: Half');
    await house.tick('2026-04-21 09:00');
    expect(await board()).toContain('Probation: overdue; last chased Tue 21 Apr');
    await house.ask('manager', '/request close IR-2026-1 reason="Overtaken"');
    expect(await board()).toContain('Probation: closed without an answer');
  });
});

it.each([
  ['manager', '/request new what="x" kind=data to=housing due=2026-03-01'],
  ['manager', '/request new what="x" kind=data to=housing due=2026-04-30 link="http://a b"'],
  [
    'manager',
    '/request new what="Child A on 3 March" kind=scoping to=housing due=2026-04-30 review=RR-2026-9',
  ],
  ['manager', '/request answer IR-2026-1 answer=agree'],
  ['housing-lead', '/request answer IR-2026-1 answer=agree for=probation'],
  ['housing-lead', '/request answer IR-2026-1 answer=comment'],
  ['housing-lead', '/request answer IR-2026-9 answer=agree'],
  ['manager', '/request chase IR-2026-1 for=adults'],
  ['manager', '/request extend IR-2026-1 to=2026-03-01 reason="x"'],
  ['manager', '/request extend IR-2026-1 to=2026-06-01 reason="x" for=adults'],
  ['manager', '/request notice IR-2026-1 for=housing'],
  ['manager', '/request replied IR-2026-1'],
  ['manager', '/request followed-up IR-2026-1'],
  ['manager', '/request inbound from="Surrey" what="x" expected=2026-03-01 to=housing'],
  [
    'manager',
    '/request inbound from="Surrey" what="x" expected=2026-05-01 to=housing due=2026-06-01',
  ],
  ['manager', '/meeting schedule body=nobody on=2026-06-01'],
  ['manager', '/meeting schedule body=executive on=2026-03-01'],
  ['manager', '/meeting schedule body=executive on=2026-06-01 at=noon'],
  ['manager', '/meeting cancel MT-2026-1 reason="x"'],
])('%s is told what to do next: %s', async (who, typed) => {
  const house = await asked();
  const answer = await house.ask(who, typed);
  expect(answer.is).toBe('refused');
  expect(textOf(answer)).toMatch(NEXT);
});

it('chases by hand once a day', async () => {
  const house = await asked();
  expect((await house.ask('manager', '/request chase IR-2026-1')).is).toBe('accepted');
  const again = await house.ask('manager', '/request chase IR-2026-1');
  expect(textOf(again)).toContain('They were asked again today.');
});

describe('how agencies have answered', () => {
  it.each([
    ['manager', 'How 2 agencies have answered, by the quarter an answer was due in'],
    ['housing-lead', 'How Merton Housing has answered, by the quarter an answer was due in'],
  ])('is titled for %s by those it counts', async (who, title) => {
    const house = openHouse();
    await house.ask(
      'manager',
      '/request new what="Data" kind=data to=housing,police due=2026-04-07',
    );
    house.at('2026-04-20 09:00');
    expect((await house.ask(who, '/request rates')).message.title).toBe(title);
  });
});

describe('sign-off of the business plan that is missing', () => {
  it('is listed for the statutory partners each week, with those who have still to give it', async () => {
    const house = openHouse();
    await house.ask(
      'manager',
      '/request new what="The plan" kind=sign-off to=housing,probation,adults due=2026-04-10',
    );
    await house.tick('2026-04-13 09:00');
    const week = async (on: string) => {
      house.sent.length = 0;
      await house.tick(`${on} 09:00`);
      return house.sent.filter(({ to }) => to === 'police-lead');
    };
    expect((await week('2026-04-16')).length).toBe(0);
    const [first] = await week('2026-04-17');
    expect(first?.message.title).toBe('IR-2026-1: 3 answers were due by Fri 10 Apr');
    await house.ask('housing-lead', '/request answer IR-2026-1 answer=agree');
    const [second] = await week('2026-04-24');
    expect(second?.message.title).toBe('IR-2026-1: 2 answers were due by Fri 10 Apr');
    expect(asText(second?.message ?? { title: '', blocks: [], buttons: [], about: [] })).toMatch(
      /Probation/,
    );
    for (const who of ['probation-lead', 'adults-lead'])
      await house.ask(who, '/request answer IR-2026-1 answer=agree');
    expect(await week('2026-05-01')).toEqual([]);
  });

  it.each(['housing-lead', 'chair'])('is not listed for %s', async (who) => {
    const house = openHouse();
    await house.ask('manager', '/request new what="P" kind=sign-off to=probation due=2026-04-10');
    await house.tick('2026-04-17 09:00');
    expect(house.sent.filter(({ to }) => to === who)).toEqual([]);
  });
});
