import { accept, type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import type { Button } from '../../src/app/message.ts';
import { onRecord } from '../../src/app/on-record.ts';
import type { Change } from '../../src/domain/change.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { Challenge } from '../../src/domain/governance/challenge.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { challengeCard } from './card.ts';

export const challenge = referenceField('Which challenge', 'CH');

export const onChallenge = onRecord('challenge', '/challenge list shows those there are.');

/** The same for one that goes on. */
export const onOpenChallenge = (
  ref: Ref,
  situation: Situation,
  decide: (challenge: Challenge) => Decision,
): Decision =>
  onChallenge(ref, situation, (found) =>
    found.closed
      ? refuse(
          `${ref} was closed on ${sayNear(found.closed.on, situation.today)}. Raise another with /challenge raise source=${ref}.`,
        )
      : decide(found),
  );

interface Head {
  readonly title: string;
  readonly more?: readonly string[];
  readonly buttons?: readonly Button[];
}

/** Accepted: the card as it will be once it is written. */
export const writtenChallenge = (
  ref: Ref,
  change: Change,
  { title, ...head }: Head,
  situation: Situation,
): Decision => {
  const then = afterChanges(situation, [change]);
  return onChallenge(ref, then, (found) =>
    accept(challengeCard(found, then, title, head), [change]),
  );
};
