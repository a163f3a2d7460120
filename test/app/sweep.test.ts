import { describe, expect, it } from 'vitest';
import { FIRST, logged, outbox, told, whom } from '../support/house.ts';

describe('a tick', () => {
  it('does nothing where nothing is due', async () => {
    const house = await logged();
    await house.tick('2026-04-02 08:59');
    expect(await house.entries()).toHaveLength(1);
    expect(house.sent).toEqual([]);
  });

  it('queues what has become due, sends it, and settles it', async () => {
    const house = await logged();
    await house.tick(FIRST);
    expect(whom(house)).toEqual(['notifier']);
    expect(await outbox(house)).toEqual([]);
    expect(await told(house)).toMatchObject([
      { duty: 'notify-panel', rung: '-2 WD', to: 'notifier', is: 'sent', person: 'notifier' },
      { duty: 'tell-partners', rung: '-2 WD', to: 'notifier', is: 'sent', person: 'notifier' },
    ]);
    const [, swept, sending, settled] = await house.entries();
    expect(swept).toMatchObject({ by: 'heed', via: 'clock', asked: 'sweep', changes: [] });
    expect(sending).toMatchObject({ asked: 'deliver', changes: [{ type: 'sending' }] });
    expect(settled).toMatchObject({ by: 'heed', via: 'clock', asked: 'deliver', queued: [] });
  });

  it.each([2, 10])('sends once, even if it comes %i times', async (times) => {
    const house = await logged();
    for (let n = 0; n < times; n += 1) await house.tick(FIRST);
    await house.tick('2026-04-02 16:59');
    expect(whom(house)).toEqual(['notifier']);
    expect(await house.entries()).toHaveLength(4);
  });

  it('that comes late sends all the same, in one message', async () => {
    const house = await logged();
    await house.tick('2026-04-08 10:00');
    expect(whom(house)).toEqual(['notifier']);
    expect(await told(house)).toHaveLength(6);
  });

  it.each([
    ['before nine', '2026-04-07 08:59'],
    ['at five', '2026-04-07 17:00'],
    ['on Saturday', '2026-04-04 10:00'],
    ['on Good Friday', '2026-04-03 10:00'],
    ['on Easter Monday', '2026-04-06 10:00'],
  ])('sends nothing out of hours: %s', async (_, when) => {
    const house = await logged();
    await house.tick(when);
    expect(house.sent).toEqual([]);
    expect(await outbox(house)).not.toEqual([]);
    await house.tick('2026-04-08 09:00');
    expect(whom(house)).toEqual(['notifier']);
  });
});

describe('a courier', () => {
  it('that fails leaves it in the outbox, and it is tried again', async () => {
    let attempts = 0;
    const send = async () => {
      attempts += 1;
      return attempts < 3 ? ('not-sent' as const) : ('sent' as const);
    };
    const house = await logged({ send });
    for (const minute of ['09:00', '09:01']) {
      await house.tick(`2026-04-02 ${minute}`);
      expect(await outbox(house)).toHaveLength(2);
      expect(await told(house)).toEqual([]);
    }
    await house.tick('2026-04-02 09:02');
    expect(attempts).toBe(3);
    expect(whom(house)).toEqual(['notifier']);
    expect(await outbox(house)).toEqual([]);
  });

  it('that throws stops nobody else, and is written down without its words', async () => {
    const house = await logged({
      send: async (to) => {
        if (to === 'notifier') throw new Error('could not reach jo@example.com');
        return 'sent';
      },
    });
    await house.tick('2026-04-09 09:00');
    expect(whom(house)).toEqual(['notifier-deputy', 'manager']);
    expect((await outbox(house)).map(({ to }) => to)).toEqual(
      expect.arrayContaining(['notifier', 'notifier']),
    );
    expect((await told(house)).map(({ person }) => person)).not.toContain('notifier');
    expect(house.bugs).toHaveLength(1);
    expect(house.bugs.join('')).not.toContain('jo@');
  });

  it('that finds nobody is not asked again', async () => {
    let attempts = 0;
    const house = await logged({
      send: async (to) => {
        if (to !== 'notifier') return 'sent';
        attempts += 1;
        return 'undeliverable';
      },
    });
    await house.tick(FIRST);
    await house.tick('2026-04-02 09:01');
    expect(attempts).toBe(1);
    expect(await told(house)).toMatchObject([{ is: 'undeliverable' }, { is: 'undeliverable' }]);
  });

  it('has brought it before it is settled', async () => {
    const gate = Promise.withResolvers<'sent'>();
    const house = await logged({ send: () => gate.promise });
    const ticking = house.tick(FIRST);
    await new Promise(setImmediate);
    expect(await told(house)).toEqual([]);
    expect(await outbox(house)).toHaveLength(2);
    gate.resolve('sent');
    await ticking;
    expect(await told(house)).toHaveLength(2);
  });
});
