import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { agenciesField, dayField, freeText } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import { silentOf } from '../../src/domain/requests/part.ts';
import { counted } from '../../src/domain/words.ts';
import { onOpenRequest, request } from './find.ts';
import { ASKERS } from './roles.ts';
import { writtenOn } from './written.ts';

export const requestExtend = defineCommand({
  name: 'request extend',
  summary: 'Give those who have not answered another day, with a reason.',
  allow: ASKERS,
  fields: z.object({
    request,
    to: dayField('Until when'),
    reason: freeText('Why'),
    for: agenciesField('Which agencies; all who have not answered, if left out').optional(),
  }),
  decide: ({ request: ref, to, reason, for: wanted }, situation) =>
    onOpenRequest(ref, situation, (found) => {
      const agencies = silentOf(found).filter((agency) => wanted?.includes(agency) ?? true);
      if (to < situation.today)
        return refuse(`${sayNear(to, situation.today)} is past. Give a day to come.`);
      if (agencies.length === 0)
        return refuse(
          `None of those still owes an answer to ${ref}, so there is no day to change. /request show ${ref} shows who does.`,
        );
      const change = { type: 'request-extended', ref, agencies, to, reason } as const;
      const title = `${ref}: ${counted(agencies.length, 'agency', 'agencies')} may answer until ${sayNear(to, situation.today)}`;
      return writtenOn(ref, [change], title, situation);
    }),
});
