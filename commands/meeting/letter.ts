import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agencyField, dayField } from '../../src/app/field.ts';
import { type Message, text } from '../../src/app/message.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import { sayDay, sayNear } from '../../src/domain/day.ts';
import type { PostId } from '../../src/domain/item.ts';
import { unrepresented } from '../../src/domain/meetings/attendance.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { meeting, onMeeting, writtenOn } from './fields.ts';

export const meetingLetter = defineCommand({
  name: 'meeting letter',
  summary:
    'Draft the letter to a statutory partner that nobody represented, for the chair to send.',
  allow: ['business-unit', 'chair'],
  fields: z.object({
    meeting,
    to: agencyField('To which statutory partner'),
    sent: dayField('When did the chair send it? Leave it out for the draft').optional(),
  }),
  decide: ({ meeting: ref, to, sent }, situation) =>
    onMeeting(ref, situation, (found) => {
      const { arrangement, today } = situation;
      const name = agencyName(arrangement, to);
      if (!unrepresented(found, arrangement).includes(to))
        return refuse(
          `${name} is not recorded as a statutory partner that stayed away from ${ref}, so there is nothing to write about. /meeting agenda ${ref} shows who came.`,
        );
      const before = found.letters[to];
      if (before)
        return refuse(
          `The letter about ${ref} went to ${name} on ${sayNear(before.on, today)} already. Nothing more is needed.`,
        );
      if (sent === undefined) return accept(draft(found, to, situation));
      if (sent > today)
        return refuse(`${sayNear(sent, today)} is still to come. Record it once it is sent.`);
      const change = { type: 'meeting-letter-sent', ref, partner: to, on: sent } as const;
      return writtenOn(ref, [change], situation, () => ({
        title: `${ref}: the letter is recorded`,
      }));
    }),
});

/** S0 8.12(a): the chair writes, and Heed sends nothing. */
const draft = ({ ref, on }: Meeting, partner: string, { arrangement }: Situation): Message => {
  const name = agencyName(arrangement, partner);
  const officer = arrangement.posts.get(`${partner}-officer` as PostId)?.title;
  return {
    title: `${ref}: a letter to ${name}, for the chair to send`,
    blocks: [
      text(`To the ${officer ?? 'accountable officer'}, ${name}.`),
      text(
        `${name} was not represented at the meeting of ${arrangement.title} on ${sayDay(on)}. It is essential that statutory partners are represented at meetings of the Partnership.`,
      ),
      text(
        'I write to raise a concern regarding the lack of attendance, and ask you to tell me how the next meeting will be attended.',
      ),
      text('Heed has sent this to nobody.'),
    ],
    buttons: [
      {
        label: 'The letter is sent',
        command: 'meeting letter',
        fields: { meeting: ref, to: partner, sent: 'today' },
        record: ref,
      },
    ],
    about: [ref],
  };
};
