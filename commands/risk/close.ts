import { z } from 'zod';
import { textOnCase } from '../../src/app/coming-of.ts';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { reasonField } from '../../src/app/field.ts';
import { onOpenRisk, risk, writtenRisk } from './find.ts';
import { REGISTRARS } from './may.ts';

export const riskClose = defineCommand({
  name: 'risk close',
  summary: 'Take a risk off the register, with the reason.',
  allow: REGISTRARS,
  fields: z.object({ risk, reason: reasonField() }),
  decide: ({ risk: ref, reason }, situation) =>
    onOpenRisk(ref, situation, (found) => {
      const wrong = found.ofCase ? textOnCase({ reason }, situation) : undefined;
      if (wrong) return refuse(wrong);
      const change = { type: 'risk-closed', ref, on: situation.today, reason } as const;
      return writtenRisk(ref, [change], `${ref} is closed`, situation);
    }),
});
