import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agencyField, dayField } from '../../src/app/field.ts';
import { type Message, text } from '../../src/app/message.ts';
import { agencyName, leadOf } from '../../src/domain/agencies.ts';
import { sayDay, sayNear } from '../../src/domain/day.ts';
import { postOf } from '../../src/domain/posts.ts';
import { dueOf, lateOf } from '../../src/domain/requests/part.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import { sayKind } from '../../src/domain/requests/words.ts';
import { onOpenRequest, request } from './find.ts';
import { writtenOn } from './written.ts';

export const requestNotice = defineCommand({
  name: 'request notice',
  summary: 'Draft a formal notice to an agency whose answer is late, for the chair to send.',
  allow: ['business-unit', 'chair'],
  fields: z.object({
    request,
    for: agencyField('To which agency'),
    sent: dayField('When did the chair send it? Leave it out for the draft').optional(),
  }),
  decide: ({ request: ref, for: agency, sent }, situation) =>
    onOpenRequest(ref, situation, (found) => {
      if (!lateOf(found, situation.today).includes(agency))
        return refuse(
          `${agency} is not late with an answer to ${ref}, so there is nothing to give notice of. /request show ${ref} shows who is.`,
        );
      if (sent === undefined) return accept(draft(found, agency, situation));
      if (sent > situation.today)
        return refuse(
          `${sayNear(sent, situation.today)} is still to come. Record it once it is sent.`,
        );
      const change = { type: 'request-noticed', ref, agency, on: sent } as const;
      return writtenOn(ref, [change], `${ref}: the formal notice is recorded`, situation);
    }),
});

const draft = (found: InformationRequest, agency: string, situation: Situation): Message => {
  const { arrangement, today } = situation;
  const part = found.parts[agency];
  const name = agencyName(arrangement, agency);
  const lead = postOf(arrangement, leadOf(agency)).title;
  const due = part ? dueOf(found, part) : found.due;
  return {
    title: `${found.ref}: a formal notice to ${name}, for the chair to send`,
    blocks: [
      text(`To the ${lead}, ${name}.`),
      text(
        `On ${sayDay(found.asked.on)} ${arrangement.title} asked you for ${sayKind(found.kind)} (${found.ref}). The answer was due by ${sayDay(due)}, and on ${sayDay(today)} none has been received.`,
      ),
      text(found.basis),
      text(
        'You are asked to answer without further delay. No answer is not taken as agreement, and the missing answer is raised at the following meeting of the Partnership.',
      ),
      text('Heed has sent this to nobody.'),
    ],
    buttons: [
      {
        label: 'The chair has sent it',
        command: 'request notice',
        fields: { request: found.ref, for: agency, sent: 'today' },
        record: found.ref,
      },
    ],
    about: [found.ref],
  };
};
