import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { choice, freeText } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import { HOLD_REASONS } from '../../src/domain/keeping/change.ts';
import { onAny, record } from './find.ts';
import { sayHold } from './words.ts';

export const keepHold = defineCommand({
  name: 'keep hold',
  summary: 'Put a record under a legal hold: nobody can purge it until the manager lifts that.',
  allow: ['business-unit', 'statutory-partner', 'chair'],
  fields: z.object({
    record,
    reason: choice('What is it held for?', HOLD_REASONS),
    where: freeText('Where the file is that says so: its reference', {
      onCase: true,
      pointer: true,
      most: 60,
    }).optional(),
  }),
  decide: ({ record: ref, reason, where }, situation) =>
    onAny(ref, situation, () => {
      const { ledger, now, actor } = situation;
      const known = ledger.holds.get(ref);
      if (known)
        return refuse(
          `${ref} is held already, ${sayHold(known, situation)}. Nothing to add; /keep lift ${ref} ends it.`,
        );
      const held = sayHold({ reason, where, at: now, by: actor.id }, situation);
      const waiting = ledger.purges.has(ref)
        ? [`It was decided to be purged: that is not carried out while it is held.`]
        : [];
      return accept(
        {
          ...plain(
            `${ref} is held`,
            `It is held ${held}. Neither it nor what belongs to it can be purged, however long it has been kept.`,
            ...waiting,
            `The manager lifts it with /keep lift ${ref}.`,
          ),
          about: [ref],
        },
        [{ type: 'held', ref, reason, ...(where === undefined ? {} : { where }) }],
      );
    }),
});
