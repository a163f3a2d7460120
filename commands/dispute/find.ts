import { accept, type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { onRecord } from '../../src/app/on-record.ts';
import type { Change } from '../../src/domain/change.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { Dispute } from '../../src/domain/governance/dispute.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { disputeCard } from './card.ts';
import { mayMove } from './may.ts';
import { sayWhose } from './words.ts';

export const dispute = referenceField('Which dispute', 'DS');

export const onDispute = onRecord('dispute', '/dispute list shows those there are.');

/** The same for one that goes on, and by somebody who may take it further. */
export const onOwnDispute = (
  ref: Ref,
  situation: Situation,
  decide: (dispute: Dispute) => Decision,
): Decision =>
  onDispute(ref, situation, (found) => {
    if (found.resolved)
      return refuse(
        `${ref} was resolved on ${sayNear(found.resolved.on, situation.today)}. If it begins again, open another: /dispute open source=${ref}.`,
      );
    return mayMove(found, situation)
      ? decide(found)
      : refuse(
          `${ref} is with ${sayWhose(found, situation)} at this stage. Ask them, or the business unit.`,
        );
  });

/** Accepted: the card as it will be once it is written. */
export const writtenDispute = (
  ref: Ref,
  changes: readonly Change[],
  title: (then: Dispute, situation: Situation) => string,
  situation: Situation,
  more: readonly string[] = [],
): Decision => {
  const then = afterChanges(situation, changes);
  return onDispute(ref, then, (found) =>
    accept(disputeCard(found, then, title(found, then), more), changes),
  );
};
