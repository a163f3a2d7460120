import { countFrom } from '../count.ts';
import { sayDay } from '../day.ts';
import type { Incident } from '../incident.ts';
import { type RapidReview, versionOf } from '../reviews/rapid-review.ts';
import { REVIEW_CLOCKS } from '../rules/reviews.ts';
import type { Dated } from '../signed.ts';
import type { Anchor, Timetable } from '../timetable.ts';
import { clocked } from './clocked.ts';
import { familyDuty, replyDuty, sendDuty } from './decided.ts';
import { embargoDuty } from './embargo.ts';
import { type Duty, isOpen, type Setting } from './shape.ts';
import { type Start, stepDuties } from './steps.ts';

export const rapidReviewDuties = (review: RapidReview, setting: Setting): readonly Duty[] => {
  const incident = incidentOf(review, setting);
  const isOver = incident?.withdrawn !== undefined;
  return [
    ...(review.kind === 'statutory' || review.kind === 'local'
      ? ownDuties(review, incident, isOver, setting)
      : othersDuties(review, isOver, setting)),
    ...embargoDuty(review, setting),
  ];
};

const incidentOf = ({ incident }: RapidReview, { ledger }: Setting): Incident | undefined => {
  const record = ledger.records.get(incident);
  return record?.is === 'incident' ? record : undefined;
};

/** The timetable it began under; the arrangement's where that one has gone. */
export const timetableOf = ({ timetable }: RapidReview, { arrangement }: Setting): Timetable =>
  arrangement.timetables.get(timetable) ?? arrangement.timetable;

const ownDuties = (
  review: RapidReview,
  incident: Incident | undefined,
  isOver: boolean,
  setting: Setting,
): readonly Duty[] => {
  const timetable = timetableOf(review, setting);
  const isLocal = review.kind === 'local';
  const start = { ...startOf(review, incident, timetable), isOver };
  const whole = clocked(
    review,
    'rapid-review',
    {
      ...start,
      isLocal,
      firstDay: timetable.firstDay,
      done: review.completed,
      note: isLocal
        ? 'It is a local review, so nothing of it is owed to the Panel.'
        : stricter(incident, timetable, setting),
    },
    setting,
  );
  const send = isLocal ? [] : sendDuty(review, whole[0], isOver, setting);
  return [
    ...withoutSending(stepDuties(review, timetable, start, setting), send, timetable),
    ...whole,
    ...send,
    ...(isLocal ? [] : replyDuty(review, isOver, setting)),
    ...familyDuty(review, isOver, setting),
  ];
};

/** The step that sending settles says nothing of its own while sending is asked for. */
const withoutSending = (
  steps: readonly Duty[],
  send: readonly Duty[],
  timetable: Timetable,
): readonly Duty[] => {
  const folded = timetable.steps.flatMap((step) => (step.settledBy === 'sent' ? [step.name] : []));
  return send.some(isOpen)
    ? steps.filter((step) => !isOpen(step) || !folded.includes(step.name))
    : steps;
};

const BEGAN = {
  notified: 'The Panel was notified on',
  aware: 'The council became aware on',
  told: 'The partnership was told on',
  occurred: 'It happened on',
} as const satisfies Record<Anchor, string>;

/** A local review needs no notification: it is counted from when the case was raised, or from its beginning. */
const startOf = (
  { kind, started }: RapidReview,
  incident: Incident | undefined,
  { anchor }: Timetable,
): Omit<Start, 'isOver'> => {
  const wanted: readonly Anchor[] =
    kind === 'local' && anchor === 'notified' ? ['notified', 'told'] : [anchor];
  for (const name of wanted) {
    const date = incident?.dates[name];
    if (date) return { started: { ...later(date, started), on: date.on }, began: BEGAN[name] };
  }
  return { started, began: 'The review began on' };
};

/** A reminder that fell before the review was begun was never missed, whenever its anchor was entered. */
const later = (a: Dated, b: Dated): Dated => (a.at > b.at ? a : b);

/** deadlines.md D10: some count from awareness; that day is shown beside the one that is used. */
const stricter = (
  incident: Incident | undefined,
  { anchor, firstDay }: Timetable,
  { calendar }: Setting,
): string | undefined => {
  const aware = incident?.dates.aware;
  if (anchor !== 'notified' || !aware) return undefined;
  const { due } = countFrom(calendar, aware.on, REVIEW_CLOCKS['rapid-review'].span, firstDay);
  return `Counted from the council's awareness, as some read the guidance, it would be ${sayDay(due)}.`;
};

/** Another area's review to which we contribute, or an agency's own: one day, if one is known. */
const othersDuties = (review: RapidReview, isOver: boolean, setting: Setting): readonly Duty[] =>
  clocked(
    review,
    review.kind === 'contribution' ? 'contribute' : 'receive-learning',
    review.expected && {
      started: review.started,
      began: 'The day was set for',
      from: review.expected,
      isOver,
      done: review.sent[versionOf(review)],
      settle: {
        label: review.kind === 'contribution' ? 'Our part is sent' : 'The learning is here',
        command: 'review sent',
        fields: { review: review.ref, on: 'today' },
      },
    },
    setting,
  );
