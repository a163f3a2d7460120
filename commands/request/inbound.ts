import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { agenciesField, dayField, freeText } from '../../src/app/field.ts';
import { workingDaysBefore } from '../../src/domain/calendar.ts';
import { sayNear } from '../../src/domain/day.ts';
import { ask } from './open.ts';
import { ASKERS } from './roles.ts';

/** Ours: what time the business unit has to put the answers together. */
const TOGETHER_WD = 3;

export const requestInbound = defineCommand({
  name: 'request inbound',
  summary: 'Another partnership asks us: ask our agencies in time, and reply by its day.',
  allow: ASKERS,
  fields: z.object({
    from: freeText('Which partnership asks', { most: 80 }),
    what: freeText('What it asks', { onCase: true }),
    expected: dayField('By when does it expect our reply?'),
    to: agenciesField('Which of our agencies'),
    due: dayField('By when do they answer? Three working days before, if left out').optional(),
  }),
  decide: ({ from, what, expected, to, due }, situation) => {
    const { calendar, today } = situation;
    if (expected < today)
      return refuse(
        `${sayNear(expected, today)} is past. Give the day by which ${from} expects our reply.`,
      );
    const before = workingDaysBefore(calendar, expected, TOGETHER_WD);
    const wanted = due ?? (before < today ? expected : before);
    return ask({ kind: 'data', what, to, due: wanted, inbound: { from, expected } }, situation);
  },
});
