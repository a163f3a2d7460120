import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { dayField, freeText, words } from '../../src/app/field.ts';
import { saySeats } from '../../src/app/meeting-words.ts';
import { sayNear } from '../../src/domain/day.ts';
import { emptyTwice } from '../../src/domain/meetings/attendance.ts';
import { listed } from '../../src/domain/words.ts';
import { meeting, onMeeting, writtenOn } from './fields.ts';

export const meetingAbsence = defineCommand({
  name: 'meeting absence',
  summary: 'Record what came of the talk with a member who missed two meetings in a row.',
  allow: ['business-unit'],
  fields: z.object({
    meeting,
    seat: words('Whose seat was empty, by agency'),
    outcome: freeText('What was agreed with them and their organisation'),
    on: dayField('On which day', { fallback: 'today' }),
  }),
  decide: ({ meeting: ref, seat, outcome, on }, situation) =>
    onMeeting(ref, situation, (found) => {
      const { today, ledger } = situation;
      const seats = emptyTwice(found, ledger);
      if (!seats.includes(seat)) {
        const those = seats.length > 0 ? ` Those who did: ${listed(seats)}.` : '';
        return refuse(
          `${seat} did not miss ${ref} and the meeting before it.${those} /meeting agenda ${ref} shows who came.`,
        );
      }
      if (on > today)
        return refuse(`${sayNear(on, today)} is still to come. Record it once you have spoken.`);
      const change = { type: 'absence-reviewed', ref, seat, outcome, on } as const;
      return writtenOn(ref, [change], situation, () => ({
        title: `${ref}: the absence of ${saySeats([seat], situation.arrangement)} is reviewed`,
        more: ['Nothing is put on the risk register by itself: add it there if it belongs there.'],
      }));
    }),
});
