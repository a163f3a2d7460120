import type { ComingOf } from '../../src/app/coming-of.ts';
import type { Situation } from '../../src/app/command.ts';
import type { Day } from '../../src/domain/day.ts';
import type { PartnershipDecision } from '../../src/domain/governance/decision.ts';
import { nextReference } from '../../src/domain/ledger.ts';

interface Opened extends ComingOf, Pick<PartnershipDecision, 'what' | 'taken' | 'body'> {
  readonly on: Day;
}

/** A decision as it is first written down. */
export const newDecision = (
  { on, ...opened }: Opened,
  { ledger, today, now, actor }: Situation,
): PartnershipDecision => ({
  is: 'decision',
  ref: nextReference(ledger, 'DC', today),
  made: { on, at: now, by: actor.id },
  ...opened,
});
