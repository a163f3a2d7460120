import { APPENDIX_7, type ReviewClock, wd } from './review-clock.ts';

/** deadlines.md A4 and governance.md G43, G80: what somebody is to do by a day that was set. */
export const action = {
  action: {
    row: 'D30, G43, G80',
    todo: 'carry out the action',
    missed: 'the action was to be carried out',
    addressee: 'the sub-group that follows it',
    span: { unit: 'set', n: 0 },
    // Governance.md G43: to the owner before and on the day, then to the body, then to the Executive.
    ladder: [
      wd(-5, 'owner'),
      wd(0, 'owner'),
      wd(1, 'body-chair'),
      { at: 30, unit: 'calendar-days', to: ['executive'] },
    ],
    status: 'guidance',
    source: `Working Together 2018, chapter 4 (${APPENDIX_7})`,
    quote:
      'Any recommendations should be clear on what is required of relevant agencies and others collectively and individually, and by when',
  },
  /** Ours: an action whose day has been put off twice is put off again only by the chair of its body. */
  'agree-extension': {
    row: 'G43',
    todo: 'agree to another day for an action, or decline',
    missed: 'another day for an action was to be agreed',
    addressee: 'whoever owes the action',
    span: { unit: 'working-days', n: 5 },
    ladder: [wd(-5, 'owner'), wd(-1, 'owner'), wd(0, 'owner'), wd(1, 'manager')],
    status: 'local',
    source: 'Heed: the third extension of an action goes to the chair of its body',
  },
} as const satisfies Record<string, ReviewClock>;
