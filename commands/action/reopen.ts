import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField } from '../../src/app/field.ts';
import { type Action, doneOf } from '../../src/domain/action.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { writtenAction } from './card.ts';
import { action, GIVERS, reason } from './fields.ts';
import { mayGive, notYours, onAction } from './find.ts';

export const actionReopen = defineCommand({
  name: 'action reopen',
  summary: 'Open an action again that is not done after all, with the reason.',
  allow: GIVERS,
  fields: z.object({
    action,
    reason,
    to: dayField('Due when, if not as before; needed where that day is past').optional(),
  }),
  decide: ({ action: ref, reason, to }, situation) =>
    onAction(ref, situation, (action) => {
      const { today } = situation;
      const wrong = whyNot(action, to, situation);
      if (wrong) return refuse(wrong);
      const title = `${ref} is open again, due ${sayNear(to ?? action.due, today)}`;
      return writtenAction(action, changesOf(action, to, reason, situation), title, situation);
    }),
});

const whyNot = (action: Action, to: Day | undefined, situation: Situation): string | undefined => {
  const { ref } = action;
  const { today } = situation;
  if (!mayGive(action, situation)) return notYours(ref);
  if (!doneOf(action)) return `${ref} is open already. Nothing to do.`;
  if (to && to < today) return `${sayNear(to, today)} is past. Check the day.`;
  return !to && action.due < today
    ? `${ref} was due ${sayNear(action.due, today)}, so it would be late at once. Say by when it is due now: to=DAY.`
    : undefined;
};

const changesOf = (
  { ref, due: was }: Action,
  to: Day | undefined,
  reason: string,
  { now: at, actor: { id: by } }: Situation,
): readonly Change[] => {
  const moved = to && to !== was ? { was, to } : {};
  return [{ type: 'action-changed', ref, event: { is: 'reopened', at, by, reason, ...moved } }];
};
