import { addMinutes, type Instant } from '../../domain/day.ts';

/** So many of one kind within so many minutes. */
export interface Limit {
  readonly most: number;
  readonly minutes: number;
}

/** Of what is looked up under secret addresses; a proxy passes everybody on under its own address. */
export const LOOKED_UP: Limit = { most: 300, minutes: 1 };

/** Whether one more may be done for somebody; it counts as done where it may. */
export type Allow = (whose: string) => boolean;

/** Counted in memory, in windows: who starts Heed anew lets everybody begin again. */
export const limited = ({ most, minutes }: Limit, now: () => Instant): Allow => {
  const windows = new Map<string, { readonly until: Instant; readonly count: number }>();
  const forget = (at: Instant): void => {
    for (const [whose, { until }] of windows) if (until <= at) windows.delete(whose);
  };
  return (whose) => {
    const at = now();
    const open = windows.get(whose);
    const before = open && open.until > at ? open : { until: addMinutes(at, minutes), count: 0 };
    if (before.count >= most) return false;
    if (!open) forget(at);
    windows.set(whose, { ...before, count: before.count + 1 });
    return true;
  };
};
