import { always, isReferred, meetsAct } from './criteria.ts';
import type { RuleSet } from './rule.ts';

/** Clocks that only some partnerships have; an arrangement adopts them by name. */
export const local = {
  'copy-business-unit': {
    row: 'D02a',
    todo: 'copy the notification to the business unit',
    missed: 'the notification was to be copied to the business unit',
    owner: 'notifier',
    addressee: "the partnership's business unit",
    applies: always,
    anchor: 'notified',
    span: { unit: 'calendar-days', n: 0 },
    settledBy: 'copied',
    button: { label: 'I have sent the copy', command: 'incident copied' },
    status: 'local',
    source: 'Sutton 2019, 7.2.4; the same in North East Lincolnshire',
    quote:
      'A copy of the notification will be provided to the partnership’s business management function on the same day that it is submitted.',
  },
  'internal-form': {
    row: 'D06',
    todo: "send the team manager's form",
    missed: "the team manager's form was to be sent",
    owner: 'notifier',
    addressee: "the authority's own list of senior officers",
    applies: meetsAct,
    anchor: 'occurred',
    span: { unit: 'calendar-days', n: 1 },
    settledBy: 'formed',
    button: { label: 'The form is sent', command: 'incident form-sent' },
    status: 'local',
    source: 'Knowsley procedures, notifiable incidents: 24 hours from the incident',
  },
  'refer-case': {
    row: 'D07',
    todo: 'refer the case to the partnership',
    missed: 'the case was to be referred to the partnership',
    owner: 'manager',
    addressee: 'the partnership',
    applies: isReferred,
    anchor: 'occurred',
    span: { unit: 'working-days', n: 5 },
    settledBy: 'told',
    button: { label: 'The partnership has it', command: 'incident told-partners' },
    status: 'local',
    source: 'Bury procedures: the referral form within five working days of the incident',
  },
} as const satisfies RuleSet;
