import holidays from '../../src/domain/bank-holidays.json' with { type: 'json' };

/**
 * Days counted a second time, without any of Heed's own code, so that a mistake in the one is seen by
 * the other: `2026-03-30`, in London.
 */
const DAY_MS = 86_400_000;
const off = new Set(JSON.stringify(holidays).match(/\d{4}-\d{2}-\d{2}/g) ?? []);

export const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const isWorking = (day: string): boolean => {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !off.has(day);
};

export const workingFrom = (day: string): string =>
  isWorking(day) ? day : workingFrom(plus(day, 1));

export const plusWorking = (day: string, n: number): string => {
  if (n === 0) return day;
  const next = plus(day, Math.sign(n));
  return plusWorking(next, isWorking(next) ? n - Math.sign(n) : n);
};

export const firstWorkingOf = (month: string): string => workingFrom(`${month}-01`);

/** Repeatable luck: the same year every time. */
export const luck = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return {
    below: (n: number): number => Math.floor(next() * n),
    of: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T,
    chance: (part: number): boolean => next() < part,
  };
};
