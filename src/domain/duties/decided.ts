import { decisionOf, missingFrom, type RapidReview, versionOf } from '../reviews/rapid-review.ts';
import type { Dated } from '../signed.ts';
import { listed } from '../words.ts';
import { clocked } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

/** "The same day, and never after `rapid-review`"; again for each decision. */
export const sendDuty = (
  review: RapidReview,
  whole: Duty | undefined,
  isOver: boolean,
  setting: Setting,
): readonly Duty[] => {
  const decision = decisionOf(review)?.made;
  const started = first(review.completed, decision, review.decisions.length > 1);
  return clocked(
    review,
    'send-rapid-review',
    started && {
      started,
      began: started === decision ? 'It was decided on' : 'The rapid review was completed on',
      isOver,
      done: review.sent[versionOf(review)],
      round: versionOf(review),
      note: review.completed
        ? undefined
        : `It waits for the record, which still lacks ${listed(missingFrom(review))}.`,
      latest: review.decisions.length > 1 ? undefined : laterDay(whole?.due, started.on),
      settle: {
        label: 'It is sent',
        command: 'review sent',
        fields: { review: review.ref, on: 'today' },
      },
    },
    setting,
  );
};

/** What is complete only after the rule's day is still sent the same day, and no earlier than it can be. */
const laterDay = (due: Duty['due'] | undefined, on: Duty['due']): Duty['due'] =>
  due && due > on ? due : on;

const first = (
  completed: Dated | undefined,
  decided: Dated | undefined,
  isReversed: boolean,
): Dated | undefined => {
  if (isReversed || !completed) return decided;
  return decided && decided.on < completed.on ? decided : completed;
};

/** No number of days is written anywhere for its answer, which may reverse a decision. */
export const replyDuty = (
  review: RapidReview,
  isOver: boolean,
  setting: Setting,
): readonly Duty[] => {
  const version = versionOf(review);
  const sent = review.sent[version];
  return clocked(
    review,
    'chase-panel',
    sent && {
      started: sent,
      began: 'The rapid review was sent on',
      isOver,
      done: review.replied[version],
      round: version,
      settle: {
        label: 'The Panel has replied',
        command: 'review replied',
        fields: { review: review.ref, on: 'today' },
      },
    },
    setting,
  );
};

export const familyDuty = (
  review: RapidReview,
  isOver: boolean,
  setting: Setting,
): readonly Duty[] => {
  const made = decisionOf(review)?.made;
  return clocked(
    review,
    'inform-family',
    made && {
      started: made,
      began: 'It was decided on',
      isOver,
      done: review.familyInformed[versionOf(review)],
      round: versionOf(review),
      settle: {
        label: 'The family knows',
        command: 'review informed',
        fields: { review: review.ref, whom: 'family', on: 'today' },
      },
    },
    setting,
  );
};
