import type { Rung } from '../arrangement.ts';
import type { Span } from '../count.ts';
import { RULE_DAYS } from '../timetable.ts';
import type { Clock } from './terms.ts';

/** A clock of a review: what is written of it, how long it runs, and its own reminders. */
export interface ReviewClock extends Clock {
  readonly span: Span;
  readonly ladder: readonly Rung[];
}

const wd = (at: number, ...to: Rung['to']): Rung => ({ at, unit: 'working-days', to });
const APPENDIX_7 = 'Merton 2019, Appendix 7';
/** governance.md G67 and G68: the business unit on the day, the safeguarding partners when it is missed. */
const SAME_DAY = [wd(0, 'owner'), wd(1, 'owner'), wd(2, 'statutory-partners')] as const;

/** deadlines.md A2 to A4: rapid review, practice review, publication. */
export const REVIEW_CLOCKS = {
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
  'inform-panel-ofsted-dfe': {
    row: 'D20',
    todo: 'inform the Panel, Ofsted and the DfE',
    missed: 'the Panel, Ofsted and the DfE were to be informed',
    addressee: 'the Panel, Ofsted and the DfE',
    span: { unit: 'calendar-days', n: 0 },
    ladder: SAME_DAY,
    status: 'guidance',
    source: `Working Together 2018, chapter 4 (${APPENDIX_7})`,
    quote:
      'As soon as they have determined that a local review will be carried out, they should inform the Panel, Ofsted and DfE, including the name of any reviewer they have commissioned',
  },
  'reviewer-checkin': {
    row: 'D23, G71',
    todo: 'check in with the reviewer on progress and quality',
    missed: 'there was to be a check-in with the reviewer',
    addressee: 'the reviewer, for the safeguarding partners',
    span: { unit: 'months', n: 1 },
    ladder: [wd(-2, 'owner'), wd(0, 'owner'), wd(1, 'owner'), wd(5, 'statutory-partners')],
    status: 'statutory',
    source: 'SI 2018/789, regulation 14: "at regular intervals"; that this is once a month is ours',
  },
  'publish-review': {
    row: 'D22',
    todo: 'publish the practice review',
    missed: 'the practice review was to be published',
    addressee: 'the public',
    span: { unit: 'months', n: 6 },
    ladder: [
      wd(-40, 'owner'),
      wd(-20, 'owner'),
      wd(-10, 'owner', 'statutory-partners'),
      wd(-5, 'owner'),
      wd(-1, 'owner'),
      wd(0, 'owner'),
      wd(1, 'owner', 'statutory-partners', 'chair'),
    ],
    status: 'guidance',
    source:
      'Working Together 2018, chapter 4: no later than six months from the date of the decision to initiate a review; Trafford 2020',
    confirm: true,
    unsure: 'the six-month wording in Working Together 2018 and 2023',
  },
  'explain-delay': {
    row: 'D22a',
    todo: 'give the Panel and the Secretary of State the reasons for the delay',
    missed: 'the Panel and the Secretary of State were to have the reasons for the delay',
    addressee: 'the Panel and the Secretary of State',
    span: { unit: 'calendar-days', n: 0 },
    ladder: SAME_DAY,
    status: 'guidance',
    source: 'Working Together 2018, chapter 4',
    confirm: true,
    unsure: 'its wording, and that the reasons go to both',
  },
  'explain-withholding': {
    row: 'D26',
    todo: 'explain to the Panel and the Secretary of State why it is withheld',
    missed: 'the Panel and the Secretary of State were to have the explanation',
    addressee: 'the Panel and the Secretary of State',
    span: { unit: 'calendar-days', n: 0 },
    ladder: SAME_DAY,
    status: 'guidance',
    source: `Working Together 2018, chapter 4; ${APPENDIX_7} for the information about improvements`,
    quote:
      'In such a circumstance, they must publish any information about the improvements that should be made following the review that they consider it appropriate to publish.',
    confirm: true,
    unsure: 'that an explanation goes to the Panel and the Secretary of State',
  },
  'copy-before-publication': {
    row: 'D24',
    todo: 'send the full report to the Panel and the Secretary of State',
    missed: 'the full report was to be with the Panel and the Secretary of State',
    addressee: 'the Panel and the Secretary of State, and Ofsted by practice guidance',
    span: { unit: 'working-days', n: -7 },
    // Ten working days before publication, then eight, then the seven that are the rule.
    ladder: [
      wd(-3, 'owner'),
      wd(-1, 'owner', 'statutory-partners'),
      wd(0, 'owner', 'statutory-partners', 'chair'),
      wd(1, 'owner', 'statutory-partners', 'chair'),
    ],
    status: 'statutory',
    source:
      'The Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018, Part 3; Working Together 2018, chapter 4',
    confirm: true,
    unsure: 'the number of the regulation, the seven working days and who receives the copy',
  },
  'keep-published': {
    row: 'D25',
    todo: 'keep the report public',
    missed: 'the report was to be kept public',
    addressee: 'the public',
    span: { unit: 'months', n: 12 },
    ladder: [wd(0, 'owner')],
    status: 'guidance',
    source: `Working Together 2018, chapter 4 (${APPENDIX_7})`,
    quote: 'Published reports or information must be publicly available for at least one year.',
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
  action: {
    row: 'D30, G43, G80',
    todo: 'carry out the action',
    missed: 'the action was to be carried out',
    addressee: 'the sub-group that follows it',
    span: { unit: 'set', n: 0 },
    ladder: [
      { at: -7, unit: 'calendar-days', to: ['owner'] },
      wd(0, 'owner'),
      wd(1, 'owner', 'manager'),
      { at: 30, unit: 'calendar-days', to: ['statutory-partners'] },
    ],
    status: 'guidance',
    source: `Working Together 2018, chapter 4 (${APPENDIX_7})`,
    quote:
      'Any recommendations should be clear on what is required of relevant agencies and others collectively and individually, and by when',
  },
} as const satisfies Record<string, ReviewClock>;

export type ReviewDuty = keyof typeof REVIEW_CLOCKS;
export const REVIEW_DUTIES = Object.keys(REVIEW_CLOCKS) as [ReviewDuty, ...ReviewDuty[]];
