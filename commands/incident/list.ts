import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { areaField, choice, number } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { areaName } from '../../src/domain/areas.ts';
import { sayDay } from '../../src/domain/day.ts';
import { dutiesOf, isOpen } from '../../src/domain/duty.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { canSee } from '../../src/domain/posts.ts';
import { CASE_ROLES, hasRole, KEEPERS } from '../../src/domain/roles.ts';
import { counted, listed } from '../../src/domain/words.ts';

export const incidentList = defineCommand({
  name: 'incident list',
  summary: 'List the incidents, the newest first.',
  allow: CASE_ROLES,
  fields: z.object({
    state: choice('Which', ['all', 'open', 'withdrawn'], { fallback: 'all' }),
    area: areaField('Of which area'),
    page: number('Page', { least: 1, most: 9999 }, { fallback: '1' }),
  }),
  decide: ({ state, area, page }, situation) => {
    const incidents = visible(situation).filter(
      (incident) =>
        KEPT[state](incident, situation) && (area === undefined || incident.area === area),
    );
    return accept(
      paged({
        title: counted(incidents.length, 'incident'),
        empty: `No such incident is logged.${hasRole(situation.roles, KEEPERS) ? ' /incident log starts one.' : ''}`,
        rows: incidents.map((incident) => ({
          line: sayIncident(incident, situation),
          about: [incident.ref],
          duties: dutiesOf(incident, situation),
        })),
        page,
        next: { command: 'incident list', fields: { state, ...(area ? { area } : {}) } },
      }),
    );
  },
});

const visible = ({ ledger, arrangement, actor }: Situation): readonly Incident[] =>
  [...ledger.records.values()]
    .filter((record) => record.is === 'incident')
    .filter((record) => canSee(arrangement, actor, record))
    .toSorted((a, b) => b.logged.at.localeCompare(a.logged.at));

const KEPT = {
  all: () => true,
  open: (incident: Incident, situation: Situation) => dutiesOf(incident, situation).some(isOpen),
  withdrawn: (incident: Incident) => incident.withdrawn !== undefined,
} as const;

const sayIncident = (incident: Incident, situation: Situation): string =>
  `${[incident.ref, listed(incident.children), ...sayArea(incident, situation)].join(', ')}: ${stateOf(incident, situation)}`;

const sayArea = ({ area }: Incident, { arrangement }: Situation): readonly string[] =>
  area ? [areaName(arrangement, area)] : [];

const stateOf = (incident: Incident, situation: Situation): string => {
  if (incident.withdrawn) return 'withdrawn';
  const [next] = dutiesOf(incident, situation).filter(isOpen);
  if (!next) return 'nothing is owed';
  return next.state === 'late'
    ? `late: ${next.rule.missed} by ${sayDay(next.due)}`
    : `${next.rule.todo} by ${sayDay(next.due)}`;
};
