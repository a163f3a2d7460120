import { RULE_DAYS } from '../timetable.ts';
import { APPENDIX_7, type ReviewClock, SAME_DAY, wd } from './review-clock.ts';

/** deadlines.md A2: from the notification to the decision, and what is somebody else's. */
export const rapidReview = {
  'rapid-review': {
    row: 'D10',
    todo: 'complete the rapid review',
    missed: 'the rapid review was to be completed',
    addressee: 'the safeguarding partners; the business unit runs it',
    span: { unit: 'working-days', n: RULE_DAYS },
    ladder: [
      wd(-5, 'owner'),
      wd(-2, 'owner'),
      wd(-1, 'owner'),
      wd(0, 'owner'),
      wd(1, 'owner', 'statutory-partners', 'chair'),
    ],
    status: 'guidance',
    source: `Child Safeguarding Practice Review Panel guidance, fifteen working days; ${APPENDIX_7}; Sutton 2019, 7.2.5`,
    quote: 'The safeguarding partners should promptly undertake a rapid review of the case.',
    confirm: true,
    unsure:
      'the Panel’s wording of June 2025 on when the fifteen working days start: from the notification, as counted here, or from awareness',
  },
  'send-rapid-review': {
    row: 'D12',
    todo: 'send the rapid review and the decision to the Panel',
    missed: 'the rapid review and the decision were to be sent to the Panel',
    addressee: 'the Child Safeguarding Practice Review Panel',
    span: { unit: 'calendar-days', n: 0 },
    ladder: SAME_DAY,
    status: 'guidance',
    source: `Working Together 2018, chapter 4 (${APPENDIX_7}; Sutton 2019, 7.2.5)`,
    quote:
      'As soon as the rapid review is complete, the safeguarding partners should send a copy to the Panel.',
  },
  'inform-family': {
    row: 'G66',
    todo: 'tell the family of the decision',
    missed: 'the family was to be told of the decision',
    addressee: 'the family, through whoever knows them',
    span: { unit: 'working-days', n: 5 },
    ladder: [wd(0, 'owner'), wd(1, 'owner')],
    status: 'guidance',
    source: `${APPENDIX_7} for telling families; the five working days are ours`,
    quote:
      'Decisions on whether to undertake reviews should be made transparently and the rationale communicated appropriately, including to families.',
  },
  'chase-panel': {
    row: 'D14',
    todo: 'ask the Panel for its reply',
    missed: 'the Panel was to be asked for its reply',
    addressee: 'the Child Safeguarding Practice Review Panel',
    span: { unit: 'working-days', n: 10 },
    ladder: [wd(0, 'owner'), wd(5, 'owner')],
    status: 'local',
    source:
      'Kent, the practice review process: the Panel "will respond in approximately 10 days"; that one asks then is ours',
    confirm: true,
    unsure: 'whether the Panel has a target for its reply',
  },
  contribute: {
    row: 'D13, G87',
    todo: "send our part to the other area's review",
    missed: "our part of the other area's review was to be sent",
    addressee: 'the partnership of the place where it happened, which leads',
    span: { unit: 'set', n: 0 },
    ladder: [
      wd(-5, 'owner'),
      wd(-2, 'owner'),
      wd(0, 'owner'),
      wd(1, 'owner', 'statutory-partners'),
    ],
    status: 'local',
    source: 'Panel FAQ; Merton annual report 2022-23, rapid reviews (the Surrey review)',
    quote: 'the MSCP also contributed to a Surrey rapid review',
  },
  'receive-learning': {
    row: 'G84',
    todo: "have the learning of the agency's own review",
    missed: "the learning of the agency's own review was to be here",
    addressee: 'the partnership, which shares it with all its members',
    span: { unit: 'set', n: 0 },
    ladder: [wd(0, 'owner'), wd(5, 'owner')],
    status: 'local',
    source: 'Sutton 2019, 7.2.8',
    quote: 'The learning should be shared with all partnership members.',
  },
  'check-embargo': {
    row: 'G77',
    todo: 'say whether the case is still held back',
    missed: 'somebody was to say whether the case is still held back',
    addressee: 'the business unit',
    span: { unit: 'months', n: 1 },
    ladder: [wd(0, 'owner'), wd(5, 'owner')],
    status: 'local',
    source: `${APPENDIX_7} for the embargo; that it is looked at once a month is ours`,
    quote:
      'Actions should be planned and carried out confidentially where it is not possible to ‘publish’ a review pending a trial, inquest or any other enquiry.',
  },
} as const satisfies Record<string, ReviewClock>;
