import type { HeedRecord } from '../change.ts';
import { type Count, countFrom, type Span } from '../count.ts';
import type { Day } from '../day.ts';
import type { PostId } from '../item.ts';
import { REVIEW_CLOCKS, type ReviewClock, type ReviewDuty } from '../rules/reviews.ts';
import type { Dated } from '../signed.ts';
import { seeOf } from './see.ts';
import { type Duty, type Setting, stateOf } from './shape.ts';

const MANAGER = 'manager' as PostId;

/** What is particular to one duty of a review. */
export interface Occasion {
  readonly started: Dated;
  readonly began: string;
  readonly done?: Dated | undefined;
  readonly isOver?: boolean;
  readonly settle?: Duty['settle'] | undefined;
  readonly note?: string | undefined;
  readonly owner?: PostId;
  /** Where it is not counted from the day it started on. */
  readonly from?: Day;
  readonly span?: Span;
  readonly firstDay?: Count['firstDay'];
  readonly latest?: Day | undefined;
  readonly isLocal?: boolean;
  readonly round?: string | number;
}

/** A duty of a review by its name, if what starts it has happened. */
export const clocked = (
  record: HeedRecord,
  name: ReviewDuty,
  occasion: Occasion | undefined,
  setting: Setting,
): readonly Duty[] => {
  if (!occasion) return [];
  const set = occasion.isLocal ? 'local' : setting.arrangement.ruleSet;
  return [
    drawDuty(
      record,
      { name, ruleId: `${set}/${name}`, rule: REVIEW_CLOCKS[name] },
      occasion,
      setting,
    ),
  ];
};

interface Named {
  readonly name: string;
  readonly ruleId: string;
  readonly rule: ReviewClock;
}

export const drawDuty = (
  record: HeedRecord,
  { name, ruleId, rule }: Named,
  occasion: Occasion,
  { calendar, today }: Setting,
): Duty => {
  const { started, done, settle, note, latest } = occasion;
  const span = occasion.span ?? rule.span;
  const count = countFrom(calendar, occasion.from ?? started.on, span, occasion.firstDay);
  const due = latest && latest < count.due ? latest : count.due;
  return {
    record: record.ref,
    name,
    ruleId,
    rule,
    owner: occasion.owner ?? MANAGER,
    count,
    due,
    started,
    began: occasion.began,
    since: started.at,
    state: stateOf(due, today, done, occasion.isOver ?? false),
    ladder: rule.ladder,
    see: seeOf(record),
    ...(settle ? { settle } : {}),
    ...(note ? { note } : {}),
    ...(occasion.round === undefined ? {} : { round: occasion.round }),
    ...(done ? { doneOn: done.on } : {}),
  };
};
