import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { postField } from '../../src/app/field.ts';
import type { Action } from '../../src/domain/action.ts';
import type { PostId } from '../../src/domain/item.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { hiddenFrom } from './add.ts';
import { writtenAction } from './card.ts';
import { action, GIVERS, reason } from './fields.ts';
import { isOver, mayGive, notYours, onAction } from './find.ts';

export const actionReassign = defineCommand({
  name: 'action reassign',
  summary: 'Hand an action to another post.',
  allow: GIVERS,
  fields: z.object({ action, to: postField('To whom'), reason: reason.optional() }),
  decide: ({ action: ref, to, reason }, situation) =>
    onAction(ref, situation, (action) => {
      const wrong = whyNot(action, to, situation);
      if (wrong) return refuse(wrong);
      const { now: at, actor, arrangement } = situation;
      const event = {
        is: 'reassigned',
        at,
        by: actor.id,
        was: action.owner,
        to,
        ...(reason ? { reason } : {}),
      } as const;
      return writtenAction(
        action,
        [{ type: 'action-changed', ref, event }],
        `${ref} is handed to ${sayPost(arrangement, to)}`,
        situation,
        hiddenFrom({ ...action, owner: to }, situation),
      );
    }),
});

const whyNot = (action: Action, to: PostId, situation: Situation): string | undefined => {
  const { arrangement } = situation;
  if (!mayGive(action, situation)) return notYours(action.ref);
  if (action.owner === to)
    return `${action.ref} is with ${sayPost(arrangement, to)} already. Nothing to change.`;
  return isOver(action);
};
