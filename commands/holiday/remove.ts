import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { dayField } from '../../src/app/field.ts';
import { sayDay } from '../../src/domain/day.ts';
import { holidayChanged } from './changed.ts';

export const holidayRemove = defineCommand({
  name: 'holiday remove',
  summary:
    'Remove a bank holiday that has been cancelled; the owners of the days it moves are told.',
  allow: ['business-unit'],
  fields: z.object({ on: dayField('Which day') }),
  decide: ({ on }, situation) => {
    const there = situation.calendar.holidays.get(on);
    if (!there)
      return refuse(`${sayDay(on)} is not a bank holiday. /holiday list shows those there are.`);
    const change = { type: 'holiday-removed', on } as const;
    return accept(
      holidayChanged(`${sayDay(on)} is no longer a bank holiday (${there})`, change, situation),
      [change],
    );
  },
});
