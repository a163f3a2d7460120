import { type Calendar, isWorkingDay } from './calendar.ts';
import { type Count, explainCount } from './count.ts';
import { addDays, sayDay, sayShort } from './day.ts';
import type { Duty } from './duty.ts';
import { capital, listed } from './words.ts';

/** Why a duty is due on its day: the rule, its source and status, the days counted and skipped. */
export const explainDuty = (duty: Duty, calendar: Calendar): readonly string[] => [
  `${capital(duty.rule.todo)}: ${sayDay(duty.due)}${STATE[duty.state]}.`,
  `${explainCount(duty.count)}.`,
  ...sayCounted(duty.count, calendar),
  `Rule ${duty.ruleId} (${duty.rule.row}), ${STATUS[duty.rule.status]}. Addressed to ${duty.rule.addressee}.`,
  `Source: ${duty.rule.source}.`,
  ...(duty.rule.quote ? [`“${duty.rule.quote}”`] : []),
  ...(duty.note ? [duty.note] : []),
  ...sayOverride(duty),
  ...(duty.rule.confirm
    ? [`To be confirmed by your legal adviser: ${duty.rule.unsure ?? 'its source'}.`]
    : []),
];

const STATE = { open: '', late: ', late', done: ', done', withdrawn: ', withdrawn' } as const;

const STATUS = {
  statutory: 'a statutory duty',
  guidance: 'statutory guidance',
  local: 'a local commitment',
} as const;

const MOST_LISTED = 20;

const sayCounted = ({ from, due, span, dayOne }: Count, calendar: Calendar): readonly string[] => {
  if (span.unit !== 'working-days' || span.n > MOST_LISTED || span.n < 0) return [];
  const days = dayOne === from ? [sayShort(from)] : [];
  for (let on = addDays(from, 1); on <= due; on = addDays(on, 1))
    if (isWorkingDay(calendar, on)) days.push(sayShort(on));
  return [`Days counted: ${listed(days)}.`];
};

const sayOverride = ({ override }: Duty): readonly string[] => {
  if (!override) return [];
  const until = override.until ? ` until ${sayDay(override.until)}` : '';
  return [
    `This partnership counts it differently for clocks that start on or after ${sayDay(override.from)}${until}. Reason: ${override.reason}`,
  ];
};
