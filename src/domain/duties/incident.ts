import { ownerIn } from '../areas.ts';
import type { Arrangement, Override } from '../arrangement.ts';
import { arrangementOn } from '../arrangement-on.ts';
import { countFrom } from '../count.ts';
import { type Instant, londonDay } from '../day.ts';
import type { DateName, Incident } from '../incident.ts';
import type { PostId } from '../item.ts';
import type { Rule } from '../rules/rule.ts';
import { type ChosenRule, rulesOf } from '../rules/rule-sets.ts';
import { embargoDuty } from './embargo.ts';
import { seeOf } from './see.ts';
import { type Duty, type Setting, stateOf } from './shape.ts';

export const incidentDuties = (incident: Incident, setting: Setting): readonly Duty[] => {
  const { ruleSet, adopted } = beganUnder(incident, setting);
  return [
    ...rulesOf(ruleSet, adopted)
      .filter(({ rule }) => rule.applies(incident))
      .flatMap((chosen) => incidentDuty(incident, chosen, setting)),
    ...(incident.review ? [] : embargoDuty(incident, setting)),
  ];
};

/** The arrangement of the day on which the council became aware, else of the day it was logged: its clocks stay those. */
const beganUnder = ({ dates, logged }: Incident, { arrangement }: Setting): Arrangement =>
  arrangementOn(arrangement, dates.aware?.on ?? londonDay(logged.at));

const BEGAN = {
  occurred: 'It happened on',
  aware: 'The council became aware on',
  told: 'The partnership was told on',
  notified: 'The Panel was notified on',
  copied: 'The copy was sent on',
  formed: 'The form was sent on',
} as const satisfies Record<DateName, string>;

const incidentDuty = (
  incident: Incident,
  { id, duty, rule }: ChosenRule,
  setting: Setting,
): readonly Duty[] => {
  const { calendar, today } = setting;
  const override = overrideOf(incident, duty, rule, beganUnder(incident, setting));
  const anchor = override?.anchor ?? rule.anchor;
  const started = incident.dates[anchor];
  if (!started) return [];
  const { ref } = incident;
  const count = countFrom(calendar, started.on, override?.span ?? rule.span, override?.firstDay);
  const done = incident.dates[rule.settledBy];
  return [
    {
      record: ref,
      name: duty,
      ruleId: id,
      rule,
      owner: ownerIn(setting.arrangement, rule.owner as PostId, incident.area),
      count,
      due: count.due,
      started,
      began: BEGAN[anchor],
      since: [started.at, incident.struck?.[rule.settledBy], incident.moved].reduce<Instant>(
        later,
        started.at,
      ),
      state: stateOf(count.due, today, done, incident.withdrawn !== undefined),
      settle: { ...rule.button, fields: { incident: ref, on: 'today' } },
      see: seeOf(incident),
      ...(done ? { doneOn: done.on } : {}),
      ...(override ? { override } : {}),
    },
  ];
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
