import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { dueList } from './list.ts';
import { page } from './page.ts';

export const dueAll = defineCommand({
  name: 'due all',
  summary: 'Everything that is owed in the partnership, of what I may see.',
  allow: 'everyone',
  fields: z.object({ page }),
  decide: (values, situation) =>
    accept(
      dueList(
        {
          command: 'due all',
          title: (things) => `${things} owed in the partnership`,
          empty: 'Nothing is owed in the partnership that you can see.',
          keep: () => true,
          withOwner: true,
          duties: 'listed',
          ...values,
        },
        situation,
      ),
    ),
});
