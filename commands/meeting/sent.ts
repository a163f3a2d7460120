import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { choice, dayField } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import { sayNear } from '../../src/domain/day.ts';
import { MEETING_PAPERS } from '../../src/domain/meetings/meeting.ts';
import { meeting, onMeeting, writtenOn } from './fields.ts';

const SAID = {
  agenda: 'the agenda is',
  papers: 'the papers are',
  minutes: 'the minutes are',
} as const;

export const meetingSent = defineCommand({
  name: 'meeting sent',
  summary: 'Record that the agenda, the papers or the minutes of a meeting went out.',
  allow: ['business-unit'],
  fields: z.object({
    meeting,
    what: choice('What went out', MEETING_PAPERS),
    on: dayField('On which day', { fallback: 'today' }),
  }),
  decide: ({ meeting: ref, what, on }, situation) =>
    onMeeting(ref, situation, (found) => {
      const { today } = situation;
      const before = found.sent[what];
      if (before)
        return accept(
          plain(
            `${ref}: ${SAID[what]} sent since ${sayNear(before.on, today)}. Nothing more is needed.`,
          ),
        );
      if (found.cancelled)
        return refuse(
          `${ref} is cancelled, so nothing goes out for it. /meeting list shows the others.`,
        );
      if (on > today)
        return refuse(`${sayNear(on, today)} is still to come. Record it once it went out.`);
      if (what === 'minutes' && found.on > on)
        return refuse(
          `${ref} is on ${sayNear(found.on, today)}, so there are no minutes of it yet. Record them once they went out.`,
        );
      const change = { type: 'meeting-sent', ref, what, on } as const;
      return writtenOn(ref, [change], situation, () => ({ title: `${ref}: ${SAID[what]} sent` }));
    }),
});
