import type { Arrangement, Override } from '../arrangement.ts';
import { arrangementOn } from '../arrangement-on.ts';
import type { HeedRecord } from '../change.ts';
import { type Count, countFrom, type Span } from '../count.ts';
import type { Day } from '../day.ts';
import type { PostId } from '../item.ts';
import { MANAGER } from '../posts.ts';
import type { ReviewClock } from '../rules/review-clock.ts';
import { REVIEW_CLOCKS, type ReviewDuty } from '../rules/reviews.ts';
import type { Dated } from '../signed.ts';
import { seeOf } from './see.ts';
import { type Duty, type Setting, stateOf } from './shape.ts';

/** What is particular to one duty of a review. */
export interface Occasion {
  readonly started: Dated;
  readonly began: string;
  readonly done?: Dated | undefined;
  readonly isOver?: boolean;
  readonly settle?: Duty['settle'] | undefined;
  readonly note?: string | undefined;
  readonly owner?: PostId;
  readonly body?: string | undefined;
  readonly what?: string | undefined;
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
  const { ruleSet } = arrangementOn(setting.arrangement, occasion.started.on);
  const set = occasion.isLocal ? 'local' : ruleSet;
  return [
    drawDuty(
      record,
      {
        name,
        ruleId: `${set}/${name}`,
        rule: occasion.isLocal ? localRule(REVIEW_CLOCKS[name]) : REVIEW_CLOCKS[name],
      },
      occasion,
      setting,
    ),
  ];
};

/** What the partnership has set itself binds nobody else, and no adviser has to confirm it. */
const localRule = ({ confirm: _, unsure: __, ...rule }: ReviewClock): ReviewClock => ({
  ...rule,
  status: 'local',
});

interface Named {
  readonly name: string;
  readonly ruleId: string;
  readonly rule: ReviewClock;
}

export const drawDuty = (
  record: HeedRecord,
  { name, ruleId, rule }: Named,
  occasion: Occasion,
  { arrangement, calendar, today }: Setting,
): Duty => {
  const { started, done, settle, note, latest, body, what, round } = occasion;
  const override = overrideOf(name, started.on, arrangementOn(arrangement, started.on));
  const count = countFrom(
    calendar,
    occasion.from ?? started.on,
    occasion.span ?? override?.span ?? rule.span,
    override?.firstDay ?? occasion.firstDay,
  );
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
    ...given({ settle, note, body, what, round, doneOn: done?.on, override }),
  };
};

/** The relaxation in force on the day the clock starts; where two are, the later one (deadlines.md D17). */
const overrideOf = (name: string, start: Day, { overrides }: Arrangement): Override | undefined =>
  overrides.findLast(
    ({ clock, from, until }) => clock === name && from <= start && (!until || start <= until),
  );

type Optional = Pick<Duty, 'settle' | 'note' | 'body' | 'what' | 'round' | 'doneOn' | 'override'>;

/** Only what there is. */
const given = (optional: { readonly [K in keyof Optional]: Optional[K] | undefined }): Optional =>
  Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
