import { accept, type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { onRecord } from '../../src/app/on-record.ts';
import type { Change } from '../../src/domain/change.ts';
import { londonDay, sayNear } from '../../src/domain/day.ts';
import type { PartnershipDecision } from '../../src/domain/governance/decision.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { decisionCard } from './card.ts';

export const decision = referenceField('Which decision', 'DC');

export const onDecision = onRecord('decision', '/decision list shows those there are.');

/** The same for one that still stands. */
export const onStanding = (
  ref: Ref,
  situation: Situation,
  decide: (decision: PartnershipDecision) => Decision,
): Decision =>
  onDecision(ref, situation, (found) =>
    found.withdrawn
      ? refuse(
          `${ref} was withdrawn on ${sayNear(londonDay(found.withdrawn.at), situation.today)}, so nothing more is recorded on it. Record the decision anew with /decision record.`,
        )
      : decide(found),
  );

/** Accepted: the card as it will be once it is written. */
export const writtenDecision = (
  ref: Ref,
  changes: readonly Change[],
  title: string,
  situation: Situation,
  more: readonly string[] = [],
): Decision => {
  const then = afterChanges(situation, changes);
  return onDecision(ref, then, (found) => accept(decisionCard(found, then, title, more), changes));
};
