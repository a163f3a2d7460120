import type { HeedRecord } from '../change.ts';
import { type Day, daysBetween } from '../day.ts';
import { GOVERNANCE_CLOCKS, type GovernanceDuty } from '../rules/governance.ts';
import type { ReviewClock } from '../rules/review-clock.ts';
import { drawDuty, type Occasion } from './clocked.ts';
import type { Duty, Press, Setting } from './shape.ts';

/** One duty of the partnership's business by its name; with several `answers`, the first is its button in a list. */
export const governed = (
  record: HeedRecord,
  name: GovernanceDuty,
  { answers = [], ladder, ...occasion }: Governed,
  setting: Setting,
): Duty => {
  const clock: ReviewClock = GOVERNANCE_CLOCKS[name];
  const rule = ladder ? { ...clock, ladder } : clock;
  const [settle] = answers;
  const duty = drawDuty(
    record,
    { name, ruleId: `governance/${name}`, rule },
    { settle, ...occasion },
    setting,
  );
  return answers.length > 1 ? { ...duty, answers } : duty;
};

interface Governed extends Occasion {
  readonly answers?: readonly Press[];
  /** Its own reminders, where they hang on its days. */
  readonly ladder?: ReviewClock['ladder'];
}

/** Whoever owes something by a day that was set hears of it as it begins, when that can no longer be undone. */
export const fromTheDay = (given: Day, due: Day): ReviewClock['ladder'] => [
  { at: -daysBetween(given, due), unit: 'calendar-days', to: ['owner'] },
];
