import { z } from 'zod';
import { textOnCase } from '../../src/app/coming-of.ts';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { reasonField } from '../../src/app/field.ts';
import { decision, onStanding, writtenDecision } from './find.ts';

export const decisionWithdraw = defineCommand({
  name: 'decision withdraw',
  summary: 'Withdraw the record of a decision that was written down by mistake.',
  allow: ['business-unit'],
  fields: z.object({ decision, reason: reasonField() }),
  decide: ({ decision: ref, reason }, situation) =>
    onStanding(ref, situation, (found) => {
      const wrong = found.ofCase ? textOnCase({ reason }, situation) : undefined;
      if (wrong) return refuse(wrong);
      const change = { type: 'decision-withdrawn', ref, reason } as const;
      return writtenDecision(ref, [change], `${ref} is withdrawn`, situation);
    }),
});
