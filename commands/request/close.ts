import { z } from 'zod';
import { defineCommand } from '../../src/app/command.ts';
import { freeText, yesNo } from '../../src/app/field.ts';
import { silentOf } from '../../src/domain/requests/part.ts';
import { counted } from '../../src/domain/words.ts';
import { onOpenRequest, request } from './find.ts';
import { ASKERS } from './roles.ts';
import { writtenOn } from './written.ts';

export const requestClose = defineCommand({
  name: 'request close',
  summary: 'Close a request. Who has not answered has not agreed: that is what is written down.',
  allow: ASKERS,
  fields: z.object({
    request,
    reason: freeText('Why is it closed?', { onCase: true }),
    withdrawn: yesNo('It should never have been asked', { fallback: 'no' }),
  }),
  decide: ({ request: ref, reason, withdrawn }, situation) =>
    onOpenRequest(ref, situation, (found) => {
      const silent = silentOf(found).length;
      const left =
        silent > 0
          ? `, ${counted(silent, 'agency', 'agencies')} without an answer`
          : ', with every answer';
      const change = { type: 'request-closed', ref, reason, withdrawn } as const;
      return writtenOn(ref, [change], `${ref} is closed${left}`, situation);
    }),
});
