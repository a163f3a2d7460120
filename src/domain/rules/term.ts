import type { Rung } from '../arrangement.ts';
import { days, type ReviewClock, wd } from './review-clock.ts';

/** So many calendar days before a term ends, those who appoint hear of it: six months, and three. */
export const termLadder = (six: number, three: number, who: Rung['to']): readonly Rung[] => [
  days(-six, 'owner', ...who),
  days(-three, 'owner', ...who),
  wd(-20, 'owner'),
  wd(0, 'owner', ...who),
  wd(5, 'owner', ...who),
];

/** governance.md G95. */
export const TERM_CLOCKS = {
  'end-of-term': {
    row: 'G95',
    todo: 'settle who holds a post when its term ends',
    missed: 'it was to be settled who holds a post when its term ends',
    addressee: 'those who appoint: the statutory partners, for the chair and the scrutineers',
    span: { unit: 'set', n: 0 },
    ladder: [],
    status: 'local',
    source: 'Merton 2019, 8.2 and 8.3; the six months of notice are ours',
    quote:
      'The Statutory Partners are also responsible for appointing (or dismissing) an Independent Person to serve as the Chair of the Partnership.',
  },
} as const satisfies Record<string, ReviewClock>;

export const TERM_DUTIES = Object.keys(TERM_CLOCKS) as readonly (keyof typeof TERM_CLOCKS)[];
