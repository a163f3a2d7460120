import { z } from 'zod';
import { readSource, source } from '../../src/app/coming-of.ts';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { agenciesField, freeText } from '../../src/app/field.ts';
import { type Dispute, stagesOn } from '../../src/domain/governance/dispute.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import { writtenDispute } from './find.ts';
import { OPENERS } from './may.ts';
import { sayStage } from './words.ts';

export const disputeOpen = defineCommand({
  name: 'dispute open',
  summary: 'Open a dispute within the partnership at its first stage, for the next agenda.',
  allow: OPENERS,
  fields: z.object({
    what: freeText('What is disputed'),
    between: agenciesField('Between which agencies'),
    source,
  }),
  decide: ({ what, between, source }, situation) => {
    if (between.length < 2)
      return refuse('A dispute is between two or more. Name them: between=council,health.');
    const origin = readSource(source, { what }, situation);
    if ('wrong' in origin) return refuse(origin.wrong);
    const { ledger, arrangement, today, now, actor } = situation;
    const whose = stagesOn(arrangement, today)[0]?.by ?? [];
    const dispute: Dispute = {
      is: 'dispute',
      ref: nextReference(ledger, 'DS', today),
      what,
      between,
      reached: [{ on: today, at: now, by: actor.id, whose }],
      ...origin,
    };
    return writtenDispute(
      dispute.ref,
      [{ type: 'dispute-opened', dispute }],
      (then, after) => `${then.ref} is open, at ${sayStage(then, after)}`,
      situation,
    );
  },
});
