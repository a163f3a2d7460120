import { describe, expect, it } from 'vitest';
import { merton, rostered } from '../support/given.ts';
import {
  FIRST,
  type Heard,
  LOGGED,
  logged,
  openHouse,
  outbox,
  textOf,
  told,
  whom,
} from '../support/house.ts';

describe('between queueing and sending', () => {
  const queued = async (): Promise<Heard> => {
    const house = await logged({ send: async () => 'sent' });
    await house.tick('2026-04-02 20:00');
    expect(await outbox(house)).toHaveLength(2);
    return house;
  };

  it.each([
    [
      'what is done',
      ['/incident notified SI-2026-1 on=today', '/incident told-partners SI-2026-1 on=today'],
    ],
    ['what is withdrawn', ['/incident withdraw SI-2026-1']],
    [
      'what is no longer owed',
      ['/incident correct SI-2026-1 abuse=not-suspected reason="so the panel found"'],
    ],
  ])('%s is dropped, and never sent', async (_, typed) => {
    const house = await queued();
    house.at('2026-04-02 20:30');
    for (const line of typed)
      expect(await house.ask('manager', line)).toMatchObject({ is: 'accepted' });
    await house.tick('2026-04-07 09:00');
    expect(house.sent).toEqual([]);
    expect(await outbox(house)).toEqual([]);
    expect((await told(house)).map(({ is }) => is)).toEqual(['dropped', 'dropped']);
  });

  it('what is taken back in time is never queued', async () => {
    const house = openHouse({ at: '2026-04-02 20:00' });
    await house.ask('manager', LOGGED);
    await house.tick('2026-04-02 20:01');
    expect(await outbox(house)).toEqual([]);
    expect(await house.ask('manager', '/undo')).toMatchObject({ is: 'accepted' });
    await house.tick('2026-04-07 09:00');
    expect(house.sent).toEqual([]);
    expect(await outbox(house)).toEqual([]);
  });

  it('what has moved is said of the new day alone', async () => {
    const house = await queued();
    house.at('2026-04-02 20:30');
    await house.ask('manager', '/incident correct SI-2026-1 aware=2026-03-31 reason="a day late"');
    await house.tick('2026-04-07 09:00');
    expect(house.sent.map(textOf).join('\n')).not.toMatch(/by Wed 8 Apr/);
    expect(
      (await told(house)).filter(({ is, due }) => is === 'sent' && due === '2026-04-08'),
    ).toEqual([]);
  });

  it('one that is done leaves the other', async () => {
    const house = await queued();
    house.at('2026-04-02 20:30');
    await house.ask('manager', '/incident notified SI-2026-1 on=today');
    await house.tick('2026-04-07 09:00');
    const [only, ...more] = house.sent;
    expect(more).toEqual([]);
    expect(only && textOf(only)).toContain('tell the safeguarding partners');
    expect(only && textOf(only)).not.toContain('notify the Panel');
  });
});

describe('a post', () => {
  it('with nobody in it is undeliverable, and the business unit is told so once', async () => {
    const arrangement = rostered(merton, { priya: ['manager'] });
    const house = openHouse({ arrangement });
    await house.ask('priya', LOGGED);
    await house.tick(FIRST);
    await house.tick('2026-04-02 09:01');
    expect(house.sent.map(({ to, message }) => [to, textOf({ message })])).toEqual([
      [
        'priya',
        [
          'Heed needs your help with 2 things',
          '- The notifier could not be told of SI-2026-1: notify the Panel by Wed 8 Apr 2026. Nothing that Heed knows of reaches them. Tell them yourself, and see how they can be reached.',
          '- The notifier could not be told of SI-2026-1: tell the safeguarding partners by Wed 8 Apr 2026. Nothing that Heed knows of reaches them. Tell them yourself, and see how they can be reached.',
        ].join('\n'),
      ],
    ]);
    expect(await told(house)).toMatchObject([
      { to: 'notifier', is: 'undeliverable' },
      { to: 'notifier', is: 'undeliverable' },
    ]);
  });

  it('shared with another by one person brings them one message', async () => {
    const arrangement = rostered(merton, {
      priya: ['manager', 'notifier-deputy', 'police-lead'],
      sam: ['notifier'],
    });
    const house = openHouse({ arrangement });
    await house.ask('sam', LOGGED);
    await house.tick('2026-04-09 09:00');
    expect(whom(house).toSorted()).toEqual(['priya', 'sam']);
    const items = house.sent.find(({ to }) => to === 'priya')?.message.items ?? [];
    expect(new Set(items.map(({ to }) => to))).toEqual(new Set(['manager', 'notifier-deputy']));
    await house.tick('2026-04-10 09:00');
    expect(whom(house).toSorted()).toEqual(['priya', 'priya', 'priya', 'sam']);
    const [, notice, trouble] = house.sent.filter(({ to }) => to === 'priya');
    expect(notice?.message.items?.map(({ to }) => to)).toEqual(['police-lead', 'police-lead']);
    expect(trouble && textOf(trouble)).toContain('The council lead could not be told');
  });
});
