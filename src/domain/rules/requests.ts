import type { Rung } from '../arrangement.ts';
import { type ReviewClock, wd } from './review-clock.ts';

const S0_8_10 = 'Merton 2019, 8.10';
const S0_8_11 = 'Merton 2019, 8.11';

/** governance.md G20 to G22: the lead, then the deputy and the business unit, then the sector's partner. */
const ANSWER: readonly Rung[] = [
  wd(-2, 'owner'),
  wd(0, 'owner'),
  wd(1, 'owner', 'deputy', 'manager'),
  wd(5, 'sector-partner'),
];

/** G47: whoever has not returned it is listed each week for the business unit, before the day and after. */
export const RETURN_LADDER: readonly Rung[] = [
  wd(-15, 'manager'),
  wd(-10, 'owner', 'manager'),
  wd(-5, 'manager'),
  wd(-2, 'owner'),
  wd(0, 'owner'),
  wd(1, 'owner', 'deputy', 'manager'),
  wd(5, 'sector-partner', 'manager'),
  wd(10, 'owner', 'manager'),
  wd(15, 'manager'),
  wd(20, 'manager'),
];

const A_WEEK = 5;
const WEEKS = 12;

/** G23: who has not signed up to the Business Plan is listed each week for the statutory partners, once its day has passed. */
export const SIGN_OFF: Pick<ReviewClock, 'row' | 'ladder' | 'source' | 'quote'> = {
  row: 'G23',
  ladder: [
    wd(-2, 'owner'),
    wd(0, 'owner'),
    wd(1, 'owner', 'deputy', 'manager'),
    ...Array.from({ length: WEEKS }, (_, week) =>
      wd((week + 1) * A_WEEK, 'owner', 'statutory-partners'),
    ),
  ],
  source: `${S0_8_11}; the days of the reminders are ours`,
  quote:
    'The Merton Safeguarding Children Partnership needs confirmation of agreement and sign up to the Merton Safeguarding Children Partnership Business Plan.',
};

/** What silence leads to, for the chair who raises it and for the agency that may explain it. */
const AT_MEETING = {
  row: 'G22',
  addressee: 'the Partnership',
  span: { unit: 'set', n: 0 },
  ladder: [wd(-10, 'owner')],
  status: 'local',
  source: `${S0_8_11}; the ten working days of notice are ours`,
  quote:
    'Where an agency does not respond to such a request, this will be raised at the following Merton Safeguarding Children Partnership meeting.',
} as const;

/** governance.md C2: what agencies are asked, and what becomes of those who do not answer. */
export const REQUEST_CLOCKS = {
  answer: {
    row: 'G20, G21',
    todo: 'answer the request',
    missed: "the agency's answer was due",
    severally: 'answers',
    addressee: 'the business unit, for the partnership',
    span: { unit: 'set', n: 0 },
    ladder: ANSWER,
    status: 'local',
    source: `${S0_8_10} and 8.11; the days of the reminders are ours`,
    quote:
      'it is expected that agencies will make a definite response and not assume that no response means agreement.',
  },
  'explain-non-response': {
    ...AT_MEETING,
    todo: 'answer, or explain it at the Partnership meeting',
    missed: 'the missing answer was to be explained at the Partnership meeting',
    severally: 'missing answers',
  },
  'raise-non-response': {
    ...AT_MEETING,
    todo: 'raise the missing answers at the Partnership meeting',
    missed: 'the missing answers were to be raised at the Partnership meeting',
  },
  'schedule-partnership-meeting': {
    row: 'G22',
    todo: 'schedule a Partnership meeting, since none is, to raise the missing answers at',
    missed: 'a Partnership meeting was to be scheduled, to raise the missing answers at',
    addressee: 'the Partnership',
    span: { unit: 'working-days', n: 1 },
    ladder: [wd(0, 'owner'), wd(5, 'owner', 'chair')],
    status: 'local',
    source: S0_8_11,
  },
  'reply-to-partnership': {
    row: 'G87',
    todo: 'reply to the partnership that asked us',
    missed: 'the partnership that asked us was to have our reply',
    addressee: 'the partnership that asks',
    span: { unit: 'set', n: 0 },
    ladder: [wd(-5, 'owner'), wd(-1, 'owner'), wd(0, 'owner'), wd(1, 'owner', 'chair')],
    status: 'local',
    source: 'Sutton 2019, 3.2; Merton annual report 2022-23',
  },
  'section-11-one-year-on': {
    row: 'D50, G47',
    todo: 'hold the One-Year-On review of the audit',
    missed: 'the One-Year-On review of the audit was to be held',
    addressee: 'the organisations that made a return; the scrutineers chair it',
    span: { unit: 'months', n: 12 },
    ladder: [wd(-40, 'owner'), wd(-10, 'owner'), wd(0, 'owner'), wd(1, 'owner', 'chair')],
    status: 'local',
    source:
      'Merton annual report 2022-23, "Learning from audit: Section 11"; the reminders are ours',
  },
} as const satisfies Record<string, ReviewClock>;

export type RequestDuty = keyof typeof REQUEST_CLOCKS;
export const REQUEST_DUTIES = Object.keys(REQUEST_CLOCKS) as [RequestDuty, ...RequestDuty[]];
