import { z } from 'zod';
import { bodyName } from '../../src/app/action-words.ts';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { bodyField } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import { chairOf } from '../../src/domain/agencies.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { meeting, onMeeting, writtenOn } from './fields.ts';

export const meetingInvite = defineCommand({
  name: 'meeting invite',
  summary: "Ask a sub-group's chair to attend the Executive, since its business is on the agenda.",
  allow: ['business-unit', 'chair'],
  fields: z.object({ meeting, body: bodyField('The chair of which sub-group') }),
  decide: ({ meeting: ref, body }, situation) =>
    onMeeting(ref, situation, (found) => {
      const wrong = whyNot(found, body, situation);
      if (wrong) return refuse(wrong);
      const who = sayPost(situation.arrangement, chairOf(body));
      const asked = found.invited?.[body]?.asked;
      if (asked)
        return accept(
          plain(
            `${ref}: ${who} was asked on ${sayNear(asked.on, situation.today)}. Nothing more is needed.`,
          ),
        );
      return writtenOn(
        ref,
        [{ type: 'meeting-invited', ref, body, on: situation.today }],
        situation,
        () => ({ title: `${ref}: ${who} is asked to attend, in ten minutes` }),
      );
    }),
});

/** S0 Appendix 1 says so of the Executive. */
const whyNot = (
  { ref, body, on, cancelled }: Meeting,
  group: string,
  situation: Situation,
): string | undefined => {
  const { arrangement, today } = situation;
  if (cancelled) return `${ref} is cancelled. /meeting list shows the others.`;
  if (on < today)
    return `${ref} was on ${sayNear(on, today)}. Ask them to the next: /meeting list shows it.`;
  const typeOf = (id: string) => arrangement.bodies.find((one) => one.id === id)?.type;
  if (typeOf(body) !== 'executive')
    return `Chairs of sub-groups are asked to attend the Executive (S0, Appendix 1), and ${ref} is of ${bodyName(situation, body)}. Name a meeting of the Executive.`;
  return typeOf(group) === 'sub-group'
    ? undefined
    : `${bodyName(situation, group)} is no sub-group. Name one whose business is on the agenda.`;
};
