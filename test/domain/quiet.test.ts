import { describe, expect, it } from 'vitest';
import { asText, isDigest } from '../../src/app/message.ts';
import { openHouse, textOf, told } from '../support/house.ts';

/** Due on Monday 20 April; five working days before it is Monday 13. */
const ADD = '/action add what=x owner=police-lead due=2026-04-20 source=audit group=qapr';

const open = async () => {
  const house = openHouse({ at: '2026-03-30 09:00' });
  await house.ask('manager', ADD);
  return house;
};

const days = async (house: Awaited<ReturnType<typeof open>>, until: string): Promise<void> => {
  for (let day = Date.parse('2026-04-01'); ; day += 86_400_000) {
    const on = new Date(day).toISOString().slice(0, 10);
    await house.tick(`${on} 09:00`);
    if (on >= until) return;
  }
};

const heard = async (
  house: Awaited<ReturnType<typeof open>>,
  digests = false,
): Promise<readonly string[]> =>
  (await told(house))
    .filter(({ is, rung }) => is === 'sent' && rung !== 'news' && (digests || rung !== 'digest'))
    .map(({ rung, to, at }) => `${at.slice(0, 10)} ${rung} ${to}`)
    .toSorted();

describe('an acknowledgement', () => {
  it('leaves out what would come before the day, and is asked after when it is stale', async () => {
    const house = await open();
    house.at('2026-04-09 12:00');
    await house.ask('police-lead', '/due acknowledge AC-2026-1');
    await days(house, '2026-04-22');
    expect(await heard(house)).toEqual([
      '2026-04-16 stale 2026-04-09 police-lead',
      '2026-04-20 0 WD police-lead',
      '2026-04-21 +1 WD qapr-chair',
    ]);
    expect(house.sent.map(({ message }) => asText(message)).join('\n')).toContain(
      'You said on Thu 9 Apr that you have it in hand; it is still open.',
    );
  });

  it('that comes early brings no word sooner than there would have been', async () => {
    const house = await open();
    await house.ask('police-lead', '/due acknowledge AC-2026-1');
    await days(house, '2026-04-21');
    expect(await heard(house)).toEqual([
      '2026-04-13 -5 WD police-lead',
      '2026-04-20 0 WD police-lead',
      '2026-04-21 +1 WD qapr-chair',
    ]);
  });

  it('is fresh again when somebody says how it goes', async () => {
    const house = await open();
    house.at('2026-04-09 12:00');
    await house.ask('police-lead', '/due acknowledge AC-2026-1');
    house.at('2026-04-14 12:00');
    await house.ask('police-lead', '/action update AC-2026-1 note="half done"');
    await days(house, '2026-04-21');
    expect(await heard(house)).toEqual([
      '2026-04-20 0 WD police-lead',
      '2026-04-21 +1 WD qapr-chair',
      '2026-04-21 stale 2026-04-09 police-lead',
    ]);
  });

  it('does not outlive its day: another day is another matter', async () => {
    const house = await open();
    house.at('2026-04-09 12:00');
    await house.ask('police-lead', '/due acknowledge AC-2026-1');
    await house.ask('police-lead', '/action extend AC-2026-1 to=2026-04-21 reason="leave"');
    await days(house, '2026-04-16');
    expect(await heard(house)).toEqual(['2026-04-14 -5 WD police-lead']);
  });
});

describe('a snooze', () => {
  it('holds the owner’s reminders until its morning, and nobody else’s', async () => {
    const house = await open();
    house.at('2026-04-09 12:00');
    await house.ask('police-lead', '/due snooze AC-2026-1 until=2026-04-25 reason="annual leave"');
    await days(house, '2026-04-28');
    expect(await heard(house)).toEqual([
      '2026-04-21 +1 WD qapr-chair',
      '2026-04-27 -5 WD police-lead',
      '2026-04-27 0 WD police-lead',
    ]);
    expect(textOf(await house.ask('manager', '/action show AC-2026-1'))).toContain(
      'not reminded before Sat 25 Apr 2026. Reason: annual leave',
    );
  });

  it('holds what was queued before it as well', async () => {
    const house = await open();
    await house.tick('2026-04-13 08:59');
    house.at('2026-04-13 08:59');
    await house.ask('police-lead', '/due snooze AC-2026-1 until=2026-04-15 reason=leave');
    await days(house, '2026-04-15');
    expect(await heard(house)).toEqual(['2026-04-15 -5 WD police-lead']);
  });

  it.each([
    ['2026-04-08', 'accepted'],
    ['2026-04-09', 'refused'],
  ])('of a statutory duty due on Wed 8 April, until %s: %s', async (until, is) => {
    const house = openHouse({ at: '2026-03-30 09:00' });
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-30');
    const typed = `/due snooze SI-2026-1 notify-panel until=${until} reason=leave`;
    expect((await house.ask('notifier', typed)).is).toBe(is);
  });

  it.each([
    ['police-lead', '/due snooze AC-2026-1 until=2026-03-30 reason=x', 'not a day to come'],
    ['health-lead', '/due snooze AC-2026-1 until=2026-04-10 reason=x', 'You owe nothing'],
    ['probation-lead', '/due acknowledge AC-2026-1', 'nothing under that reference'],
    ['notifier', '/due acknowledge SI-2026-1', 'Name one of'],
    ['manager', '/due acknowledge AC-2026-1', 'You owe nothing'],
  ])('by %s is declined: %s', async (who, typed, said) => {
    const house = await open();
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-30');
    expect(textOf(await house.ask(who, typed))).toContain(said);
  });

  it('can be taken back', async () => {
    const house = await open();
    await house.ask('police-lead', '/due snooze AC-2026-1 until=2026-04-15 reason=leave');
    await house.ask('police-lead', '/undo');
    await days(house, '2026-04-13');
    expect(await heard(house)).toEqual(['2026-04-13 -5 WD police-lead']);
  });
});

describe('one digest a week', () => {
  it('has an owner’s actions in place of their reminders; what is late still reaches others', async () => {
    const house = await open();
    await house.ask('police-lead', '/action weekly');
    await days(house, '2026-04-21');
    expect(await heard(house, true)).toEqual([
      '2026-04-01 digest police-lead',
      '2026-04-01 digest qapr-chair',
      '2026-04-07 digest police-lead',
      '2026-04-13 digest police-lead',
      '2026-04-20 digest police-lead',
      '2026-04-21 +1 WD qapr-chair',
    ]);
  });

  it('leaves the word on its day to what no digest will have', async () => {
    const house = await open();
    await house.ask('police-lead', '/action weekly');
    house.at('2026-04-14 10:00');
    const short = ADD.replace('2026-04-20', '2026-04-16');
    await house.ask('manager', short);
    await days(house, '2026-04-16');
    const own = (await told(house)).filter(
      ({ to, record }) => `${to} ${record}` === 'police-lead AC-2026-2',
    );
    expect(own.map(({ rung, is }) => `${rung} ${is}`)).toContain('0 WD sent');
  });

  it('leaves out what its owner has snoozed, until that is over', async () => {
    const house = await open();
    await house.ask('police-lead', '/action weekly');
    await house.ask('manager', ADD.replace('what=x', 'what=y'));
    await house.ask('police-lead', '/due snooze AC-2026-1 until=2026-04-15 reason=leave');
    await days(house, '2026-04-20');
    const digests = house.sent.filter(
      ({ to, message }) => to === 'police-lead' && isDigest(message),
    );
    expect(digests.map(({ message }) => /AC-2026-1,/.test(asText(message)))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(asText(digests[3]?.message as never)).toContain('WD-2026-17: your 2 open actions');
  });

  it('never has a statutory duty alone: that is told as it falls', async () => {
    const house = openHouse({ at: '2026-03-30 09:00' });
    await house.ask('notifier', '/action weekly');
    await house.ask('manager', '/incident log harm=died abuse=known aware=2026-03-30');
    await days(house, '2026-04-08');
    const own = (await heard(house, true)).filter((line) => line.endsWith(' notifier'));
    expect(own).toEqual(
      ['04-02 -2', '04-07 -1', '04-08 0'].flatMap((one) =>
        Array(2).fill(`2026-${one} WD notifier`),
      ),
    );
  });

  it('is off again when somebody says so', async () => {
    const house = await open();
    await house.ask('police-lead', '/action weekly');
    await house.ask('police-lead', '/action weekly off');
    await days(house, '2026-04-13');
    expect(await heard(house, true)).toEqual([
      '2026-04-01 digest qapr-chair',
      '2026-04-13 -5 WD police-lead',
    ]);
  });
});
