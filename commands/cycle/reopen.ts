import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { freeText } from '../../src/app/field.ts';
import { entry, mayClose, onEntry } from './find.ts';
import { writtenOn } from './written.ts';

export const cycleReopen = defineCommand({
  name: 'cycle reopen',
  summary: 'Open an entry of the annual cycle again that was not done after all.',
  allow: 'everyone',
  fields: z.object({ entry, reason: freeText('Why?', { most: 300 }) }),
  decide: ({ entry: ref, reason }, situation) =>
    onEntry(ref, situation, (found) => {
      if (!mayClose(found, situation))
        return refuse(`${ref} is not yours to open. Ask whoever sees to it, or the business unit.`);
      if (!found.done)
        return refuse(`${ref} is not recorded as done. Record it with /cycle done ${ref}.`);
      const change = { type: 'cycle-reopened', ref, reason } as const;
      return writtenOn(ref, [change], `${ref} is open again`, situation, [`Reason: ${reason}`]);
    }),
});
