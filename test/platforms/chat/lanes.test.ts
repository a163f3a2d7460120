import { describe, expect, it } from 'vitest';
import { lanes } from '../../../src/platforms/chat/lanes.ts';

/** Lanes under a clock that moves only when somebody waits, or the test says so. */
const open = () => {
  let now = 0;
  const waits: number[] = [];
  const pause = async (ms: number): Promise<void> => {
    waits.push(ms);
    now += ms;
  };
  return {
    ...lanes({ now: () => now, pause }, [{ most: 1, withinMs: 1000 }]),
    waits,
    pass: (ms: number): void => {
      now += ms;
    },
  };
};

describe('a lane', () => {
  it('lets one through a second, and the first at once', async () => {
    const { turn, waits } = open();
    for (let n = 0; n < 3; n += 1) await turn('C1');
    expect(waits).toEqual([1000, 1000]);
  });

  it('keeps those apart who come together', async () => {
    let now = 0;
    const waits: number[] = [];
    const { turn } = lanes({ now: () => now, pause: async (ms) => void waits.push(ms) }, [
      { most: 1, withinMs: 1000 },
    ]);
    await Promise.all([turn('C1'), turn('C1'), turn('C1')]);
    expect(waits).toEqual([1000, 2000]);
    now = 3000;
    await turn('C1');
    expect(waits).toHaveLength(2);
  });

  it('asks nobody to wait for what another lane does', async () => {
    const { turn, waits } = open();
    await turn('C1');
    await turn('C2');
    expect(waits).toEqual([]);
  });

  it('asks nobody to wait who comes a second later', async () => {
    const { turn, pass, waits } = open();
    await turn('C1');
    pass(1000);
    await turn('C1');
    expect(waits).toEqual([]);
  });
});

describe('a lane that is held', () => {
  it('is no use for longer than one would wait, and then again', () => {
    const { hold, isHeld, pass } = open();
    hold('C1', 30);
    expect([isHeld('C1'), isHeld('C2')]).toEqual([true, false]);
    pass(24_999);
    expect(isHeld('C1')).toBe(true);
    pass(1);
    expect(isHeld('C1')).toBe(false);
  });

  it('lets nobody through before its time', async () => {
    const { hold, turn, waits } = open();
    hold('C1', 4);
    await turn('C1');
    expect(waits).toEqual([4000]);
  });

  it('is not held for less when a shorter time is said afterwards', () => {
    const { hold, isHeld, pass } = open();
    hold('C1', 60);
    hold('C1', 6);
    pass(10_000);
    expect(isHeld('C1')).toBe(true);
  });

  it('is not forgotten while others take their turns', async () => {
    const { hold, turn, isHeld, pass } = open();
    hold('C1', 60);
    pass(10_000);
    for (const other of ['C2', 'C3', 'C4']) await turn(other);
    expect(isHeld('C1')).toBe(true);
  });
});

describe('a lane with several limits', () => {
  it('keeps each of them: seven a second, and sixty in half a minute', async () => {
    let now = 0;
    const pause = async (ms: number): Promise<void> => {
      now += ms;
    };
    const { turn } = lanes({ now: () => now, pause }, [
      { most: 7, withinMs: 1000 },
      { most: 60, withinMs: 30_000 },
    ]);
    const times: number[] = [];
    for (let n = 0; n < 61; n += 1) {
      await turn('C1');
      times.push(now);
    }
    expect(times.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 1000]);
    expect(times.at(-1)).toBe(30_000);
  });
});
