import type { Rung } from '../arrangement.ts';
import { nthWorkingDay } from '../count.ts';
import { sayShort } from '../day.ts';
import { definiteAnswer, silentOf } from '../requests/part.ts';
import type { InformationRequest } from '../requests/request.ts';
import type { RapidReview } from '../reviews/rapid-review.ts';
import { decisionOf } from '../reviews/rapid-review.ts';
import type { ReviewClock } from '../rules/review-clock.ts';
import type { Dated } from '../signed.ts';
import type { Step, Timetable } from '../timetable.ts';
import { listed } from '../words.ts';
import { drawDuty } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

/** What a step's window is counted from. */
export interface Start {
  readonly started: Dated;
  readonly began: string;
  readonly isOver: boolean;
}

/** One duty for each step of the review's timetable. */
export const stepDuties = (
  review: RapidReview,
  timetable: Timetable,
  start: Start,
  setting: Setting,
): readonly Duty[] =>
  stepsOf(review, timetable).map((step) => {
    const { name, owner, toDay } = step;
    const done = doneOf(review, step, setting);
    return drawDuty(
      review,
      { name, ruleId: `${timetable.name}/${name}`, rule: clockOf(step, timetable) },
      {
        ...start,
        owner,
        done,
        span: { unit: 'working-days', n: toDay },
        firstDay: timetable.firstDay,
        note: noteOf(step, timetable, start, setting),
        settle: settleOf(review, step),
      },
      setting,
    );
  });

/** A local review sends nothing to the Panel. */
const stepsOf = ({ kind }: RapidReview, { steps }: Timetable): readonly Step[] =>
  steps.filter(({ settledBy }) => kind === 'statutory' || settledBy !== 'sent');

/** Once the review is complete, nobody has to say that each step before it was taken. */
const doneOf = (review: RapidReview, step: Step, setting: Setting): Dated | undefined => {
  const { name, settledBy } = step;
  const events = {
    ...scopingEvents(review, setting),
    completed: review.completed,
    decided: decisionOf(review)?.made,
    sent: Object.values(review.sent)[0],
  };
  if (settledBy === 'sent') return events.sent;
  return review.steps[name] ?? (settledBy && events[settledBy]) ?? review.completed;
};

/** When its agencies were asked, and when the last of them answered. */
const scopingEvents = (
  { scoping }: RapidReview,
  { ledger: { records } }: Setting,
): { readonly asked?: Dated; readonly returned?: Dated | undefined } => {
  const request = scoping && records.get(scoping);
  if (request?.is !== 'request' || request.closed?.withdrawn) return {};
  return { asked: request.asked, returned: returnedOn(request) };
};

const returnedOn = (request: InformationRequest): Dated | undefined => {
  if (silentOf(request).length > 0) return undefined;
  return Object.values(request.parts)
    .flatMap((part) => definiteAnswer(request, part) ?? [])
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1);
};

const settleOf = ({ ref }: RapidReview, { name, todo, settledBy }: Step): Duty['settle'] =>
  settledBy === 'sent'
    ? { label: 'It is sent', command: 'review sent', fields: { review: ref, on: 'today' } }
    : {
        label: `Done: ${todo}`.slice(0, 60),
        command: 'review step',
        fields: { review: ref, step: name, on: 'today' },
      };

/** A step escalates within the business unit; the rapid review as a whole goes to the partners. */
const STEP_LADDER: readonly Rung[] = [
  { at: -2, unit: 'working-days', to: ['owner'] },
  { at: 0, unit: 'working-days', to: ['owner'] },
  { at: 1, unit: 'working-days', to: ['owner', 'deputy', 'manager'] },
];

const clockOf = ({ todo, ladder }: Step, { title, source }: Timetable): ReviewClock => ({
  row: 'D10',
  todo,
  missed: `the step “${todo}” was due`,
  addressee: 'the panel of the rapid review',
  span: { unit: 'working-days', n: 0 },
  ladder: ladder ?? STEP_LADDER,
  status: 'local',
  source: `${source} (timetable: ${title})`,
});

const noteOf = (
  { fromDay, toDay, needs, by }: Step,
  { firstDay }: Timetable,
  { started }: Start,
  { calendar }: Setting,
): string => {
  const opens = nthWorkingDay(calendar, started.on, fromDay, firstDay);
  const window =
    fromDay < toDay
      ? `It may begin on ${sayShort(opens)}, working day ${fromDay}`
      : `It is for working day ${toDay}`;
  const doneBy = by ? `; done by ${by}` : '';
  return `${window}${doneBy}${needs.length > 0 ? `; needs ${listed(needs)}` : ''}.`;
};
