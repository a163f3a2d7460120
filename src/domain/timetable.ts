import type { Rung } from './arrangement.ts';
import type { FirstDay } from './count.ts';
import type { PostId } from './item.ts';

/** What a rapid review may be counted from (deadlines.md D08, D10). */
export const ANCHORS = ['notified', 'aware', 'told', 'occurred'] as const;
export type Anchor = (typeof ANCHORS)[number];

/** What settles a step by itself; every other is settled by whoever says that it is done. */
export const STEP_EVENTS = ['asked', 'returned', 'completed', 'decided', 'sent'] as const;

/** How one partnership runs its rapid reviews: data, since no two do it alike. */
export interface Timetable {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly anchor: Anchor;
  readonly firstDay: FirstDay;
  readonly steps: readonly Step[];
}

export interface Step {
  /** Its duty's name: "summaries". */
  readonly name: string;
  /** "collect the agencies' summaries": after "to". */
  readonly todo: string;
  readonly owner: PostId;
  /** Who does the work, where the owner only sees that it is done: "the agencies". */
  readonly by?: string | undefined;
  /** Its window, in working days from the anchor. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly needs: readonly string[];
  readonly settledBy?: (typeof STEP_EVENTS)[number] | undefined;
  readonly ladder?: readonly Rung[] | undefined;
}

/** Panel guidance; in Trafford's words "a non-statutory expectation" (deadlines.md D10). */
export const RULE_DAYS = 15;

/** A timetable that passes the rule is used as it stands, and says so. */
export const overrunOf = ({ name, steps }: Timetable): string | undefined => {
  const last = steps.toSorted((a, b) => a.toDay - b.toDay).at(-1);
  const over = (last?.toDay ?? 0) - RULE_DAYS;
  return last && over > 0
    ? `The timetable ${name} ends after the rule: its last step, ${last.name}, is on working day ${last.toDay}, ${over} working ${over === 1 ? 'day' : 'days'} after the ${RULE_DAYS} that the rule allows.`
    : undefined;
};
