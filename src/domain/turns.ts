import { addMonths, type Day } from './day.ts';
import type { PostId } from './item.ts';

/** A post that others hold in turn: each for so many months, in this order, from a day on. */
export interface Turns {
  readonly among: readonly PostId[];
  readonly months: number;
  /** The London day on which the first of them begins. */
  readonly from: Day;
}

/** Whose turn it is on a London day. Before the first turn it is the first one's. */
export const turnOn = (turns: Turns, day: Day): PostId => {
  const { among } = turns;
  const whose = among[turnsBefore(turns, day) % among.length];
  if (whose === undefined) throw new Error('nobody takes turns');
  return whose;
};

/** The London day on which the next turn begins, after this one. */
export const nextTurn = (turns: Turns, day: Day): Day =>
  day < turns.from ? turns.from : startOf(turns, turnsBefore(turns, day) + 1);

const startOf = ({ from, months }: Turns, nth: number): Day => addMonths(from, nth * months);

/** How many turns have ended by a day. Counted from the first day, so that 31 Aug leads to 28 Feb and back. */
const turnsBefore = (turns: Turns, day: Day): number => {
  if (day < turns.from) return 0;
  const months = monthsInto(day) - monthsInto(turns.from);
  const nth = Math.floor(months / turns.months);
  return startOf(turns, nth) > day ? nth - 1 : nth;
};

const monthsInto = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
