import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Ref } from '../../src/domain/reference.ts';
import { openHouse, textOf } from '../support/house.ts';
import { NEXT } from '../support/next.ts';

const RAISE = '/challenge raise to=probation what="The audit has no data of yours" due=2026-04-28';

const raised = async (who = 'police-lead', more = '') => {
  const house = openHouse({ at: '2026-03-30 09:30' });
  await house.ask(who, `${RAISE}${more}`);
  return house;
};
type Raised = Awaited<ReturnType<typeof raised>>;

const answersOf = async ({ store }: Raised) => {
  const record = (await store.read()).records.get('CH-2026-1' as Ref);
  return record?.is === 'challenge' ? record.answers : undefined;
};

describe('a challenge that is put off', () => {
  const EXTEND = '/challenge extend CH-2026-1 to=2026-05-12 reason="Their analyst starts in May"';

  it('is due on its new day, which all hear who had heard of the old', async () => {
    const house = await raised();
    for (const at of ['03-30 09:41', '04-29 09:00']) await house.tick(`2026-${at}`);
    house.sent.length = 0;
    const { message } = await house.ask('police-lead', EXTEND);
    expect(message.title).toBe('CH-2026-1 is now to be answered by Tue 12 May');
    expect(textOf({ message })).toContain(
      'Put off: from Tue 28 Apr 2026, on Wed 29 Apr 2026 by the police lead: Their analyst',
    );
    await house.tick('2026-04-29 09:01');
    const moved = 'CH-2026-1: answer a challenge is now due Tue 12 May';
    expect(house.sent.map(({ to, message }) => [to, message.title]).toSorted()).toEqual([
      ['manager', moved],
      ['probation-deputy', moved],
      ['probation-lead', moved],
    ]);
    house.sent.length = 0;
    await house.tick('2026-05-11 09:00');
    await house.tick('2026-05-12 09:00');
    const titles = house.sent.map(({ to, message }) => [to, message.title]);
    expect(titles.filter(([, title]) => title?.startsWith('CH-'))).toEqual([
      ['probation-lead', 'CH-2026-1: answer a challenge by Tue 12 May'],
      ['probation-lead', 'CH-2026-1: answer a challenge by Tue 12 May'],
    ]);
  });

  it('is as it was after an undo', async () => {
    const house = await raised();
    await house.ask('manager', EXTEND);
    await house.ask('manager', '/undo');
    const said = textOf(await house.ask('police-lead', '/challenge show CH-2026-1'));
    expect(said).toContain('Due: Tue 28 Apr 2026');
    expect(said).not.toContain('Put off');
  });

  it.each([
    ['probation-lead', EXTEND, 'is for Metropolitan Police'],
    ['police-lead', '/challenge extend CH-2026-1 to=2026-04-20 reason="x"', 'puts nothing off'],
    ['police-lead', '/challenge extend CH-2026-9 to=2026-05-12 reason="x"', 'There is no CH'],
  ])('not by %s: %s', async (who, typed, why) => {
    const answer = await (await raised()).ask(who, typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(why);
    expect(textOf(answer)).toMatch(NEXT);
  });

  it('not once it is answered, and to no day that is past', async () => {
    const house = await raised();
    house.at('2026-05-20 09:00');
    expect(textOf(await house.ask('police-lead', EXTEND))).toContain('is past');
    await house.ask('probation-lead', '/challenge answer CH-2026-1 answer=accept note="By May"');
    expect(textOf(await house.ask('police-lead', EXTEND))).toContain('was answered on');
  });
});

describe('a challenge', () => {
  it('comes to the agency that is to answer, before its day and after it, and then to its deputy and the manager', async () => {
    const house = await raised();
    for (const at of ['03-30 09:41', '04-24 09:00', '04-28 09:00', '04-29 09:00'])
      await house.tick(`2026-${at}`);
    expect(house.sent.map(({ to, message }) => [to, message.title])).toEqual([
      ['probation-lead', 'CH-2026-1: answer a challenge by Tue 28 Apr'],
      ['probation-lead', 'CH-2026-1: answer a challenge by Tue 28 Apr'],
      ['probation-lead', 'CH-2026-1: answer a challenge by Tue 28 Apr'],
      ['probation-lead', 'CH-2026-1: a challenge was to be answered by Tue 28 Apr'],
      ['probation-deputy', 'CH-2026-1: a challenge was to be answered by Tue 28 Apr'],
      ['manager', 'CH-2026-1: a challenge was to be answered by Tue 28 Apr'],
    ]);
    const labels = house.sent[0]?.message.buttons.map(({ label }) => label);
    expect(labels).toEqual(['We accept it', 'We accept it in part', 'We do not accept it']);
    expect(house.sent[4]?.message.buttons.map(({ label }) => label)).toEqual(labels);
  });

  it('that is answered comes back to whoever raised it, who says whether that settles it', async () => {
    const house = await raised();
    await house.ask('probation-deputy', '/challenge answer CH-2026-1 answer=accept note="By May"');
    house.sent.length = 0;
    await house.tick('2026-03-30 09:41');
    expect(house.sent.map(({ to, message }) => [to, message.title])).toEqual([
      ['police-lead', 'CH-2026-1: say whether the answer to a challenge settles it by Wed 15 Apr'],
    ]);
    await house.ask('police-lead', '/challenge close CH-2026-1 is=settled reason="They send it"');
    house.sent.length = 0;
    await house.tick('2026-06-01 09:00');
    expect(house.sent).toEqual([]);
  });

  it('is the chair’s or the scrutineer’s own where they raise it, and an agency’s where the unit writes it down', async () => {
    expect(
      textOf(await (await raised('chair')).ask('chair', '/challenge show CH-2026-1')),
    ).toContain('From: The chair');
    const house = await raised('manager', ' from=housing');
    expect(textOf(await house.ask('housing-lead', '/challenge list'))).toContain('CH-2026-1');
  });

  it('is seen by both and by those who govern, and by no other agency', async () => {
    const house = await raised('housing-lead');
    for (const who of ['housing-deputy', 'probation-lead', 'scrutineer', 'health-lead'])
      expect((await house.ask(who, '/challenge show CH-2026-1')).is).toBe('accepted');
    for (const who of ['adults-lead', 'qapr-chair', 'notifier'])
      expect((await house.ask(who, '/challenge show CH-2026-1')).is).toBe('refused');
  });

  it('keeps the answer that was given, unless another is confirmed in writing', async () => {
    const house = await raised();
    const answer = (more: string) =>
      house.ask('probation-lead', `/challenge answer CH-2026-1 ${more}`);
    await answer('answer=do-not-accept note="It was sent"');
    expect(textOf(await answer('answer=accept note="By May"'))).toContain('That stands');
    const changed = await answer('answer=accept note="By May" written="Letter 7"');
    expect(textOf(changed)).toContain('accepts it (confirmed in writing, Letter 7). By May');
    expect(await answersOf(house)).toHaveLength(2);
  });

  it('that is not settled may become a dispute, by a person alone', async () => {
    const house = await raised();
    const closed = await house.ask(
      'police-lead',
      '/challenge close CH-2026-1 is=not-settled reason="No word"',
    );
    expect(textOf(closed)).toContain('Not settled without an answer');
    expect(textOf(await house.ask('manager', '/dispute list'))).toContain('no such dispute');
    const [button] = closed.message.buttons;
    if (!button) throw new Error('no button');
    const dispute = await house.fill('police-lead', button.command, button.fields);
    expect(textOf(dispute)).toContain('Comes of: CH-2026-1');
  });

  it('that is late stands on the agenda of the Partnership', async () => {
    const house = await raised();
    await house.ask('manager', '/meeting schedule body=partnership on=2026-05-12');
    const agenda = async () => textOf(await house.ask('chair', '/meeting agenda MT-2026-1'));
    expect(await agenda()).not.toContain('CH-2026-1');
    await house.tick('2026-04-29 10:00');
    expect(await agenda()).toContain('Silence is no answer.\n- CH-2026-1');
  });
});

describe('silence never becomes an answer', () => {
  test('whatever time passes and whatever else is asked', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            days: fc.integer({ min: 1, max: 60 }),
            who: fc.constantFrom('manager', 'police-lead', 'chair', 'probation-lead'),
            typed: fc.constantFrom(
              '/challenge show CH-2026-1',
              '/challenge list all',
              '/due acknowledge CH-2026-1 answer-challenge',
              '/due snooze CH-2026-1 answer-challenge until="in 5 working days" reason="leave"',
              '/challenge close CH-2026-1 is=settled reason="No word, so yes"',
              '/undo',
            ),
          }),
          { maxLength: 6 },
        ),
        async (steps) => {
          const house = await raised();
          let on = Date.parse('2026-03-31');
          for (const { days, who, typed } of steps) {
            on += days * 86_400_000;
            await house.tick(`${new Date(on).toISOString().slice(0, 10)} 09:00`);
            await house.ask(who, typed);
          }
          expect(await answersOf(house)).toEqual([]);
          expect(textOf(await house.ask('manager', '/challenge show CH-2026-1'))).toContain(
            'o answer',
          );
        },
      ),
      { numRuns: 15 },
    ));
});

describe('is refused, with what to do next:', () => {
  it.each([
    ['manager', RAISE, 'Say on whose behalf'],
    ['housing-lead', `${RAISE} from=police`, 'Leave from out'],
    ['probation-lead', RAISE, 'does not challenge itself'],
    ['police-lead', RAISE.replace('2026-04-28', '2026-03-27'), 'Give due a day to come'],
    ['police-lead', `${RAISE} source=RR-2026-9`, 'There is no RR-2026-9'],
    [
      'police-lead',
      '/challenge answer CH-2026-1 answer=accept note="Yes"',
      'for Probation to answer',
    ],
    ['probation-lead', '/challenge close CH-2026-1 is=withdrawn reason="No"', 'to close'],
    [
      'police-lead',
      '/challenge close CH-2026-1 is=settled reason="Yes"',
      'silence settles nothing',
    ],
    ['adults-lead', '/challenge show CH-2026-1', 'that you can see'],
  ])('%s %s', async (who, typed, why) => {
    const answer = await (await raised()).ask(who, typed);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(why);
    expect(textOf(answer)).toMatch(NEXT);
  });
});
