import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { CASE_ROLES } from '../../src/domain/roles.ts';
import { incidentCard } from './card.ts';
import { onIncident } from './find.ts';

export const incidentShow = defineCommand({
  name: 'incident show',
  summary: 'Show one incident: its dates, its clocks and its corrections.',
  allow: CASE_ROLES,
  fields: z.object({ incident: referenceField('Which incident', 'SI') }),
  decide: ({ incident: ref }, situation) =>
    onIncident(ref, situation, (incident) => accept(incidentCard(incident, situation, ref))),
});
