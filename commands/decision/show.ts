import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { decisionCard } from './card.ts';
import { decision, onDecision } from './find.ts';

export const decisionShow = defineCommand({
  name: 'decision show',
  summary: 'Show one decision: who took it, how, and whether it was reported or confirmed.',
  allow: 'everyone',
  fields: z.object({ decision }),
  decide: ({ decision: ref }, situation) =>
    onDecision(ref, situation, (found) => accept(decisionCard(found, situation, ref))),
});
