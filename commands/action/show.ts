import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { actionCard } from './card.ts';
import { action } from './fields.ts';
import { onAction } from './find.ts';

export const actionShow = defineCommand({
  name: 'action show',
  summary: 'Show one action: where it stands and what has happened to it.',
  allow: 'everyone',
  fields: z.object({ action }),
  decide: ({ action: ref }, situation) =>
    onAction(ref, situation, (action) => accept(actionCard(action, situation, ref))),
});
