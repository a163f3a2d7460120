import type { Rung } from '../arrangement.ts';
import { days, type ReviewClock, wd } from './review-clock.ts';

/** So many calendar days before it is due its owner hears of it: on the first day of its month, or of its span. */
const begins = (before: number): readonly Rung[] => [days(-before, 'owner')];

/** G36: everything of a month on its first working day, once more near its end, and then to those who see it lie. */
export const entryLadder = (before: number): readonly Rung[] => [
  ...begins(before),
  wd(-5, 'owner'),
  wd(1, 'owner', 'manager'),
  wd(10, 'owner', 'manager', 'chair'),
];

/** G44: asked on 1 September; what is not agreed on 30 November goes to the chair. */
export const contributionsLadder = (before: number): readonly Rung[] => [
  ...begins(before),
  wd(-20, 'owner'),
  wd(-5, 'owner', 'deputy'),
  wd(0, 'owner', 'chair'),
  wd(5, 'owner', 'manager', 'chair'),
];

/** The clocks of the annual cycle that have one name in every arrangement; each line has its own beside them. */
export const CYCLE_CLOCKS = {
  'agree-contributions': {
    row: 'G44, D49',
    todo: 'agree the contribution for the next business year',
    missed: 'the contribution for the next business year was to be agreed',
    severally: 'contributions',
    addressee: 'the statutory partners, who agree them together',
    span: { unit: 'set', n: 0 },
    ladder: [],
    status: 'local',
    source: 'Merton 2019, 11.1; the days of the reminders are ours',
    quote:
      'Statutory Partners will agree contributions each autumn for the following business year. The Statutory Partners will agree the level of funding secured from each partner, which should be equitable and proportionate',
  },
  'approve-amendment': {
    row: 'G36',
    todo: 'approve or decline a change to the annual cycle',
    missed: 'a change to the annual cycle was to be approved or declined',
    severally: 'approvals',
    addressee: 'the statutory partners',
    span: { unit: 'working-days', n: 10 },
    ladder: [
      wd(-10, 'owner'),
      wd(-2, 'owner'),
      wd(0, 'owner'),
      wd(1, 'owner', 'deputy', 'manager'),
      wd(10, 'chair', 'manager'),
    ],
    status: 'local',
    source: 'Merton 2019, section 10, footnote 9; the ten working days are ours',
    quote:
      'The Annual Business Cycle is subject to change and amendment by the Statutory Safeguarding Partners.',
  },
} as const satisfies Record<string, ReviewClock>;

export const CYCLE_DUTIES = Object.keys(CYCLE_CLOCKS) as readonly (keyof typeof CYCLE_CLOCKS)[];
