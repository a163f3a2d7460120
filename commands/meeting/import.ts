import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { daysInFile } from '../../src/app/dates-file.ts';
import { choice, freeText, sheetField } from '../../src/app/field.ts';
import type { Message } from '../../src/app/message.ts';
import { addMonths, type Day, sayNear } from '../../src/domain/day.ts';
import { OTHER_DATES } from '../../src/domain/other-dates.ts';
import { counted } from '../../src/domain/words.ts';

/** How far ahead a rule without an end is written out. */
const MONTHS = 24;
const MOST_SHOWN = 30;

export const meetingImport = defineCommand({
  name: 'meeting import',
  summary:
    'Take over the days of another board or the school holidays from an iCalendar file: meetings keep clear of them.',
  allow: ['business-unit'],
  onPage: true,
  fields: z.object({
    name: freeText('Whose they are, like Safeguarding Adults Board', { most: 60 }),
    kind: choice('What they are', OTHER_DATES, { fallback: 'meetings' }),
    file: sheetField('The iCalendar file'),
  }),
  decide: ({ name, kind, file }, { today, ledger }) => {
    const days = daysInFile(file, today, addMonths(today, MONTHS));
    if ('unclear' in days) return refuse(days.unclear);
    const before = ledger.otherDates.get(name)?.days.length ?? 0;
    if (days.length === 0 && before === 0)
      return refuse(
        `The file has no day in the next ${MONTHS} months. Check that it is the calendar you mean.`,
      );
    return accept(said(name, days, before, today), [
      { type: 'dates-imported', name, dates: { is: kind, days } },
    ]);
  },
});

const said = (name: string, days: readonly Day[], before: number, today: Day): Message => ({
  title: `${counted(days.length, 'day')} of ${name} ${days.length === 1 ? 'is' : 'are'} kept clear${before > 0 ? `, in place of the ${before} before` : ''}`,
  blocks: [
    {
      type: 'list',
      items: [
        ...days.slice(0, MOST_SHOWN).map((day) => sayNear(day, today)),
        ...(days.length > MOST_SHOWN ? [`and ${days.length - MOST_SHOWN} more`] : []),
      ],
    },
  ],
  buttons: [],
  about: [],
});
