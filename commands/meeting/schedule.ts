import { z } from 'zod';
import { bodyName } from '../../src/app/action-words.ts';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { bodyField, dayField, words } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { clashesOn } from '../../src/domain/cadence.ts';
import { type Day, sayNear, TimeOfDay } from '../../src/domain/day.ts';
import { aroundOf } from '../../src/domain/other-dates.ts';
import { listed } from '../../src/domain/words.ts';
import { agendaCard } from './card.ts';
import { scheduled } from './fields.ts';

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
    const time = at === undefined ? undefined : TimeOfDay.safeParse(at);
    if (time && !time.success)
      return refuse('That is no time of day. Write it like 14:00, on London’s clocks.');
    const meeting = scheduled({ body, on, at: time?.data }, situation);
    const change = { type: 'meeting-scheduled', meeting } as const;
    const then = afterChanges(situation, [change]);
    const title = `${meeting.ref}: ${bodyName(situation, body)} meets on ${sayNear(on, today)}`;
    return accept(agendaCard(meeting, then, title, clash(on, situation)), [change]);
  },
});

/** S0 section 10: where possible, not in the school holidays and not on another board's day. It is said, not refused. */
const clash = (on: Day, situation: Situation): readonly string[] => {
  const clashes = clashesOn(aroundOf(situation), on);
  return clashes.length > 0
    ? [
        `That day is also: ${listed(clashes)}. /meeting cancel takes it back; /meeting plan finds clear days.`,
      ]
    : [];
};
