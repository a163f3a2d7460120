import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { bodyField, choice } from '../../src/app/field.ts';
import { chairOf } from '../../src/domain/agencies.ts';
import { sayNear } from '../../src/domain/day.ts';
import { COMING, type Meeting } from '../../src/domain/meetings/meeting.ts';
import { holds, sayPost } from '../../src/domain/posts.ts';
import { capital } from '../../src/domain/words.ts';
import { meeting, onMeeting, writtenOn } from './fields.ts';

export const meetingComing = defineCommand({
  name: 'meeting coming',
  summary: 'Say whether the chair of a sub-group who was asked to attend a meeting does.',
  allow: ['business-unit', 'chair', 'group-chair'],
  fields: z.object({
    meeting,
    for: bodyField('The chair of which sub-group'),
    is: choice('Do they attend', COMING),
  }),
  decide: ({ meeting: ref, for: body, is }, situation) =>
    onMeeting(ref, situation, (found) => {
      const wrong = whyNot(found, body, situation);
      if (wrong) return refuse(wrong);
      const who = sayPost(situation.arrangement, chairOf(body));
      return writtenOn(
        ref,
        [{ type: 'meeting-coming', ref, body, is, on: situation.today }],
        situation,
        () => ({ title: `${ref}: ${who} ${is === 'yes' ? 'is coming' : 'cannot come'}` }),
      );
    }),
});

const whyNot = (
  { ref, on, cancelled, invited }: Meeting,
  body: string,
  { arrangement, actor, roles, today }: Situation,
): string | undefined => {
  if (!roles.some((role) => role === 'business-unit' || role === 'chair')) {
    if (!holds(arrangement, actor, chairOf(body)))
      return `That is for ${sayPost(arrangement, chairOf(body))} to say. Ask them, or the business unit.`;
  }
  if (!invited?.[body])
    return `${capital(sayPost(arrangement, chairOf(body)))} was not asked to attend ${ref}. Ask the business unit for it: /meeting invite.`;
  if (cancelled) return `${ref} is cancelled. /meeting list shows the others.`;
  return on < today
    ? `${ref} was on ${sayNear(on, today)}. Record who came with /meeting attendance ${ref}.`
    : undefined;
};
