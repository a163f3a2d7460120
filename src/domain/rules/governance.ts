import type { Rung } from '../arrangement.ts';
import { type ReviewClock, wd } from './review-clock.ts';

/** governance.md G27: before the meeting, on its day, and after it until it is done. */
const AT_MEETING: readonly Rung[] = [
  wd(-5, 'owner'),
  wd(0, 'owner'),
  wd(1, 'owner', 'manager'),
  wd(5, 'owner', 'manager'),
];

const NONE_SCHEDULED = {
  addressee: 'the body that is to hear of it',
  span: { unit: 'working-days', n: 1 },
  ladder: [wd(0, 'owner'), wd(5, 'owner', 'chair')],
  status: 'local',
} as const;

const S0_8_4 = {
  row: 'G27, G28',
  source: 'Merton 2019, 8.4; the days of the reminders are ours',
  quote:
    'The Independent Person will report on any such decisions to the Partnership no later than the next meeting of the Partnership or in writing.',
} as const;

/** Ours: the source says when a meeting is quorate, and not what becomes of what it decides without. */
const INQUORATE = {
  row: 'G01, G02',
  source:
    'Heed: what a meeting decides without a quorum (Merton 2019, 8.12) is confirmed at the next that has one',
} as const;

const S0_6_6 = {
  row: 'G94',
  status: 'local',
  source: 'Merton 2019, 6.6; the log is in 7.12, and the days are ours',
  quote:
    'provide constructive support and challenge, and act as a ‘critical friend’ to partner agencies in the monitoring of their safeguarding responsibilities.',
} as const;

/** governance.md C2 and C5: what falls due of the partnership's own business. */
export const GOVERNANCE_CLOCKS = {
  'report-decision': {
    ...S0_8_4,
    todo: 'report a decision taken between meetings',
    missed: 'a decision taken between meetings was to be reported',
    addressee: 'the Partnership',
    span: { unit: 'set', n: 0 },
    ladder: AT_MEETING,
    status: 'local',
  },
  'schedule-to-report': {
    ...S0_8_4,
    ...NONE_SCHEDULED,
    todo: 'since no Partnership meeting is scheduled, schedule one',
    missed: 'a Partnership meeting was to be scheduled',
  },
  'confirm-decision': {
    ...INQUORATE,
    todo: 'put a decision taken without a quorum to its body again',
    missed: 'a decision taken without a quorum was to be put to its body again',
    addressee: 'the body that took it',
    span: { unit: 'set', n: 0 },
    ladder: AT_MEETING,
    status: 'local',
  },
  'schedule-to-confirm': {
    ...INQUORATE,
    ...NONE_SCHEDULED,
    todo: 'since its body has no meeting scheduled, schedule one',
    missed: 'a meeting of its body was to be scheduled',
  },
  /** Its source is the stage's own, and so are its days where the arrangement says them. */
  'resolve-dispute': {
    row: 'G90, G92',
    todo: 'bring a dispute to an end, or to its next stage',
    missed: 'a dispute was to be brought to an end, or to its next stage',
    severally: "partners' steps in a dispute",
    addressee: 'those between whom it is',
    span: { unit: 'working-days', n: 10 },
    ladder: [],
    status: 'local',
    source: 'the dispute stages of the arrangement; the days are ours where it says none',
  },
  'review-risk': {
    row: 'G41',
    todo: 'review a risk',
    missed: 'a risk was to be reviewed',
    addressee: 'the Partnership, which keeps the register',
    span: { unit: 'set', n: 0 },
    ladder: [
      wd(-5, 'owner'),
      wd(0, 'owner'),
      wd(1, 'owner', 'manager'),
      wd(10, 'owner', 'manager'),
    ],
    status: 'local',
    source: 'Merton 2019, 7.12; the days of the reminders are ours',
    quote:
      'The Merton Safeguarding Children Partnership will prioritise and organise its work through the Annual Business Plan; and regular monitoring of the Plan and Risk and Challenge Registers.',
  },
  'answer-challenge': {
    ...S0_6_6,
    todo: 'answer a challenge',
    missed: 'a challenge was to be answered',
    addressee: 'whoever raised it',
    span: { unit: 'set', n: 0 },
    ladder: [
      wd(-2, 'owner'),
      wd(0, 'owner'),
      wd(1, 'owner', 'deputy', 'manager'),
      wd(5, 'owner', 'manager'),
    ],
  },
  'settle-challenge': {
    ...S0_6_6,
    todo: 'say whether the answer to a challenge settles it',
    missed: 'it was to be said whether the answer to a challenge settles it',
    addressee: 'the agency that answered',
    span: { unit: 'working-days', n: 10 },
    ladder: [wd(-10, 'owner'), wd(0, 'owner'), wd(5, 'owner', 'manager')],
  },
} as const satisfies Record<string, ReviewClock>;

export type GovernanceDuty = keyof typeof GOVERNANCE_CLOCKS;
export const GOVERNANCE_DUTIES = Object.keys(GOVERNANCE_CLOCKS) as [
  GovernanceDuty,
  ...GovernanceDuty[],
];
