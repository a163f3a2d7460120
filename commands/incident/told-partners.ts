import { defineCommand } from '../../src/app/command.ts';
import { KEEPERS } from '../../src/domain/roles.ts';
import { datedFields, recordDate } from './dated.ts';

export const incidentToldPartners = defineCommand({
  name: 'incident told-partners',
  summary: 'Record that the safeguarding partners have been told.',
  allow: KEEPERS,
  fields: datedFields('When were the safeguarding partners told?'),
  decide: ({ incident, on }, situation) =>
    recordDate(
      { incident, on, date: 'told', said: 'the safeguarding partners were told' },
      situation,
    ),
});
