import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { agendaCard } from './card.ts';
import { meeting, onMeeting } from './fields.ts';

export const meetingAgenda = defineCommand({
  name: 'meeting agenda',
  summary: 'Show a meeting and what has gathered for it by itself.',
  allow: 'everyone',
  fields: z.object({ meeting }),
  decide: ({ meeting: ref }, situation) =>
    onMeeting(ref, situation, (found) => accept(agendaCard(found, situation))),
});
