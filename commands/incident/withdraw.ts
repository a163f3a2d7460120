import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { freeText, referenceField } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { KEEPERS } from '../../src/domain/roles.ts';
import { incidentCard } from './card.ts';
import { onIncident, onLiveIncident } from './find.ts';

export const incidentWithdraw = defineCommand({
  name: 'incident withdraw',
  summary: 'Withdraw an incident; its clocks stop and nothing more is sent about it.',
  allow: KEEPERS,
  fields: z.object({
    incident: referenceField('Which incident', 'SI'),
    reason: freeText('Why is it withdrawn?', { onCase: true }).optional(),
  }),
  decide: ({ incident: ref, reason }, situation) =>
    onLiveIncident(ref, situation, () => {
      const change = { type: 'incident-withdrawn', ref, reason } as const;
      const then = afterChanges(situation, [change]);
      return onIncident(ref, then, (withdrawn) =>
        accept(incidentCard(withdrawn, then, `${ref} is withdrawn`), [change]),
      );
    }),
});
