import { z } from 'zod';
import { bodyName } from '../../src/app/action-words.ts';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { number } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { type CycleDay, cycleDays } from '../../src/domain/annual-cycle.ts';
import { addDays, addMonths, sayMonth } from '../../src/domain/day.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { counted } from '../../src/domain/words.ts';

export const cycleShow = defineCommand({
  name: 'cycle show',
  summary:
    'Show what the annual cycle has for the months to come, whose it is and where it is written.',
  allow: 'everyone',
  fields: z.object({
    months: number('For how many months', { least: 1, most: 36 }, { bare: true, fallback: '12' }),
    page: number('Page', { least: 1, most: 9999 }, { fallback: '1' }),
  }),
  decide: ({ months, page }, situation) => {
    const { today, arrangement } = situation;
    const until = addDays(addMonths(today, months), -1);
    const days = cycleDays(arrangement, today, until);
    return accept(
      paged({
        title: `${counted(days.length, 'thing')} in the annual cycle until ${sayMonth(until)}`,
        empty: `The arrangement has nothing in its annual cycle until ${sayMonth(until)}.`,
        rows: days.map((one) => ({ line: sayLine(one, situation), about: [], duties: [] })),
        page,
        next: { command: 'cycle show', fields: { months: String(months) } },
      }),
    );
  },
});

/** "June 2026, the scrutineer: Annual independent scrutiny, at the Partnership (S0 7.9)" */
const sayLine = ({ line, area, due }: CycleDay, { arrangement }: Situation): string => {
  const where = area ? ` for ${area.name}` : '';
  const at = line.body ? `, at ${bodyName({ arrangement }, line.body)}` : '';
  return `${sayMonth(due)}, ${sayPost(arrangement, line.owner)}: ${line.what}${where}${at} (${line.source})`;
};
