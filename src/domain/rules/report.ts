import { days, type ReviewClock, wd } from './review-clock.ts';

const OURS = 'the days are ours';

/** Planned back from the publication; governance.md G37 to G39, deadlines.md D42. */
export const REPORT_CLOCKS = {
  'report-contents': {
    row: 'G37',
    todo: 'have the contents of the annual report together',
    missed: 'the contents of the annual report were to be together',
    addressee: 'the partnership',
    span: { unit: 'working-days', n: -60 },
    ladder: [wd(-20, 'owner'), wd(-5, 'owner'), wd(0, 'owner'), wd(5, 'owner', 'chair')],
    status: 'local',
    source: `Merton 2019, 9.1 and 9.2; Sutton 2019, 5.2 and section 8; ${OURS}`,
    quote:
      'The report will set out the work that partners have done as a result of the arrangements and how effective the arrangements have been in practice.',
  },
  'report-input': {
    row: 'G38',
    todo: 'comment on the draft annual report',
    missed: 'comments on the draft annual report were due',
    severally: 'comments on the draft',
    addressee: 'the business unit',
    span: { unit: 'working-days', n: -40 },
    ladder: [wd(-10, 'owner'), wd(-2, 'owner'), wd(0, 'owner'), wd(1, 'owner', 'manager')],
    status: 'local',
    source: `Merton annual report 2022-23, 5.1; ${OURS}`,
    quote:
      "The MSCP's Independent Chair, Scrutineer and Young Scrutineer have had the opportunity to review and comment.",
  },
  'sign-off': {
    row: 'G38',
    todo: 'sign the annual report off',
    missed: 'the annual report was to be signed off',
    severally: 'sign-offs',
    addressee: 'the partnership',
    span: { unit: 'working-days', n: -20 },
    ladder: [
      wd(-15, 'owner'),
      wd(-5, 'owner'),
      wd(0, 'owner'),
      wd(1, 'owner', 'deputy', 'manager'),
      wd(5, 'owner', 'chair'),
    ],
    status: 'local',
    source: `Merton 2019, 9.3; ${OURS}`,
    quote:
      'The annual report will be signed off through the governance arrangements of the Statutory Partners.',
  },
  'present-report': {
    row: 'G38',
    todo: 'present the annual report to a board outside the partnership',
    missed: 'the annual report was to be presented to a board outside the partnership',
    addressee: 'the boards and committees that the arrangement names',
    span: { unit: 'working-days', n: -5 },
    ladder: [wd(-20, 'owner'), wd(-5, 'owner'), wd(0, 'owner'), wd(5, 'owner', 'chair')],
    status: 'local',
    source: `Merton 2019, 8.7; Merton annual report 2022-23, 5.1; ${OURS}`,
    quote: 'The Annual Report will be shared the Health and Well-Being Board',
  },
  'publish-report': {
    row: 'G38',
    todo: 'publish the annual report',
    missed: 'the annual report was to be published',
    addressee: 'the local community',
    span: { unit: 'set', n: 0 },
    ladder: [wd(-10, 'owner'), wd(-2, 'owner'), wd(0, 'owner'), wd(1, 'owner', 'chair')],
    status: 'local',
    source: 'Merton 2019, 9.1; the day is the one that the business unit has set',
    unsure:
      'whether it has to be published by the end of September, as Working Together 2023 is said to have it (deadlines.md D43)',
    confirm: true,
  },
  'send-annual-report': {
    row: 'G39, D42',
    todo: 'send the published annual report',
    missed: 'the published annual report was to be sent',
    addressee: 'the Secretary of State, the DfE, Ofsted, the Panel and the What Works Centre',
    span: { unit: 'calendar-days', n: 7 },
    // On days 0, 3 and 6 after the publication; on the seventh the chair hears of it.
    ladder: [
      days(-7, 'owner'),
      days(-4, 'owner'),
      days(-1, 'owner'),
      days(0, 'owner', 'chair'),
      wd(5, 'owner', 'chair'),
    ],
    status: 'local',
    source: 'Merton 2019, 9.3; Agreement December 2021, Reporting',
    quote:
      "the report will then be sent to the Secretary of State for Education, the DfE and to Ofsted, the Child Safeguarding Practice Review Panel and the What Works Centre for Children's Social Care within seven days of publication.",
  },
} as const satisfies Record<string, ReviewClock>;

export type ReportDuty = keyof typeof REPORT_CLOCKS;
export const REPORT_DUTIES = Object.keys(REPORT_CLOCKS) as [ReportDuty, ...ReportDuty[]];
