import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { choice, freeText } from '../../src/app/field.ts';
import { RATINGS } from '../../src/domain/action.ts';
import { writtenAction } from './card.ts';
import { action } from './fields.ts';
import { isOver, mayReport, notYours, onAction } from './find.ts';

export const actionUpdate = defineCommand({
  name: 'action update',
  summary: 'Say how an action goes: a note, and green, amber or red.',
  allow: 'everyone',
  fields: z.object({
    action,
    note: freeText('How it goes', { onCase: true }),
    rating: choice('How it stands', RATINGS).optional(),
  }),
  decide: ({ action: ref, note, rating }, situation) =>
    onAction(ref, situation, (action) => {
      if (!mayReport(action, situation)) return refuse(notYours(ref));
      const over = isOver(action);
      if (over) return refuse(over);
      const { now: at, actor } = situation;
      const event = {
        is: 'updated',
        at,
        by: actor.id,
        note,
        ...(rating ? { rating } : {}),
      } as const;
      return writtenAction(
        action,
        [{ type: 'action-changed', ref, event }],
        `${ref}: noted how it goes`,
        situation,
      );
    }),
});
