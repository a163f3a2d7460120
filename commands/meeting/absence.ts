import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, freeText, words } from '../../src/app/field.ts';
import { saySeats } from '../../src/app/meeting-words.ts';
import type { Button } from '../../src/app/message.ts';
import { sayNear } from '../../src/domain/day.ts';
import { emptyTwice } from '../../src/domain/meetings/attendance.ts';
import type { Ref } from '../../src/domain/reference.ts';
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
        more: ['Nothing is put on the risk register by itself: that is for you to choose.'],
        buttons: [toRegister(ref, seat, situation)],
      }));
    }),
});

/** S0 6.10: it "may be added". The button opens a form, and nothing is there before that is sent. */
const toRegister = (ref: Ref, seat: string, { arrangement }: Situation): Button => ({
  label: 'Add it to the risk register',
  command: 'risk add',
  fields: { source: ref, what: `${saySeats([seat], arrangement)} missed two meetings in a row` },
  record: ref,
});
