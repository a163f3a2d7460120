import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { situationOf } from '../../src/app/decide.ts';
import { deskOf } from '../../src/app/desk.ts';
import { afterwards, HIDDEN } from '../../src/app/notice/afterwards.ts';
import { reportTroubles } from '../../src/app/trouble.ts';
import type { PersonId } from '../../src/domain/incident.ts';
import { merton, rostered } from '../support/given.ts';
import { FIRST, type Heard, logged, textOf } from '../support/house.ts';

const reminder = async () => {
  const house = await logged();
  await house.tick(FIRST);
  const [sent] = house.sent;
  if (!sent) throw new Error('no reminder');
  return { house, message: sent.message };
};

const now = async (
  house: Heard,
  message: Parameters<typeof afterwards>[0],
  arrangement = merton,
) => {
  const person = arrangement.people.get('notifier' as PersonId);
  if (!person) throw new Error('no notifier');
  return afterwards(message, person, {
    ledger: await house.store.read(),
    arrangement,
    now: house.now(),
  });
};

describe('a reminder that was sent, as it reads afterwards', () => {
  it('is as it was while all of it is owed', async () => {
    const { house, message } = await reminder();
    expect(await now(house, message)).toEqual(message);
  });

  it('asks no more for what is done, and still for the rest', async () => {
    const { house, message } = await reminder();
    await house.ask('manager', '/incident told-partners SI-2026-1 on=today');
    const after = await now(house, message);
    expect(after.buttons.map(({ label }) => label)).toEqual(['I have notified them', 'Why?']);
    expect(textOf({ message: after })).toContain('Part of this is over by now');
  });

  it('asks for nothing when all is over', async () => {
    const { house, message } = await reminder();
    await house.ask('manager', '/incident withdraw SI-2026-1');
    const after = await now(house, message);
    expect(after.buttons).toEqual([]);
    expect(textOf({ message: after })).toContain('Over: nothing more is wanted of you on this.');
  });

  it('is gone for somebody who may not see the record any more', async () => {
    const { house, message } = await reminder();
    const arrangement = rostered(merton, { notifier: ['probation-lead'] });
    expect(await now(house, message, arrangement)).toBe(HIDDEN);
  });
});

describe('a desk', () => {
  const deskFor = async (house: Heard, who: string) => {
    const actor = merton.people.get(who as PersonId);
    if (!actor) throw new Error(who);
    const ledger = await house.store.read();
    return deskOf(situationOf({ ledger, arrangement: merton, catalogue, actor, now: house.now() }));
  };
  const rows = (desk: Awaited<ReturnType<typeof deskFor>>) =>
    desk.sections.map(({ title, rows }) => [
      title,
      rows.map(({ line, button }) => `${line} [${button?.label}]`),
    ]);

  it('has what I owe, each with its button', async () => {
    const { house } = await reminder();
    expect(rows(await deskFor(house, 'notifier'))).toEqual([
      [
        'What I owe',
        [
          'By Wed 8 Apr: SI-2026-1, notify the Panel [I have notified them]',
          'By Wed 8 Apr: SI-2026-1, tell the safeguarding partners [I have told the partners]',
        ],
      ],
      ['What waits for me', []],
      ['My bodies', []],
    ]);
  });

  it('has what others owe once it was brought to me, and no sooner', async () => {
    const house = await logged();
    expect(rows(await deskFor(house, 'police-lead'))[1]).toEqual(['What waits for me', []]);
    for (const when of ['2026-04-09 09:00', '2026-04-10 09:00']) await house.tick(when);
    expect(rows(await deskFor(house, 'police-lead'))[1]?.[1]).toEqual([
      'Late: SI-2026-1, notify the Panel, was due Wed 8 Apr, the notifier [See the case]',
      'Late: SI-2026-1, tell the safeguarding partners, was due Wed 8 Apr, the notifier [See the case]',
    ]);
  });

  it('tells the business unit alone what Heed needs, and what may have come twice', async () => {
    const house = await logged();
    const trouble = { key: 'slack/T1/cases', sentence: 'The channel is public.', lasts: true };
    await reportTroubles(house.watch, [trouble]);
    expect(rows(await deskFor(house, 'manager'))[3]).toEqual([
      'What Heed needs',
      ['The channel is public. [undefined]'],
    ]);
    expect(rows(await deskFor(house, 'notifier'))).toHaveLength(3);
  });

  it('has the bodies of a chair, and of no case that a chair of a body may not see', async () => {
    const house = await logged();
    for (const when of ['2026-04-09 09:00', '2026-04-10 09:00']) await house.tick(when);
    const desk = await deskFor(house, 'qapr-chair');
    expect(rows(desk)).toEqual([
      ['What I owe', []],
      ['What waits for me', []],
      ['My bodies', ['The chair of Quality Assurance and Practice Review [What is owed]']],
    ]);
    expect(desk.begin.map(({ label }) => label)).toEqual(['What I owe', 'What I may ask']);
  });
});
