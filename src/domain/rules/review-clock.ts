import type { Rung } from '../arrangement.ts';
import type { Span } from '../count.ts';
import type { Clock } from './terms.ts';

/** A clock of a review: what is written of it, how long it runs, and its own reminders. */
export interface ReviewClock extends Clock {
  readonly span: Span;
  readonly ladder: readonly Rung[];
}

export const wd = (at: number, ...to: Rung['to']): Rung => ({ at, unit: 'working-days', to });
export const days = (at: number, ...to: Rung['to']): Rung => ({ at, unit: 'calendar-days', to });
export const APPENDIX_7 = 'Merton 2019, Appendix 7';
/** governance.md G67 and G68: the business unit on the day, the safeguarding partners when it is missed. */
export const SAME_DAY = [wd(0, 'owner'), wd(1, 'owner'), wd(2, 'statutory-partners')] as const;
