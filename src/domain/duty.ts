import type { Arrangement, Override } from './arrangement.ts';
import type { Calendar } from './calendar.ts';
import type { HeedRecord } from './change.ts';
import { type Count, countFrom } from './count.ts';
import type { Day, Instant } from './day.ts';
import type { Dated, Incident } from './incident.ts';
import type { PostId } from './item.ts';
import type { Ref } from './reference.ts';
import type { Rule } from './rules/rule.ts';
import { type ChosenRule, type RuleId, rulesOf } from './rules/rule-sets.ts';

type DutyState = 'open' | 'done' | 'late' | 'withdrawn';

/** Something a post must do by a day. Drawn from a record, never stored. */
export interface Duty {
  readonly record: Ref;
  /** Its name: "notify-panel". */
  readonly name: string;
  readonly ruleId: RuleId;
  readonly rule: Rule;
  readonly owner: PostId;
  readonly count: Count;
  readonly due: Day;
  readonly state: DutyState;
  /** The date that started it, and who entered it when. */
  readonly started: Dated;
  /** Since when it has been owed: a rung that fell before was never missed. */
  readonly since: Instant;
  readonly doneOn?: Day;
  readonly override?: Override;
}

/** What drawing a duty needs to know beside the record. */
export interface Setting {
  readonly arrangement: Arrangement;
  readonly calendar: Calendar;
  readonly today: Day;
}

/** All the duties of a record, done ones too, in the order of their due days. */
export const dutiesOf = (record: HeedRecord, setting: Setting): readonly Duty[] =>
  drawn[record.is](record, setting).toSorted((a, b) => a.due.localeCompare(b.due));

export const isOpen = ({ state }: Duty): boolean => state === 'open' || state === 'late';

const incidentDuties = (incident: Incident, setting: Setting): readonly Duty[] =>
  rulesOf(setting.arrangement.ruleSet, setting.arrangement.adopted)
    .filter(({ rule }) => rule.applies(incident))
    .flatMap((chosen) => incidentDuty(incident, chosen, setting));

const drawn = { incident: incidentDuties } as const;

const incidentDuty = (
  incident: Incident,
  { id, duty, rule }: ChosenRule,
  setting: Setting,
): readonly Duty[] => {
  const override = overrideOf(incident, duty, rule, setting.arrangement);
  const started = incident.dates[override?.anchor ?? rule.anchor];
  if (!started) return [];
  const span = override?.span ?? rule.span;
  const count = countFrom(setting.calendar, started.on, span, override?.firstDay);
  const done = incident.dates[rule.settledBy];
  return [
    {
      record: incident.ref,
      name: duty,
      ruleId: id,
      rule,
      owner: rule.owner as PostId,
      count,
      due: count.due,
      started,
      since: later(started.at, incident.struck?.[rule.settledBy]),
      state: stateOf(count.due, done, incident, setting.today),
      ...(done ? { doneOn: done.on } : {}),
      ...(override ? { override } : {}),
    },
  ];
};

const stateOf = (due: Day, done: Dated | undefined, incident: Incident, today: Day): DutyState => {
  if (done) return 'done';
  if (incident.withdrawn) return 'withdrawn';
  return due < today ? 'late' : 'open';
};

const later = (a: Instant, b: Instant = a): Instant => (a > b ? a : b);

/** The override in force on the day its clock starts; where two are, the later one. */
const overrideOf = (
  incident: Incident,
  duty: string,
  rule: Rule,
  { overrides }: Arrangement,
): Override | undefined =>
  overrides.findLast(({ clock, anchor, from, until }) => {
    const start = incident.dates[anchor ?? rule.anchor]?.on;
    return clock === duty && !!start && from <= start && (!until || start <= until);
  });
