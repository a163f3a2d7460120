import { defineCommand } from '../../src/app/command.ts';
import { freeText } from '../../src/app/field.ts';
import { KEEPERS } from '../../src/domain/roles.ts';
import { datedFields, recordDate } from './dated.ts';

export const incidentNotified = defineCommand({
  name: 'incident notified',
  summary: 'Record that the Panel (or the Secretary of State and Ofsted) has been notified.',
  allow: KEEPERS,
  fields: datedFields('When was the notification submitted?').extend({
    'panel-ref': freeText("The Panel's reference", { onCase: true, most: 60 }).optional(),
  }),
  decide: ({ incident, on, 'panel-ref': panelRef }, situation) =>
    recordDate(
      { incident, on, panelRef, date: 'notified', said: 'the notification was submitted' },
      situation,
    ),
});
