import type { Arrangement, Override, Rung } from '../arrangement.ts';
import type { Calendar } from '../calendar.ts';
import type { Count } from '../count.ts';
import type { Day, Instant } from '../day.ts';
import type { Dated } from '../incident.ts';
import type { PostId } from '../item.ts';
import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import type { Clock } from '../rules/terms.ts';

type DutyState = 'open' | 'done' | 'late' | 'withdrawn';

/** Something a post must do by a day. Drawn from a record, never stored. */
export interface Duty {
  readonly record: Ref;
  /** Its name: "notify-panel". */
  readonly name: string;
  /** "wt2018/notify-panel", "devon/summaries" */
  readonly ruleId: string;
  readonly rule: Clock;
  readonly owner: PostId;
  /** Whose part of the record it is, where several owe the same: an agency's id. */
  readonly part?: string;
  /** The area that its case is of: an escalation goes to the partners of that one, and to those of all. */
  readonly area?: string;
  /** The body that follows it. */
  readonly body?: string;
  /** What exactly is to be done, where the rule's words do not say it; never on a lock screen. */
  readonly what?: string;
  /** Which time round it is, where one that is done is owed anew: a later one is no move of an earlier. */
  readonly round?: string | number;
  readonly count: Count;
  readonly due: Day;
  readonly state: DutyState;
  /** The date that started it, and who entered it when. */
  readonly started: Dated;
  /** "The council became aware on", before "Mon 30 Mar". */
  readonly began: string;
  /** Since when it has been owed: a rung that fell before was never missed. */
  readonly since: Instant;
  readonly doneOn?: Day;
  readonly override?: Override;
  /** Its reminders where the arrangement has none for it; the default ones without. */
  readonly ladder?: readonly Rung[];
  /** What else has to be known of its day, in a sentence. */
  readonly note?: string;
  /** The button that records it, where one press can. */
  readonly settle?: Press;
  /** Where one press does not do: what whoever owes it may answer, at most three. */
  readonly answers?: readonly Press[];
  /** The button for those who only look. */
  readonly see: Press;
}

/** A command with its fields filled in, under a phrase. */
export interface Press {
  readonly label: string;
  readonly command: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What drawing a duty needs to know beside the record. */
export interface Setting {
  readonly arrangement: Arrangement;
  readonly calendar: Calendar;
  readonly today: Day;
  /** The records that this one hangs on, or that hang on it. */
  readonly ledger: Pick<Ledger, 'records'>;
}

/** Whether a duty is the one of this name, and of this part where there are several. */
export const isCalled = (
  { name, part }: Pick<Duty, 'name' | 'part'>,
  wanted: { readonly duty: string; readonly part?: string | undefined },
): boolean => name === wanted.duty && part === wanted.part;

/** What is to be done, for those who may see the record: after "to", or by itself. */
export const todoOf = ({ what, rule }: Duty): string => what ?? rule.todo;

export const isOpen = ({ state }: Duty): boolean => state === 'open' || state === 'late';

export const stateOf = (
  due: Day,
  today: Day,
  done: Dated | undefined,
  isWithdrawn: boolean,
): DutyState => {
  if (done) return 'done';
  if (isWithdrawn) return 'withdrawn';
  return due < today ? 'late' : 'open';
};
