import { describe, expect, it } from 'vitest';
import type { Courier } from '../src/app/deliver.ts';
import type { Store } from '../src/app/ports.ts';
import { assemble } from '../src/heed.ts';
import { memoryStore } from '../store/memory.ts';
import { merton, moment } from './support/given.ts';
import { LOGGED, textOf } from './support/house.ts';

/** Heed whose courier takes as long as the test wants. */
const open = (store: Store = memoryStore()) => {
  const sent: string[] = [];
  const waiting: (() => void)[] = [];
  let now = moment('2026-03-30 09:00');
  let slow = false;
  const courier: Courier = {
    send: async ({ id }) => {
      if (slow) await new Promise<void>((resolve) => void waiting.push(resolve));
      sent.push(id);
      return 'sent';
    },
  };
  const onBug = (bug: unknown): string => {
    throw bug;
  };
  const heed = assemble({ store, courier, arrangement: merton, now: () => now, onBug });
  return {
    heed,
    sent,
    waiting,
    at: (when: string) => {
      now = moment(when);
    },
    slowly: () => {
      slow = true;
    },
    log: () => heed.ask({ actor: 'manager', via: 'test', asking: { typed: LOGGED } }),
  };
};

const nextTurn = (): Promise<unknown> => new Promise(setImmediate);

describe('ticks and deliveries that overlap', () => {
  it.each(['tick', 'deliver'] as const)('send once: a tick and a %s', async (second) => {
    const { heed, sent, waiting, at, slowly, log } = open();
    await log();
    at('2026-04-02 09:00');
    slowly();
    const running = [heed.tick(), heed[second](), heed.tick()];
    await nextTurn();
    expect(waiting).toHaveLength(1);
    for (const go of waiting) go();
    await Promise.all(running);
    expect(sent).toEqual(['notifier']);
  });

  it('do not keep anybody waiting for an answer', async () => {
    const { heed, waiting, at, slowly, log } = open();
    await log();
    at('2026-04-02 09:00');
    slowly();
    const running = heed.tick();
    await nextTurn();
    const typed = '/incident notified SI-2026-1 on=today';
    const answer = await heed.ask({ actor: 'manager', via: 'test', asking: { typed } });
    expect(textOf(answer)).toContain('the notification was submitted on Thu 2 Apr');
    for (const go of waiting) go();
    await running;
  });

  it('come one after the other, even where one has failed', async () => {
    const store = memoryStore();
    let broken = true;
    const { heed, sent, at, log } = open({
      ...store,
      read: () => {
        if (broken) throw new Error('no disk');
        return store.read();
      },
    });
    await expect(heed.tick()).rejects.toThrow('no disk');
    broken = false;
    await log();
    at('2026-04-02 09:00');
    await heed.tick();
    expect(sent).toEqual(['notifier']);
  });
});

it('knows the whole catalogue', async () => {
  const { heed } = open();
  const answer = await heed.ask({ actor: 'manager', via: 'test', asking: { typed: '/help' } });
  expect(textOf(answer)).toContain('/incident log: ');
});
