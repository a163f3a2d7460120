import { defineCommand } from '../../src/app/command.ts';
import { KEEPERS } from '../../src/domain/roles.ts';
import { datedFields, recordDate } from './dated.ts';

export const incidentFormSent = defineCommand({
  name: 'incident form-sent',
  summary: "Record that the team manager's internal form was sent, where the council uses one.",
  allow: KEEPERS,
  fields: datedFields('When was the form sent?'),
  decide: ({ incident, on }, situation) =>
    recordDate({ incident, on, date: 'formed', said: "the manager's form was sent" }, situation),
});
