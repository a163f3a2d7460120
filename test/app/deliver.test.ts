import { describe, expect, it } from 'vitest';
import type { Courier } from '../../src/app/deliver.ts';
import { type Store, UnsafeStore } from '../../src/app/ports.ts';
import { tick } from '../../src/app/sweep.ts';
import { reportTroubles } from '../../src/app/trouble.ts';
import { memoryStore } from '../../store/memory.ts';
import { FIRST, LOGGED, logged, openHouse, outbox, textOf, whom } from '../support/house.ts';

type Brought = Awaited<ReturnType<Courier['send']>>;

/** Answers with these, one send after the other, then with "sent". */
const answering = (...brought: readonly Brought[]) => {
  const left = [...brought];
  const attempts: string[] = [];
  return {
    attempts,
    send: async (to: string): Promise<Brought> => {
      attempts.push(to);
      return left.shift() ?? 'sent';
    },
  };
};

const minutes = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, at) => {
    const minute = from + at;
    const pad = (n: number) => String(n).padStart(2, '0');
    return `2026-04-02 ${pad(9 + Math.floor(minute / 60))}:${pad(minute % 60)}`;
  });

describe('a send of which nobody knows what became', () => {
  it('is repeated after 1 minute, then 2, 4, 8 and 15, and counted each time', async () => {
    const { send, attempts } = answering(
      'unsure',
      'unsure',
      'unsure',
      'unsure',
      'unsure',
      'unsure',
    );
    const house = await logged({ send });
    const when: number[] = [];
    for (const [minute, at] of minutes(0, 60).entries()) {
      const before = attempts.length;
      await house.tick(at);
      if (attempts.length > before) when.push(minute);
    }
    expect(when).toEqual([0, 1, 3, 7, 15, 30, 45]);
    expect((await house.store.read()).sentAgain).toBe(6);
    expect(whom(house)).toEqual(['notifier']);
    expect(await outbox(house)).toEqual([]);
  });

  it('that stays unknown twelve times is told the business unit, and goes on once an hour', async () => {
    const attempts: string[] = [];
    const house = await logged({
      send: async (to) => {
        if (to !== 'notifier') return 'sent';
        attempts.push(to);
        return 'unsure';
      },
    });
    for (const at of minutes(0, 135)) await house.tick(at);
    expect(attempts).toHaveLength(12);
    const [told, ...more] = house.sent.filter(({ to }) => to === 'manager');
    expect(more).toEqual([]);
    expect(told && textOf(told)).toContain(
      'The notifier may not know of SI-2026-1: notify the Panel by Wed 8 Apr 2026. Heed has sent it 12 times',
    );
    for (const at of minutes(135, 300)) await house.tick(at);
    expect(attempts).toHaveLength(14);
    expect(await outbox(house)).toHaveLength(2);
  });

  it('is nothing where it certainly was not sent: it is tried at the next look, uncounted', async () => {
    const { send, attempts } = answering('not-sent', 'not-sent');
    const house = await logged({ send });
    for (const at of minutes(0, 3)) await house.tick(at);
    expect(attempts).toHaveLength(3);
    expect((await house.store.read()).sentAgain).toBe(0);
    expect(whom(house)).toEqual(['notifier']);
  });

  it('counts only what may have come twice: not a send that certainly did not happen', async () => {
    const { send } = answering('unsure', 'not-sent', 'not-sent', 'not-sent');
    const house = await logged({ send });
    for (const at of minutes(0, 5)) await house.tick(at);
    expect(whom(house)).toEqual(['notifier']);
    expect((await house.store.read()).sentAgain).toBe(1);
  });

  it('is known after a crash between sending and writing down that it was sent', async () => {
    const store = memoryStore();
    let dies = true;
    const mortal: Store = {
      ...store,
      append: async (entry) => {
        if (dies && entry.changes.some(({ type }) => type === 'settled')) throw new Error('killed');
        return store.append(entry);
      },
    };
    const before = openHouse({ store: mortal });
    await before.ask('manager', LOGGED);
    await expect(before.tick(FIRST)).rejects.toThrow('killed');
    expect(whom(before)).toEqual(['notifier']);
    dies = false;
    const after = openHouse({ store, at: FIRST });
    await after.tick();
    expect(after.sent).toEqual([]);
    await after.tick('2026-04-02 09:01');
    expect(whom(after)).toEqual(['notifier']);
    expect((await store.read()).sentAgain).toBe(1);
  });

  it('is not repeated when what it said is over', async () => {
    const { send, attempts } = answering('unsure');
    const house = await logged({ send });
    await house.tick(FIRST);
    await house.ask('manager', '/incident notified SI-2026-1 on=today');
    await house.ask('manager', '/incident told-partners SI-2026-1 on=today');
    await house.tick('2026-04-02 09:05');
    expect(attempts).toEqual(['notifier']);
    expect(await outbox(house)).toEqual([]);
  });
});

describe('a courier that throws', () => {
  const throwing = (problem: Error) =>
    logged({
      send: async () => {
        throw problem;
      },
    });

  it('because the store is not safe any more stops everything: nothing is sent on what may be lost', async () => {
    const house = await throwing(new UnsafeStore('the journal is full'));
    await expect(house.tick(FIRST)).rejects.toBeInstanceOf(UnsafeStore);
    expect(house.bugs).toEqual([]);
  });

  it('because of a bug is written down, and what it was to bring may have arrived', async () => {
    const house = await throwing(new Error('a bug'));
    await house.tick(FIRST);
    expect(house.bugs).toHaveLength(1);
    expect([...(await house.store.read()).sending.values()]).toMatchObject([
      { times: 1 },
      { times: 1 },
    ]);
  });
});

describe('everybody is sent to at once', () => {
  it('so that one whose messages hang holds up nobody else', async () => {
    const hanging = Promise.withResolvers<Brought>();
    const house = await logged({
      send: async (to) => (to === 'notifier' ? hanging.promise : 'sent'),
    });
    const ticking = house.tick('2026-04-09 09:00');
    while (whom(house).length < 2) await new Promise(setImmediate);
    expect(whom(house)).toEqual(['notifier-deputy', 'manager']);
    hanging.resolve('sent');
    await ticking;
    expect(await outbox(house)).toEqual([]);
  });

  it('but not to whom there is no point in sending now', async () => {
    const house = await logged();
    let isReady = false;
    const watch = { ...house.watch, courier: { ...house.courier, isReady: () => isReady } };
    house.at(FIRST);
    await tick(watch);
    expect(house.sent).toEqual([]);
    expect((await house.store.read()).sending.size).toBe(0);
    isReady = true;
    await tick(watch);
    expect(whom(house)).toEqual(['notifier']);
  });
});

describe('a trouble', () => {
  const TROUBLE = { key: 'slack/T1/cases', sentence: 'The channel is public.', lasts: true };

  it('is told once while it lasts, and again when it comes back', async () => {
    const house = openHouse();
    await reportTroubles(house.watch, [TROUBLE]);
    await reportTroubles(house.watch, [TROUBLE]);
    await house.deliver();
    await house.deliver();
    expect(whom(house)).toEqual(['manager', 'administrator']);
    expect(house.sent[0] && textOf(house.sent[0])).toBe(
      'Heed needs your help with one thing\nThe channel is public.',
    );
    await reportTroubles(house.watch, [], [TROUBLE.key]);
    await reportTroubles(house.watch, [TROUBLE]);
    await house.deliver();
    expect(whom(house)).toHaveLength(4);
  });

  it('waits for somebody who can be told, and for the hours of sending', async () => {
    const { send } = answering('undeliverable', 'not-sent');
    const house = openHouse({ send, at: '2026-03-30 08:30' });
    await reportTroubles(house.watch, [TROUBLE]);
    for (const at of ['2026-03-30 08:31', '2026-03-30 09:00', '2026-03-30 09:01'])
      await house.tick(at);
    expect(whom(house)).toEqual(['manager', 'administrator']);
  });

  it('is not told every minute where nobody knows whether that arrives', async () => {
    let attempts = 0;
    const house = openHouse({
      send: async () => {
        attempts += 1;
        return 'unsure';
      },
    });
    await reportTroubles(house.watch, [TROUBLE]);
    for (const at of minutes(0, 60)) await house.tick(at);
    expect(attempts).toBe(14);
    expect((await house.store.read()).sentAgain).toBe(6);
  });

  it('is told again when it has another reason', async () => {
    const house = openHouse();
    await reportTroubles(house.watch, [TROUBLE]);
    await house.deliver();
    await reportTroubles(house.watch, [{ ...TROUBLE, sentence: 'The channel is shared.' }]);
    await house.deliver();
    expect(house.sent.map(textOf).at(-1)).toContain('The channel is shared.');
  });

  it('is not what an undo takes back', async () => {
    const house = openHouse();
    await house.ask('manager', LOGGED);
    await reportTroubles(house.watch, [TROUBLE]);
    expect(textOf(await house.ask('manager', '/undo'))).toContain('Taken back: incident log');
  });
});
