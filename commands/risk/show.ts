import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { riskCard } from './card.ts';
import { onRisk, risk } from './find.ts';

export const riskShow = defineCommand({
  name: 'risk show',
  summary: 'Show one risk: its rating, its owner, and what its reviews made of it.',
  allow: 'everyone',
  fields: z.object({ risk }),
  decide: ({ risk: ref }, situation) =>
    onRisk(ref, situation, (found) => accept(riskCard(found, situation, ref))),
});
