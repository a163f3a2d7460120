import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { addDays } from '../../src/domain/day.ts';
import { dueList, isMine } from './list.ts';
import { page } from './page.ts';

export const dueWeek = defineCommand({
  name: 'due week',
  summary: 'What I owe within seven calendar days, and what is late.',
  allow: 'everyone',
  fields: z.object({ page }),
  decide: (values, situation) => {
    const mine = isMine(situation);
    const until = addDays(situation.today, 7);
    return accept(
      dueList(
        {
          command: 'due week',
          title: (things) => `You owe ${things} within seven calendar days`,
          empty: 'You owe nothing within seven calendar days. /due shows what comes later.',
          keep: (duty) => mine(duty) && duty.due <= until,
          duties: 'of-records',
          ...values,
        },
        situation,
      ),
    );
  },
});
