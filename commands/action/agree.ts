import { z } from 'zod';
import { type Decision, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choice, dayField } from '../../src/app/field.ts';
import { type Action, askedOf } from '../../src/domain/action.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { agreesOn } from '../../src/domain/duties/action.ts';
import { holds, sayPost } from '../../src/domain/posts.ts';
import { writtenAction } from './card.ts';
import { action, reason } from './fields.ts';
import { onAction } from './find.ts';

export const actionAgree = defineCommand({
  name: 'action agree',
  summary: 'Agree to another day for an action that has been put off twice, or decline.',
  allow: ['business-unit', 'group-chair', 'chair'],
  fields: z.object({
    action,
    answer: choice('Your answer', ['agree', 'decline'], { fallback: 'agree' }),
    /** A button carries the day that it was drawn for. */
    to: dayField('To which day, as it was asked').optional(),
    reason: reason.optional(),
  }),
  decide: ({ action: ref, answer, to, reason }, situation) =>
    onAction(ref, situation, (action) => {
      const asked = askedOf(action);
      if (!asked)
        return refuse(`Nobody has asked for another day for ${ref}. /action show ${ref} shows it.`);
      if (!mayAgree(action, situation)) {
        const whose = sayPost(situation.arrangement, agreesOn(action));
        return refuse(`It is for ${whose} to agree to another day for ${ref}. Ask them.`);
      }
      const wrong = answer === 'agree' ? whyNot(asked, to, situation) : undefined;
      if (wrong) return refuse(`${ref}: ${wrong}`);
      return answer === 'agree'
        ? agreed(action, asked, situation)
        : declined(action, reason, situation);
    }),
});

/** Nobody agrees to another day than the one they were shown, or to one that is past. */
const whyNot = (
  { to }: NonNullable<ReturnType<typeof askedOf>>,
  shown: Day | undefined,
  { today }: Situation,
): string | undefined => {
  const day = sayNear(to, today);
  if (shown !== undefined && shown !== to)
    return `another day is asked for by now, ${day}. Give to=${to} to agree to that one.`;
  return to < today
    ? `the day that was asked for, ${day}, is past. Decline, or put it off with /action extend.`
    : undefined;
};

const agreed = (
  action: Action,
  { to, reason }: NonNullable<ReturnType<typeof askedOf>>,
  situation: Situation,
): Decision => {
  const { ref, due: was } = action;
  const signed = { at: situation.now, by: situation.actor.id };
  const event = { is: 'extended', ...signed, was, to, reason } as const;
  const title = `${ref} is now due ${sayNear(to, situation.today)}`;
  return writtenAction(action, [{ type: 'action-changed', ref, event }], title, situation);
};

const declined = (action: Action, reason: string | undefined, situation: Situation): Decision => {
  const { ref, due } = action;
  const signed = { at: situation.now, by: situation.actor.id };
  const event = { is: 'declined', ...signed, ...(reason ? { reason } : {}) } as const;
  const title = `${ref} stays due ${sayNear(due, situation.today)}`;
  return writtenAction(action, [{ type: 'action-changed', ref, event }], title, situation);
};

/** While a case is held back its body's chair may not know of it: the business unit has their word. */
const mayAgree = (action: Action, { arrangement, actor, roles }: Situation): boolean =>
  holds(arrangement, actor, agreesOn(action)) ||
  (action.embargo !== undefined && roles.includes('business-unit'));
