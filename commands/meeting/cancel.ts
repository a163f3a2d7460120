import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { freeText } from '../../src/app/field.ts';
import { meeting, onMeeting, writtenOn } from './fields.ts';

export const meetingCancel = defineCommand({
  name: 'meeting cancel',
  summary: 'Cancel a meeting; what was to be raised at it goes to the next.',
  allow: ['business-unit'],
  fields: z.object({ meeting, reason: freeText('Why') }),
  decide: ({ meeting: ref, reason }, situation) =>
    onMeeting(ref, situation, (found) => {
      if (found.cancelled)
        return refuse(`${ref} is cancelled already. /meeting schedule schedules another.`);
      const change = { type: 'meeting-cancelled', ref, reason } as const;
      return writtenOn(ref, [change], situation, () => ({ title: `${ref} is cancelled` }));
    }),
});
