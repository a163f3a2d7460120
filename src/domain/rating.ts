import { type Action, doneOf, eventsOf, type RATINGS } from './action.ts';
import { type Calendar, workingDaysBetween } from './calendar.ts';
import type { Day } from './day.ts';

/** How an action stands, in a word and with why; a colour is never all that is said. */
interface Standing {
  readonly is: (typeof RATINGS)[number] | 'done';
  readonly why: string;
}

/** An action that is due within so many working days wants looking at. */
const SOON = 5;

/** What is late is red whatever anybody says of it; otherwise its owner's own word counts. */
export const standingOf = (
  action: Action,
  { calendar, today }: { readonly calendar: Calendar; readonly today: Day },
): Standing => {
  if (doneOf(action)) return { is: 'done', why: 'it is done' };
  if (action.due < today) return { is: 'red', why: 'late' };
  const said = saidOf(action);
  if (said) return { is: said, why: 'as was last said' };
  return workingDaysBetween(calendar, today, action.due) <= SOON
    ? { is: 'amber', why: `due within ${SOON} working days` }
    : { is: 'green', why: 'in time' };
};

/** What its owner said last, since it was last opened. */
const saidOf = (action: Action): (typeof RATINGS)[number] | undefined => {
  const since = eventsOf(action).findLastIndex(({ is }) => is === 'reopened');
  const later = eventsOf(action).slice(since + 1);
  const last = later.findLast((event) => event.is === 'updated' && event.rating !== undefined);
  return last?.is === 'updated' ? last.rating : undefined;
};
