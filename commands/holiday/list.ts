import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { number } from '../../src/app/field.ts';
import { sayDay, yearOf } from '../../src/domain/day.ts';

export const holidayList = defineCommand({
  name: 'holiday list',
  summary: 'The bank holidays of a year, as they are counted here.',
  allow: 'everyone',
  fields: z.object({ year: number('Year', { least: 2012, most: 2100 }).optional() }),
  decide: ({ year }, { calendar, today }) => {
    const wanted = year ?? yearOf(today);
    const days = [...calendar.holidays].filter(([on]) => yearOf(on) === wanted).toSorted();
    if (days.length === 0)
      return refuse(
        `The bank holidays of ${wanted} are not known here; those up to ${calendar.lastYear} are. The business unit adds one with /holiday add.`,
      );
    return accept({
      title: `Bank holidays of ${wanted}, England and Wales`,
      blocks: [{ type: 'list', items: days.map(([on, name]) => `${sayDay(on)}: ${name}`) }],
      buttons: [],
      about: [],
    });
  },
});
