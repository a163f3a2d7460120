import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { disputeCard } from './card.ts';
import { dispute, onDispute } from './find.ts';

export const disputeShow = defineCommand({
  name: 'dispute show',
  summary: 'Show one dispute: its stage, whose that is and how old, and how it came there.',
  allow: 'everyone',
  fields: z.object({ dispute }),
  decide: ({ dispute: ref }, situation) =>
    onDispute(ref, situation, (found) => accept(disputeCard(found, situation, ref))),
});
