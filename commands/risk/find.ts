import { accept, type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { onRecord } from '../../src/app/on-record.ts';
import type { Change } from '../../src/domain/change.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { Risk } from '../../src/domain/governance/risk.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { riskCard } from './card.ts';

export const risk = referenceField('Which risk', 'RK');

export const onRisk = onRecord('risk', '/risk list shows those there are.');

/** The same for one that is on the register still. */
export const onOpenRisk = (
  ref: Ref,
  situation: Situation,
  decide: (risk: Risk) => Decision,
): Decision =>
  onRisk(ref, situation, (found) =>
    found.closed
      ? refuse(
          `${ref} was closed on ${sayNear(found.closed.on, situation.today)}. If it is back, add it anew: /risk add source=${ref}.`,
        )
      : decide(found),
  );

/** Accepted: the card as it will be once it is written. */
export const writtenRisk = (
  ref: Ref,
  changes: readonly Change[],
  title: string,
  situation: Situation,
): Decision => {
  const then = afterChanges(situation, changes);
  return onRisk(ref, then, (found) => accept(riskCard(found, then, title), changes));
};
