import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import { openHouse, textOf } from '../support/house.ts';
import { asking, duties, sutton } from '../support/ledger.ts';
import { NEXT } from '../support/next.ts';

/** The chair decides on a Tuesday, two working weeks before the Partnership meets. */
const DECIDED = '/decision record what="Fund the second analyst" consulted=council,health';
const between = async () => {
  const house = openHouse();
  await house.ask('manager', '/meeting schedule body=partnership on=2026-04-28');
  await house.ask('chair', DECIDED);
  return house;
};

const toldOf = (house: Awaited<ReturnType<typeof between>>, ref: string) =>
  house.sent
    .filter(({ message }) => message.about.includes(ref as never))
    .map(({ to, message }) => [to, message.title]);

describe('a decision between meetings', () => {
  it('is reported no later than the next meeting: five working days before, on the day, and after it to the manager too', async () => {
    const house = await between();
    for (const day of ['04-20', '04-21', '04-28', '04-29']) await house.tick(`2026-${day} 09:00`);
    expect(toldOf(house, 'DC-2026-1')).toEqual([
      ['chair', 'DC-2026-1: report a decision taken between meetings by Tue 28 Apr'],
      ['chair', 'DC-2026-1: report a decision taken between meetings by Tue 28 Apr'],
      ['chair', 'DC-2026-1: a decision taken between meetings was to be reported by Tue 28 Apr'],
      ['manager', 'DC-2026-1: a decision taken between meetings was to be reported by Tue 28 Apr'],
    ]);
  });

  it('offers both ways of reporting it, and each ends the reminders', async () => {
    const house = await between();
    await house.tick('2026-04-21 09:00');
    const notice = house.sent.find(({ to }) => to === 'chair');
    const labels = notice?.message.buttons.map(({ label }) => label);
    expect(labels?.slice(0, 2)).toEqual(['Reported at the meeting', 'Reported in writing']);
    const [, inWriting] = notice?.message.buttons ?? [];
    if (!inWriting) throw new Error('no button');
    expect((await house.fill('chair', inWriting.command, inWriting.fields)).is).toBe('accepted');
    house.sent.length = 0;
    await house.tick('2026-04-29 09:00');
    expect(toldOf(house, 'DC-2026-1')).toEqual([]);
  });

  it('is at the meeting that it was reported at, on its day', async () => {
    const house = await between();
    await house.tick('2026-05-05 10:00');
    const answer = await house.ask('chair', '/decision reported DC-2026-1 how=meeting');
    expect(answer.message.title).toBe('DC-2026-1 is reported at MT-2026-1, on Tue 28 Apr');
    const again = await house.ask('manager', '/decision reported DC-2026-1 how=writing');
    expect(textOf(again)).toContain('reported already, at MT-2026-1, on Tue 28 Apr');
  });

  it('with no meeting to come is told to the business unit, and to the meeting’s chair once there is one', () => {
    const alone = asking(`2026-03-30 09:00 @chair ${DECIDED}`);
    expect(duties(alone, 'DC-2026-1')).toEqual([['schedule-to-report', '2026-03-31', 'open']]);
    const then = asking(
      `2026-03-30 09:00 @chair ${DECIDED}
       2026-03-30 09:05 @manager /meeting schedule body=partnership on=2026-06-10`,
    );
    expect(duties(then, 'DC-2026-1')).toEqual([['report-decision', '2026-06-10', 'open']]);
  });

  it('says whom of the partners was consulted, and when', () => {
    const more = 'consulted=all consulted-on=2026-03-27';
    const { decision } = asking(
      `2026-03-30 09:00 @chair /decision record what="Fund the post" ${more}`,
    );
    expect(asText(decision.message)).toMatch(/Consulted: London .* and Metro.*, on Fri 27 Mar\n/);
    expect(asText(decision.message)).not.toContain('Probation');
  });

  it('goes to the next meeting when the one before is cancelled or undone', async () => {
    const house = await between();
    await house.ask('manager', '/meeting schedule body=partnership on=2026-06-10');
    await house.ask('manager', '/meeting cancel MT-2026-1 reason="half term"');
    const { message } = await house.ask('chair', '/decision show DC-2026-1');
    expect(message.duties).toMatchObject([{ name: 'report-decision', due: '2026-06-10' }]);
  });

  it('is the scrutineer’s in Sutton, in consultation with the partners: who was not is said', () => {
    const { decision } = asking(
      '2026-03-30 09:00 @scrutineer /decision record what="Move the audit" consulted=council',
      sutton,
    );
    expect(asText(decision.message)).toContain('by the scrutineer, between meetings');
    expect(asText(decision.message)).toMatch(
      /in consultation with the statutory partners \(S2, 4\.2\.6\)\. Not recorded as consulted: Sutton Clinical/,
    );
  });

  it('stands on the agenda of the Partnership for those who may see it, and on no agency’s', async () => {
    const house = await between();
    expect(textOf(await house.ask('chair', '/meeting agenda MT-2026-1'))).toContain(
      'Decisions taken between meetings, to be reported\n- DC-2026-1, Fund the second analyst',
    );
    expect(textOf(await house.ask('probation-lead', '/meeting agenda MT-2026-1'))).not.toContain(
      'DC-2026-1',
    );
  });
});

/** The Executive meets without the police, and decides all the same. */
const inquorate = async () => {
  const house = openHouse();
  await house.ask('manager', '/meeting schedule body=executive on=2026-03-30');
  await house.ask('manager', '/meeting attendance MT-2026-1 member=council,health absent=police');
  await house.ask(
    'manager',
    '/decision record what="Close the post" meeting=MT-2026-1 for=council against=health',
  );
  return house;
};

describe('a decision of a meeting without a quorum', () => {
  it.each(['/decision show DC-2026-1', '/decision list', '/meeting agenda MT-2026-1'])(
    'is marked as such in %s',
    async (typed) =>
      expect(textOf(await (await inquorate()).ask('chair', typed))).toMatch(/not quorate/i),
  );

  it('stands on the agenda of the body’s next meeting, and is owed by its chair', async () => {
    const house = await inquorate();
    expect((await house.ask('chair', '/decision show DC-2026-1')).message.duties).toMatchObject([
      { name: 'schedule-to-confirm', owner: 'manager' },
    ]);
    await house.ask('manager', '/meeting schedule body=executive on=2026-04-28');
    expect(textOf(await house.ask('chair', '/meeting agenda MT-2026-2'))).toContain(
      'to be confirmed or not\n- DC-2026-1, Close the post',
    );
    expect((await house.ask('chair', '/decision show DC-2026-1')).message.duties).toMatchObject([
      { name: 'confirm-decision', owner: 'executive-chair', due: '2026-04-28' },
    ]);
  });

  it('is confirmed by a quorate meeting alone', async () => {
    const house = await inquorate();
    await house.ask('manager', '/meeting schedule body=executive on=2026-04-28');
    await house.tick('2026-04-28 11:00');
    await house.ask('manager', '/meeting attendance MT-2026-2 member=council absent=rest');
    const refused = await house.ask('manager', '/decision confirm DC-2026-1');
    expect(textOf(refused)).toContain('not quorate either');
    await house.ask('manager', '/meeting attendance MT-2026-2 member=rest');
    const done = await house.ask('manager', '/decision confirm DC-2026-1 is=not-confirmed');
    expect(textOf(done)).toContain('Not confirmed at MT-2026-2 on Tue 28 Apr: it does not stand.');
    expect(done.message.duties).toMatchObject([{ state: 'done' }]);
  });

  it('loses its mark when who came is put right', async () => {
    const house = await inquorate();
    await house.ask('manager', '/meeting attendance MT-2026-1 deputy=police');
    const { message } = await house.ask('chair', '/decision show DC-2026-1');
    expect(asText(message)).not.toMatch(/quorate/i);
    expect(message.duties).toEqual([]);
  });
});

describe('a vote', () => {
  const voted = async (votes = 'for=council') => {
    const house = openHouse();
    await house.ask('manager', '/meeting schedule body=executive on=2026-03-30');
    await house.ask('manager', '/meeting attendance MT-2026-1 member=rest');
    await house.ask('manager', `/decision record what="A post" meeting=MT-2026-1 ${votes}`);
    return house;
  };
  const show = async (house: Awaited<ReturnType<typeof voted>>) =>
    textOf(await house.ask('chair', '/decision show DC-2026-1'));

  it('has a result once every statutory partner’s voice is recorded', async () => {
    const house = await voted();
    expect(await show(house)).toContain(
      'Result: None yet: the vote of South West London Integrated Care Board and Metropolitan Police, South West Basic Command Unit is not recorded. Silence is no vote',
    );
    await house.ask('health-lead', '/decision vote DC-2026-1 against=health');
    expect(textOf(await house.ask('chair', '/decision list'))).toContain('no result yet');
    const last = await house.ask('manager', '/decision vote DC-2026-1 for=police');
    expect(last.message.title).toBe(
      'DC-2026-1: the vote of Metropolitan Police, South West Basic Command Unit is recorded',
    );
    expect(textOf(last)).toContain('Result: Carried: 2 for it and 1 against it');
  });

  it('is not carried where as many are against it, and says so in the list', async () => {
    const house = await voted('for=council against=health abstained=police');
    expect(await show(house)).toContain(
      'Result: Not carried: 1 for it, 1 against it and 1 abstained',
    );
    expect(textOf(await house.ask('chair', '/decision list'))).toContain('; not carried');
  });

  it('waits for nobody who was not there', async () => {
    const house = await voted('for=council,health');
    await house.ask('manager', '/meeting attendance MT-2026-1 apologies=police');
    expect(await show(house)).toContain('Carried: 2 for it and 0 against it');
  });

  it('takes back with an undo what it was given', async () => {
    const house = await voted();
    await house.ask('health-lead', '/decision vote DC-2026-1 for=health');
    await house.ask('health-lead', '/undo');
    expect(await show(house)).toMatch(/None yet: the vote of South West London/);
  });

  test('of which one voice is missing has no result, however the others voted and however long it is', async () => {
    const partners = ['council', 'health', 'police'];
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...partners.map(() => fc.constantFrom('for', 'against', 'abstained', undefined))),
        fc.integer({ min: 0, max: 400 }),
        async (votes, days) => {
          const cast = partners.filter((_, at) => votes[at] !== undefined);
          fc.pre(cast.length > 0);
          const typed = ['for', 'against', 'abstained'].flatMap((vote) => {
            const ids = partners.filter((_, at) => votes[at] === vote);
            return ids.length > 0 ? [`${vote}=${ids.join(',')}`] : [];
          });
          const house = await voted(typed.join(' '));
          house.at(`${addDays('2026-03-30' as Day, days)} 12:00`);
          expect((await show(house)).includes('None yet')).toBe(cast.length < partners.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    ['police-lead', '/decision vote DC-2026-1 for=health', 'You do not speak for South West'],
    ['manager', '/decision vote DC-2026-1 for=council', 'is recorded already, and stands'],
    ['manager', '/decision vote DC-2026-1 for=housing', 'statutory partners alone'],
    ['manager', '/decision vote DC-2026-1', 'Say who voted'],
    ['manager', '/decision vote DC-2026-2 for=council', 'No vote was taken'],
    ['manager', '/decision vote DC-2026-9 for=council', 'There is no DC-2026-9'],
  ])('is refused from %s: %s', async (who, typed, why) => {
    const house = await voted();
    await house.ask('manager', '/decision record what="Another" meeting=MT-2026-1');
    const answer = await house.ask(who, typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(why);
    expect(textOf(answer)).toMatch(NEXT);
  });
});

describe('is refused, with what to do next:', () => {
  const record = '/decision record what="Close the post"';
  it.each([
    ['manager', `${record} meeting=MT-2026-1 for=council,housing`, 'statutory partners alone'],
    ['manager', `${record} meeting=MT-2026-1 for=all`, 'and 1'],
    ['manager', `${record} meeting=MT-2026-1 for=council against=council`, 'two lists'],
    ['manager', `${record} meeting=MT-2026-1 for=police`, 'was not at MT-2026-1'],
    ['manager', `${record} meeting=MT-2026-9`, 'There is no MT-2026-9'],
    ['manager', `${record} meeting=MT-2026-1 on=2026-03-27`, 'on its own day'],
    ['manager', `${record} meeting=MT-2026-1 consulted=health`, 'at one they are there'],
    ['manager', `${record} for=council`, 'A vote is taken at a meeting'],
    ['manager', `${record} on=2026-12-01`, 'still to come'],
    ['manager', `${record} consulted=health consulted-on=2026-04-01`, 'Check the days'],
    ['manager', `${record} consulted=housing`, 'is no statutory partner'],
    ['manager', `${record} source=RR-2026-9`, 'There is no RR-2026-9'],
    ['scrutineer', record, 'Between meetings the chair decides'],
    ['qapr-chair', `${record} meeting=MT-2026-1`, 'You do not chair the body'],
    ['manager', '/decision confirm DC-2026-1', 'has met since MT-2026-1'],
    ['manager', '/decision confirm DC-2026-9', 'There is no DC-2026-9'],
    ['manager', '/decision reported DC-2026-1 how=writing', 'which has heard of it'],
    ['probation-lead', '/decision show DC-2026-1', 'There is no DC-2026-1 that you can see'],
  ])('%s %s', async (who, typed, why) => {
    const house = await inquorate();
    const answer = await house.ask(who, typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(why);
    expect(textOf(answer)).toMatch(NEXT);
  });

  it('reporting before the meeting, or before the decision', async () => {
    const house = await between();
    expect(textOf(await house.ask('chair', '/decision reported DC-2026-1 how=meeting'))).toContain(
      'The Partnership has not met since',
    );
    const early = '/decision reported DC-2026-1 how=writing on=2026-03-27';
    expect(textOf(await house.ask('chair', early))).toContain('cannot have been reported before');
  });

  it('anything more on one that was withdrawn', async () => {
    const house = await between();
    const { message } = await house.ask('manager', '/decision withdraw DC-2026-1 reason="twice"');
    expect(message.duties).toMatchObject([{ state: 'withdrawn' }]);
    const answer = await house.ask('chair', '/decision reported DC-2026-1 how=writing');
    expect(textOf(answer)).toContain('was withdrawn on Mon 30 Mar');
  });
});

it('that comes of a case is seen by those of the case, and its reference by nobody else', async () => {
  const house = openHouse();
  await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-30');
  await house.ask('manager', `${DECIDED} source=SI-2026-1`);
  expect(textOf(await house.ask('notifier', '/decision show DC-2026-1'))).toContain(
    'Comes of: SI-2026-1',
  );
  for (const who of ['scrutineer', 'probation-lead', 'partnership-chair'])
    expect((await house.ask(who, '/decision show DC-2026-1')).is).toBe('refused');
});

test('one that is taken between meetings is owed by exactly one post until it is reported, whatever happens to the meetings', () => {
  const step = fc.constantFrom(
    '/meeting schedule body=partnership on="in 3 working days"',
    '/meeting schedule body=partnership on="in 20 working days"',
    '/meeting schedule body=executive on="in 5 working days"',
    '/meeting cancel MT-2026-1 reason="half term"',
    '/meeting cancel MT-2026-2 reason="half term"',
    '/decision record what="Another" consulted=police',
    '/decision reported DC-2026-1 how=meeting',
    '/undo',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(step, fc.integer({ min: 0, max: 6 })), { maxLength: 7 }),
      (steps) => {
        let on = Date.parse('2026-03-30');
        const lines = [`2026-03-30 08:00 @chair ${DECIDED}`];
        for (const [typed, days] of steps) {
          on += days * 86_400_000;
          lines.push(`${new Date(on).toISOString().slice(0, 10)} 10:00 @manager ${typed}`);
        }
        const asked = asking(lines.join('\n'));
        const states = duties(asked, 'DC-2026-1').map(([, , state]) => state);
        const record = asked.ledger.records.get('DC-2026-1' as never);
        if (record?.is !== 'decision') throw new Error('it is gone');
        expect(states).toHaveLength(1);
        expect(states[0] === 'done').toBe(record.reported !== undefined);
      },
    ),
    { numRuns: 60 },
  );
});
