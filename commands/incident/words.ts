import { type Day, sayDay } from '../../src/domain/day.ts';
import type { Duty } from '../../src/domain/duty.ts';
import type { Circumstances, DateName, Incident } from '../../src/domain/incident.ts';

/** What each date is called on a card and in a correction. */
export const DATE_TITLES = {
  occurred: 'Happened',
  aware: 'Council aware',
  told: 'Partnership told',
  notified: 'Notification submitted',
  copied: 'Copied to the business unit',
  formed: "Manager's form sent",
} as const satisfies Record<DateName, string>;

const HARM = { died: 'died', 'seriously-harmed': 'seriously harmed' } as const;
const ABUSE = {
  known: 'abuse or neglect known',
  suspected: 'abuse or neglect suspected',
  'not-suspected': 'abuse or neglect not suspected',
} as const;
const PLACE = {
  'in-area': 'in the area',
  'outside-england': 'outside England',
  'other-area': 'in another area of England',
} as const;

/** The authority that section 16C(1) of the Children Act 2004 asks to notify (S0, Appendix 7). */
export const WHOSE_AREA =
  'Where the child died or was harmed; where the child normally lives, if that was outside England.';

export const RAISED_BY = {
  'local-authority': 'the council',
  agency: 'an agency',
  cdop: 'the child death overview panel',
} as const satisfies Record<Circumstances['raisedBy'], string>;

/** "Died; abuse or neglect suspected; in the area; looked after" */
export const sayCircumstances = (facts: Circumstances): string => {
  const said = [
    HARM[facts.harm],
    ABUSE[facts.abuse],
    PLACE[facts.place],
    ...(facts.lookedAfter ? ['looked after'] : []),
    ...(facts.careLeaver ? ['care leaver'] : []),
    ...(facts.age === '18-to-24' ? ['aged 18 to 24'] : []),
  ].join('; ');
  return said.charAt(0).toUpperCase() + said.slice(1);
};

/** What follows from the criteria, in a sentence. */
export const sayCriteria = (incident: Incident, duties: readonly Duty[]): string => {
  if (incident.withdrawn) return 'It was withdrawn: nothing is owed on it any more.';
  const has = (name: string) => duties.some((duty) => duty.name === name);
  if (has('notify-panel'))
    return 'Section 16C(1) of the Children Act 2004 applies: the council notifies the Panel, and a rapid review follows.';
  if (has('notify-secretary-of-state-and-ofsted'))
    return 'The Secretary of State and Ofsted are notified of this death whether or not abuse is suspected. No rapid review follows from that alone.';
  if (incident.circumstances.place === 'other-area')
    return 'It happened in another area of England: the authority there notifies the Panel and reviews it, and this partnership contributes.';
  if (incident.circumstances.age === '18-to-24')
    return 'The rule-set in force here has no notification for the death of a care leaver, so no clock runs. The partners may still decide on a local review.';
  return `It does not meet the criteria of section 16C(1), so nothing has to be notified. If abuse or neglect comes to be suspected: /incident correct ${incident.ref} abuse=suspected.`;
};

/** "Notify the Panel: by Wed 8 Apr 2026, the notifier" */
export const sayStateOf = (duty: Duty): string => {
  switch (duty.state) {
    case 'open':
      return `by ${sayDay(duty.due)}`;
    case 'late':
      return `late, was due ${sayDay(duty.due)}`;
    case 'withdrawn':
      return 'withdrawn';
    case 'done':
      return `done ${sayDone(duty.due, duty.doneOn)}`;
  }
};

const sayDone = (due: Day, on: Day = due): string =>
  on > due ? `${sayDay(on)}, after it was due on ${sayDay(due)}` : sayDay(on);
