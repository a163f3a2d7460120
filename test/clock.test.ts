import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everyMinute } from '../src/clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;

const beating = (from: string, tick: () => Promise<void> = async () => undefined) => {
  vi.setSystemTime(new Date(from));
  const at: string[] = [];
  const clock = everyMinute(() => {
    at.push(new Date().toISOString().slice(0, 16));
    return tick();
  });
  return { clock, at };
};

describe('the clock', () => {
  it.each([
    ['an ordinary night', '2026-06-01T22:00:30.000Z'],
    ['the night the clocks go forward', '2026-03-28T22:00:30.000Z'],
    ['the night they go back', '2026-10-24T22:00:30.000Z'],
    ['the night they go back in Los Angeles', '2026-11-01T04:00:30.000Z'],
    ['the night the year ends', '2026-12-31T22:00:30.000Z'],
  ])('ticks once a minute through %s', async (_, from) => {
    const { clock, at } = beating(from);
    await vi.advanceTimersByTimeAsync(8 * 60 * MINUTE);
    const first = Date.parse(from) + MINUTE / 2;
    const expected = Array.from({ length: 480 }, (_, n) =>
      new Date(first + n * MINUTE).toISOString().slice(0, 16),
    );
    expect(at).toEqual(expected);
    await clock.stop();
  });

  it('does not tick again while one tick is still at work', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const gate = Promise.withResolvers<void>();
    const { clock, at } = beating('2026-06-01T09:00:30.000Z', () => gate.promise);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(at).toEqual(['2026-06-01T09:01']);
    gate.resolve();
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(at).toHaveLength(3);
    await clock.stop();
  });

  it('ticks no more once it has been stopped', async () => {
    const { clock, at } = beating('2026-06-01T09:00:30.000Z');
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    await clock.stop();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(at).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });
});
