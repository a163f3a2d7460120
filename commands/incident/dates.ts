import { type Day, sayNear } from '../../src/domain/day.ts';
import {
  type Circumstances,
  DATES,
  type DateName,
  type Incident,
} from '../../src/domain/incident.ts';
import { capital } from '../../src/domain/words.ts';

export type Days = Partial<Readonly<Record<DateName, Day>>>;

export const daysOf = ({ dates }: Incident): Days =>
  Object.fromEntries(Object.entries(dates).map(([name, { on }]) => [name, on]));

/** What happened on each date, and what cannot have: "it became aware", "it cannot have become aware". */
const SAID = {
  occurred: ['happened', 'it cannot have happened'],
  aware: ['became known to the council', 'the council cannot have become aware'],
  told: ['was reported to the partnership', 'the partnership cannot have been told'],
  notified: ['was notified to the Panel', 'it cannot have notified the Panel'],
  copied: ['was copied to the business unit', 'it cannot have been copied to the business unit'],
  formed: ["was reported on the manager's form", "the manager's form cannot have been sent"],
} as const satisfies Record<DateName, readonly [string, string]>;

/** The first never comes after the second. */
const ORDER = [
  ['occurred', 'aware'],
  ['aware', 'notified'],
  ['occurred', 'told'],
  ['notified', 'copied'],
  ['occurred', 'formed'],
] as const satisfies readonly (readonly [DateName, DateName])[];

/** Where the council raised the case itself, it knew before it told anybody. */
const RAISED_BY_COUNCIL = [...ORDER, ['aware', 'told']] as const;

/** Why these days cannot be, as a sentence that says what to do; nothing where they can. */
export const whyNot = (
  days: Days,
  { today, ref, raisedBy }: { today: Day; ref?: string; raisedBy?: Circumstances['raisedBy'] },
): string | undefined => {
  const future = DATES.find((name) => (days[name] ?? today) > today);
  if (future)
    return `${capital(SAID[future][1])} on ${near(days[future], today)}: that day is still to come. Check the day.`;
  const order = raisedBy === 'local-authority' ? RAISED_BY_COUNCIL : ORDER;
  const wrong = order.find(([first, then]) => isAfter(days[first], days[then]));
  return wrong ? outOfOrder(wrong, days, today, ref) : undefined;
};

const isAfter = (first: Day | undefined, then: Day | undefined): boolean =>
  first !== undefined && then !== undefined && first > then;

const outOfOrder = (
  [first, then]: readonly [DateName, DateName],
  days: Days,
  today: Day,
  ref = 'this',
): string => {
  const known =
    first === 'aware' ? `The council became aware of ${ref}` : `${capital(ref)} ${SAID[first][0]}`;
  const remedy =
    ref === 'this'
      ? 'Check both days.'
      : `Check the day, or correct ${first === 'aware' ? 'the day of awareness' : 'the earlier one'} with /incident correct ${ref}.`;
  return `${known} on ${near(days[first], today)}, so ${SAID[then][1]} on ${near(days[then], today)}. ${remedy}`;
};

const near = (day: Day | undefined, today: Day): string => (day ? sayNear(day, today) : '');
