import { z } from 'zod';
import { textOnCase } from '../../src/app/coming-of.ts';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, freeText } from '../../src/app/field.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { type Dispute, standingOf } from '../../src/domain/governance/dispute.ts';
import { dispute, onOwnDispute, writtenDispute } from './find.ts';
import { MOVERS } from './may.ts';

export const disputeResolve = defineCommand({
  name: 'dispute resolve',
  summary: 'Record how a dispute ended.',
  allow: MOVERS,
  fields: z.object({
    dispute,
    outcome: freeText('How it ended'),
    on: dayField('On which day', { fallback: 'today' }),
  }),
  decide: ({ dispute: ref, outcome, on }, situation) =>
    onOwnDispute(ref, situation, (found) => {
      const wrong =
        whyNotOn(on, found, situation) ??
        (found.ofCase ? textOnCase({ outcome }, situation) : undefined);
      if (wrong) return refuse(wrong);
      return writtenDispute(
        ref,
        [{ type: 'dispute-resolved', ref, on, outcome }],
        () => `${ref} is resolved, on ${sayNear(on, situation.today)}`,
        situation,
      );
    }),
});

const whyNotOn = (
  on: Day,
  found: Dispute,
  { arrangement, today }: Situation,
): string | undefined => {
  if (on > today) return `${sayNear(on, today)} is still to come. Record it once it is resolved.`;
  const { since, number } = standingOf(found, arrangement);
  return on < since.on
    ? `${found.ref} came to stage ${number} on ${sayNear(since.on, today)}, so it did not end before. Check the day.`
    : undefined;
};
