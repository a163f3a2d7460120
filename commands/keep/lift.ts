import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { plain } from '../../src/app/message.ts';
import { holdOver } from '../../src/domain/keeping/hold.ts';
import { onAny, record } from './find.ts';
import { asManager } from './manager.ts';
import { sayHold } from './words.ts';

export const keepLift = defineCommand({
  name: 'keep lift',
  summary: 'Lift the legal hold on a record; the manager alone may.',
  allow: ['business-unit'],
  fields: z.object({ record }),
  decide: ({ record: ref }, situation) =>
    onAny(ref, situation, () =>
      asManager(situation, `/keep lift ${ref}`, () => {
        const { ledger } = situation;
        const hold = ledger.holds.get(ref);
        const by = holdOver(ledger, ref);
        if (!hold)
          return refuse(
            by
              ? `${ref} is not held itself, but ${by} is, and that keeps it. /keep lift ${by} ends that.`
              : `${ref} is not held. Nothing to lift; /keep list held shows what is.`,
          );
        return accept(
          {
            ...plain(
              `${ref} is not held any more`,
              `It was held ${sayHold(hold, situation)}. Nothing is deleted by that: it is kept as long as the arrangement says, and then until somebody decides.`,
            ),
            about: [ref],
          },
          [{ type: 'hold-lifted', ref }],
        );
      }),
    ),
});
