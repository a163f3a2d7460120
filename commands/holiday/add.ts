import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { dayField, freeText } from '../../src/app/field.ts';
import { isWeekend, sayDay } from '../../src/domain/day.ts';
import { holidayChanged } from './changed.ts';

export const holidayAdd = defineCommand({
  name: 'holiday add',
  summary: 'Add a bank holiday that has been proclaimed; the owners of the days it moves are told.',
  allow: ['business-unit'],
  fields: z.object({
    on: dayField('Which day'),
    name: freeText('What it is called', { most: 60 }),
  }),
  decide: ({ on, name }, situation) => {
    const there = situation.calendar.holidays.get(on);
    if (there) return refuse(`${sayDay(on)} is a bank holiday already: ${there}. Nothing to add.`);
    if (isWeekend(on))
      return refuse(
        `${sayDay(on)} is not a working day anyway. Add the weekday given in its place.`,
      );
    const change = { type: 'holiday-added', on, name } as const;
    return accept(holidayChanged(`${sayDay(on)} is a bank holiday: ${name}`, change, situation), [
      change,
    ]);
  },
});
