import { z } from 'zod';
import { bodyName } from '../../src/app/action-words.ts';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { bodyField, dayField, words } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { sayNear, TimeOfDay } from '../../src/domain/day.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { agendaCard } from './card.ts';

export const meetingSchedule = defineCommand({
  name: 'meeting schedule',
  summary: 'Schedule a meeting of a body; what has to be raised at it gathers by itself.',
  allow: ['business-unit'],
  fields: z.object({
    body: bodyField('Which body meets'),
    on: dayField('On which day'),
    at: words('At what time, like 14:00').optional(),
  }),
  decide: ({ body, on, at }, situation) => {
    const { today, ledger, now, actor } = situation;
    if (on < today) return refuse(`${sayNear(on, today)} is past. Give a day to come.`);
    const time = at === undefined ? undefined : TimeOfDay.safeParse(at);
    if (time && !time.success)
      return refuse('That is no time of day. Write it like 14:00, on London’s clocks.');
    const meeting: Meeting = {
      is: 'meeting',
      ref: nextReference(ledger, 'MT', today),
      body,
      on,
      ...(time ? { at: time.data } : {}),
      scheduled: { on: today, at: now, by: actor.id },
    };
    const change = { type: 'meeting-scheduled', meeting } as const;
    const then = afterChanges(situation, [change]);
    const title = `${meeting.ref}: ${bodyName(situation, body)} meets on ${sayNear(on, today)}`;
    return accept(agendaCard(meeting, then, title), [change]);
  },
});
