import { type ReviewClock, wd } from './review-clock.ts';

/** Sent around a meeting: the working days are ours (governance.md C3), and so are the reminders. */
const AROUND = {
  row: 'G30 to G35',
  addressee: 'the members of the body',
  span: { unit: 'set', n: 0 },
  ladder: [wd(-1, 'owner'), wd(1, 'owner'), wd(5, 'owner')],
  status: 'local',
  source: 'Heed: the agenda ten and the papers five working days before, the minutes five after',
} as const;

/** governance.md C1 and C3: what falls due around a meeting. */
export const MEETING_CLOCKS = {
  'send-agenda': {
    ...AROUND,
    todo: 'send the agenda',
    missed: 'the agenda was to be sent',
  },
  'send-papers': {
    ...AROUND,
    todo: 'send the papers',
    missed: 'the papers were to be sent',
  },
  'send-minutes': {
    ...AROUND,
    todo: 'send the minutes and the actions',
    missed: 'the minutes and the actions were to be sent',
    span: { unit: 'working-days', n: 5 },
  },
  'say-whether-coming': {
    row: 'G11',
    todo: 'say whether you attend for your sub-group',
    missed: 'it was to be said who attends for a sub-group',
    severally: 'answers of chairs of sub-groups',
    addressee: 'the body that meets',
    span: { unit: 'set', n: 0 },
    ladder: [wd(-10, 'owner'), wd(-2, 'owner', 'manager')],
    status: 'local',
    source: 'Merton 2019, Appendix 1; the days are ours',
    quote:
      'Sub Group Chairs may be asked to attend the Executive if the business of their sub group is on the agenda.',
  },
  'write-to-accountable-officer': {
    row: 'G03',
    todo: 'write to the accountable officer of a statutory partner that was not represented',
    missed: 'the accountable officer of a statutory partner was to be written to',
    severally: 'letters to accountable officers',
    addressee: 'the accountable officer of the statutory partner',
    span: { unit: 'working-days', n: 1 },
    ladder: [wd(0, 'owner'), wd(1, 'owner'), wd(3, 'owner', 'manager'), wd(8, 'owner', 'manager')],
    status: 'local',
    source: 'Merton 2019, 8.12(a); the days are ours',
    quote:
      'In the event that a Statutory Partner fails to ensure appropriate representation at a scheduled Partnership meeting, the Independent Person will write to the accountable officer of the relevant statutory partner to raise a concern regarding the lack of attendance.',
  },
  'review-absence': {
    row: 'G04',
    todo: 'review two absences in a row with the member and their organisation',
    missed: 'two absences in a row were to be reviewed with the member',
    severally: 'reviews of absence',
    addressee: 'the member and their organisation',
    span: { unit: 'working-days', n: 5 },
    ladder: [wd(-4, 'owner'), wd(0, 'owner'), wd(5, 'owner')],
    status: 'local',
    source: 'Merton 2019, 6.10; the days are ours',
    quote:
      'Where a Member does not attend two consecutive meetings this absence will be reviewed with them on behalf of the Merton Safeguarding Children Partnership with their organisation, by the Merton Safeguarding Children Partnership Manager, on behalf of the partnership, and after this may be added to the Merton Safeguarding Children Partnership Risk Register.',
  },
} as const satisfies Record<string, ReviewClock>;

export type MeetingDuty = keyof typeof MEETING_CLOCKS;
export const MEETING_DUTIES = Object.keys(MEETING_CLOCKS) as [MeetingDuty, ...MeetingDuty[]];
