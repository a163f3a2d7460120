import { addWorkingDays, isWorkingDay } from '../calendar.ts';
import { countFrom } from '../count.ts';
import { addMonths, type Day, sayDay } from '../day.ts';
import { BODIES_TOLD, type NewsTold, type PracticeReview } from '../reviews/practice-review.ts';
import { REVIEW_CLOCKS } from '../rules/reviews.ts';
import type { Dated } from '../signed.ts';
import { clocked, type Occasion } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

export const practiceReviewDuties = (asked: PracticeReview, setting: Setting): readonly Duty[] => {
  const review = endedWithItsIncident(asked, setting);
  return [
    ...(review.type === 'lcspr' ? publicDuties(review, setting) : []),
    ...(review.type === 'national'
      ? []
      : clocked(review, 'reviewer-checkin', checkinOf(review), setting)),
  ];
};

/** What hangs on an incident that was withdrawn is over, as its rapid review is. */
const endedWithItsIncident = (
  review: PracticeReview,
  { ledger: { records } }: Setting,
): PracticeReview => {
  const rapid = records.get(review.rapidReview);
  const incident = rapid?.is === 'rapid-review' ? records.get(rapid.incident) : undefined;
  if (incident?.is !== 'incident' || !incident.withdrawn) return review;
  const { at, by } = incident.withdrawn;
  return { ...review, ended: review.ended ?? { at, by, why: 'none' } };
};

const publicDuties = (review: PracticeReview, setting: Setting): readonly Duty[] => [
  ...clocked(review, 'inform-panel-ofsted-dfe', informOf(review), setting),
  ...clocked(review, 'publish-review', publishOf(review, setting), setting),
  ...clocked(
    review,
    'explain-delay',
    toldOf(review, 'delay', review.delay?.since, 'The delay was decided on'),
    setting,
  ),
  ...clocked(
    review,
    'explain-withholding',
    toldOf(review, 'withholding', review.withheld?.since, 'It was withheld on'),
    setting,
  ),
  ...clocked(review, 'copy-before-publication', copyOf(review), setting),
  ...clocked(review, 'keep-published', keepOf(review, setting.today), setting),
];

const isOver = ({ ended }: PracticeReview): boolean => ended !== undefined;

/** Two parts, the decision and the reviewer's name: each is told the day it is known. */
const informOf = (review: PracticeReview): Occasion => {
  const decision = toldOf(review, 'decision', review.decided, 'The review was decided on');
  const named = review.reviewer?.named;
  if (!named || !decision?.done) return decision ?? { started: review.decided, began: '' };
  return toldOf(review, 'reviewer', named, 'The reviewer was named on') ?? decision;
};

const TOLD_LABEL = {
  decision: 'They know of the decision',
  reviewer: 'They know of the reviewer',
  delay: 'They know of the delay',
  withholding: 'They know why it is withheld',
} as const satisfies Record<NewsTold, string>;

const toldOf = (
  review: PracticeReview,
  of: NewsTold,
  started: Dated | undefined,
  began: string,
): Occasion | undefined =>
  started && {
    started,
    began,
    done: lastTold(review, of),
    // Another reviewer, or another delay, is owed anew; it is no move of the first.
    round: `${of} ${started.at}`,
    isOver: isOver(review),
    settle: {
      label: TOLD_LABEL[of],
      command: 'review informed',
      fields: { review: review.ref, of, on: 'today' },
    },
  };

/** Everybody has to be told; the last of them settles it. */
const lastTold = ({ told }: PracticeReview, of: NewsTold): Dated | undefined => {
  const days = recipientsOf(of).map((one) => told[of]?.[one]);
  return days.every((one) => one !== undefined)
    ? days.toSorted((a, b) => (a?.on ?? '').localeCompare(b?.on ?? '')).at(-1)
    : undefined;
};

/** Reasons for a delay or a withholding go to the Panel and, through the DfE, the Secretary of State. */
export const recipientsOf = (of: NewsTold): readonly (typeof BODIES_TOLD)[number][] =>
  of === 'delay' || of === 'withholding' ? ['panel', 'dfe'] : BODIES_TOLD;

const checkinOf = (review: PracticeReview): Occasion | undefined => {
  const { checkins, reviewer, decided, published, withheld, ref } = review;
  const last = checkins.at(-1);
  return {
    started: last ?? reviewer?.named ?? decided,
    began: last
      ? 'The last check-in was on'
      : reviewer
        ? 'The reviewer was named on'
        : 'The review was decided on',
    isOver: isOver(review),
    done: published ?? withheld?.since ?? (last?.progress === 'finished' ? last : undefined),
    round: checkins.length,
    settle: {
      label: 'We have checked in',
      command: 'review checkin',
      fields: { review: ref, progress: 'on-track', on: 'today' },
    },
  };
};

const publishOf = (review: PracticeReview, setting: Setting): Occasion => {
  const { decided, delay, published, withheld } = review;
  const base = {
    done: published ?? withheld?.since,
    isOver: isOver(review),
  };
  const { due } = countFrom(setting.calendar, decided.on, REVIEW_CLOCKS['publish-review'].span);
  return delay
    ? {
        ...base,
        started: delay.since,
        began: 'It was put off to',
        from: delay.until,
        span: { unit: 'set', n: 0 },
        note: `Six months from the decision would have been ${sayDay(due)}.`,
      }
    : {
        ...base,
        started: decided,
        began: 'The review was decided on',
        note: safeNote(due, setting),
      };
};

/** deadlines.md D22: where the six months end on a day off, the working day before is the safe one. */
const safeNote = (due: Day, { calendar }: Setting): string | undefined =>
  isWorkingDay(calendar, due)
    ? undefined
    : `That is a day off: ${sayDay(addWorkingDays(calendar, due, -1))}, the working day before it, is the safe date.`;

const copyOf = ({ planned, copied, ref, ...review }: PracticeReview): Occasion | undefined =>
  planned && {
    started: planned,
    began: 'Publication is planned for',
    done: copied,
    isOver: review.ended !== undefined || review.withheld !== undefined,
    note: 'Read as seven clear working days it would be one working day earlier.',
    settle: {
      label: 'The copy is sent',
      command: 'review sent',
      fields: { review: ref, on: 'today' },
    },
  };

/** It ends by itself: a year after publication the report may be taken down. */
const keepOf = (review: PracticeReview, today: Day): Occasion | undefined => {
  const published = review.published ?? review.planned;
  if (!published) return undefined;
  const note = 'From the day after it may be taken down.';
  const occasion = {
    started: published,
    began: review.published ? 'It was published on' : 'Publication is planned for',
    note,
    isOver: review.ended !== undefined || (review.withheld !== undefined && !review.published),
  };
  const until = addMonths(published.on, REVIEW_CLOCKS['keep-published'].span.n);
  return review.published && today > until
    ? { ...occasion, done: { ...published, on: until } }
    : occasion;
};
