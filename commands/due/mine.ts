import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { dueList, isMine } from './list.ts';
import { page } from './page.ts';

export const due = defineCommand({
  name: 'due',
  summary: 'What I owe, soonest first.',
  allow: 'everyone',
  fields: z.object({ page }),
  shortcut: { on: 'anywhere', label: 'What I owe' },
  decide: (values, situation) =>
    accept(
      dueList(
        {
          command: 'due',
          title: (things) => `You owe ${things}`,
          empty: 'You owe nothing at the moment.',
          keep: isMine(situation),
          duties: 'of-records',
          ...values,
        },
        situation,
      ),
    ),
});
