import { z } from 'zod';
import { bodyName } from '../../src/app/action-words.ts';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { bodyField, dayField, words } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { sayNear } from '../../src/domain/day.ts';
import { agendaCard } from './card.ts';
import { sayClashes } from './clash.ts';
import { readTime, scheduled } from './fields.ts';

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
    const { today } = situation;
    if (on < today) return refuse(`${sayNear(on, today)} is past. Give a day to come.`);
    const read = readTime(at);
    if ('wrong' in read) return refuse(read.wrong);
    const meeting = scheduled({ body, on, at: read.time }, situation);
    const change = { type: 'meeting-scheduled', meeting } as const;
    const then = afterChanges(situation, [change]);
    const title = `${meeting.ref}: ${bodyName(situation, body)} meets on ${sayNear(on, today)}`;
    return accept(
      agendaCard(
        meeting,
        then,
        title,
        sayClashes(meeting, '/meeting move gives it another', situation),
      ),
      [change],
    );
  },
});
