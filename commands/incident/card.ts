import type { Situation } from '../../src/app/command.ts';
import {
  type Block,
  type Button,
  type Message,
  MOST_BUTTONS,
  text,
} from '../../src/app/message.ts';
import { areaName } from '../../src/domain/areas.ts';
import { sayCounting, sayUnproclaimed } from '../../src/domain/count.ts';
import { londonDay, sayDay } from '../../src/domain/day.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { DATES, type Incident } from '../../src/domain/incident.ts';
import { postOf, sayPerson } from '../../src/domain/posts.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { hasRole, KEEPERS, type Role } from '../../src/domain/roles.ts';
import { meetsAct } from '../../src/domain/rules/criteria.ts';
import { capital } from '../../src/domain/words.ts';
import { sayEmbargo } from '../review/held-back.ts';
import { DATE_TITLES, RAISED_BY, sayCircumstances, sayCriteria, sayStateOf } from './words.ts';

/** One incident, as a person may act on it. */
export const incidentCard = (incident: Incident, situation: Situation, title: string): Message => {
  const duties = dutiesOf(incident, situation);
  return {
    title,
    blocks: [
      ...sayEmbargo(incident),
      { type: 'facts', rows: factsOf(incident, situation) },
      text(sayCriteria(incident, duties)),
      ...listOf(duties.map(sayDuty(situation))),
      ...listOf(historyOf(incident, situation)),
    ],
    buttons: buttonsOf(incident, duties, situation),
    about: [incident.ref],
    duties,
    again: { command: 'incident show', fields: { incident: incident.ref } },
  };
};

const factsOf = (
  incident: Incident,
  { arrangement }: Situation,
): readonly (readonly [string, string])[] => [
  ['Children', incident.children.join(', ')],
  ...named('Area', incident.area && capital(areaName(arrangement, incident.area))),
  ['Circumstances', sayCircumstances(incident.circumstances)],
  ['Raised by', RAISED_BY[incident.circumstances.raisedBy]],
  ...DATES.flatMap((name): readonly (readonly [string, string])[] => {
    const date = incident.dates[name];
    return date ? [[DATE_TITLES[name], sayDay(date.on)]] : [];
  }),
  ...named('Secure reference', incident.circumstances.secureRef),
  ...named("Panel's reference", incident.panelRef),
  ...named('Review', incident.review),
];

const named = (name: string, value: string | undefined): readonly (readonly [string, string])[] =>
  value ? [[name, value]] : [];

const sayDuty =
  ({ arrangement }: Situation) =>
  (duty: Duty): string => {
    const { rule, count, owner } = duty;
    const said = `${capital(rule.todo)}: ${sayStateOf(duty)}`;
    if (!isOpen(duty)) return said;
    const how = count.span.n > 0 ? `. ${sayCounting(count)}${sayUnproclaimed(count)}` : '';
    return `${said}, the ${postOf(arrangement, owner).called}${how}`;
  };

const historyOf = (
  { corrections, withdrawn }: Incident,
  { arrangement }: Situation,
): readonly string[] => [
  ...corrections.map(
    ({ at, by, what, reason }) =>
      `Corrected on ${sayDay(londonDay(at))} by ${sayPerson(arrangement, by)}: ${what}. Reason: ${reason}`,
  ),
  ...(withdrawn
    ? [
        `Withdrawn on ${sayDay(londonDay(withdrawn.at))} by ${sayPerson(arrangement, withdrawn.by)}${withdrawn.reason ? `. Reason: ${withdrawn.reason}` : ''}`,
      ]
    : []),
];

const listOf = (items: readonly string[]): readonly Block[] =>
  items.length > 0 ? [{ type: 'list', items }] : [];

/** Once it is notified its review has clocks of its own, which somebody has to start. */
const mayStart = (incident: Incident, roles: readonly Role[]): boolean =>
  hasRole(roles, ['business-unit']) &&
  incident.dates.notified !== undefined &&
  !incident.review &&
  !incident.withdrawn &&
  meetsAct(incident);

const startOf = (ref: Ref): Button => ({
  label: 'Start its rapid review',
  command: 'review start',
  fields: { incident: ref },
  record: ref,
});

const buttonsOf = (
  incident: Incident,
  duties: readonly Duty[],
  { roles }: Situation,
): readonly Button[] => {
  const { ref } = incident;
  const open = hasRole(roles, KEEPERS) ? duties.filter(isOpen) : [];
  const actions = new Map(
    open.flatMap(({ settle }) => (settle ? [[settle.command, { ...settle, record: ref }]] : [])),
  );
  return [
    ...[...actions.values()].slice(0, MOST_BUTTONS - (mayStart(incident, roles) ? 2 : 1)),
    ...(mayStart(incident, roles) ? [startOf(ref)] : []),
    { label: 'Why?', command: 'why', fields: { about: ref }, record: ref },
  ];
};
