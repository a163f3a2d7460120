import { isLookedAfterDeath, meetsAct } from './criteria.ts';
import type { RuleSet } from './rule.ts';

/** Working Together 2018, as the seeds quote it. */
export const wt2018 = {
  'notify-panel': {
    row: 'D01',
    todo: 'notify the Panel',
    missed: 'the Panel was to be notified',
    owner: 'notifier',
    addressee: 'the Child Safeguarding Practice Review Panel',
    applies: meetsAct,
    anchor: 'aware',
    span: { unit: 'working-days', n: 5 },
    settledBy: 'notified',
    button: { label: 'I have notified them', command: 'incident notified' },
    status: 'statutory',
    source:
      'Children Act 2004, section 16C(1); Working Together 2018, chapter 4 (Merton 2019, Appendix 7; Sutton 2019, 7.2.4)',
    quote:
      'The local authority must notify any event that meets the above criteria to the Panel. They should do so within five working days of becoming aware that the incident has occurred.',
    confirm: true,
    unsure: 'the paragraph numbers in chapter 4',
  },
  'tell-partners': {
    row: 'D02',
    todo: 'tell the safeguarding partners',
    missed: 'the safeguarding partners were to be told',
    owner: 'notifier',
    addressee: 'the safeguarding partners, in other areas too where appropriate',
    applies: meetsAct,
    anchor: 'aware',
    span: { unit: 'working-days', n: 5 },
    settledBy: 'told',
    button: { label: 'I have told the partners', command: 'incident told-partners' },
    status: 'guidance',
    source: 'Working Together 2018, chapter 4 (Merton 2019, Appendix 7)',
    quote:
      'The local authority should also report the event to the safeguarding partners in their area (and in other areas if appropriate) within five working days.',
  },
  'notify-secretary-of-state-and-ofsted': {
    row: 'D03',
    todo: 'notify the Secretary of State and Ofsted',
    missed: 'the Secretary of State and Ofsted were to be notified',
    owner: 'notifier',
    addressee: 'the Secretary of State and Ofsted, through the same online system',
    applies: isLookedAfterDeath,
    anchor: 'aware',
    span: { unit: 'working-days', n: 5 },
    settledBy: 'notified',
    button: { label: 'I have notified them', command: 'incident notified' },
    status: 'statutory',
    source:
      'Working Together 2018, chapter 4 (Merton 2019, Appendix 7) for the duty; GOV.UK, Report a serious child safeguarding incident, for the five working days',
    quote:
      'The local authority must also notify the Secretary of State and Ofsted where a looked after child has died, whether or not abuse or neglect is known or suspected.',
  },
} as const satisfies RuleSet;
