import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { plain } from '../../src/app/message.ts';
import { onAny, record } from './find.ts';
import { asManager } from './manager.ts';

export const keepSpare = defineCommand({
  name: 'keep spare',
  summary: 'Take back the decision to purge a record, while it is not carried out.',
  allow: ['business-unit'],
  fields: z.object({ record }),
  decide: ({ record: ref }, situation) =>
    onAny(ref, situation, () =>
      asManager(situation, `/keep spare ${ref}`, () => {
        const { purges } = situation.ledger;
        const other = [...purges.values()].find(({ refs }) => refs.includes(ref));
        if (!other)
          return refuse(
            `Nobody has decided that ${ref} goes. Nothing to take back; /keep list decided shows what was decided.`,
          );
        return accept(
          {
            ...plain(
              `${other.ref} stays`,
              'The decision to purge it is taken back. It is kept until somebody decides again.',
            ),
            about: [...other.refs],
          },
          [{ type: 'purge-dropped', ref: other.ref }],
        );
      }),
    ),
});
