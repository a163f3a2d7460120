import { z } from 'zod';
import { textOnCase } from '../../src/app/coming-of.ts';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choice, reasonField } from '../../src/app/field.ts';
import type { Button } from '../../src/app/message.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import { type Challenge, CLOSINGS, type Closing } from '../../src/domain/governance/challenge.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { OPENERS } from '../dispute/may.ts';
import { challenge, onOpenChallenge, writtenChallenge } from './find.ts';
import { mayClose, RAISERS } from './may.ts';
import { sayParty } from './words.ts';

export const challengeClose = defineCommand({
  name: 'challenge close',
  summary: 'Close a challenge that was raised: settled, not settled, or withdrawn.',
  allow: RAISERS,
  fields: z.object({ challenge, is: choice('What came of it', CLOSINGS), reason: reasonField() }),
  decide: ({ challenge: ref, is, reason }, situation) =>
    onOpenChallenge(ref, situation, (found) => {
      const wrong = whyNot(found, is, reason, situation);
      if (wrong) return refuse(wrong);
      return writtenChallenge(
        ref,
        { type: 'challenge-closed', ref, on: situation.today, is, reason },
        {
          title: `${ref} is closed: ${is.replace('-', ' ')}`,
          ...(is === 'not-settled' ? goingOn(found, situation) : {}),
        },
        situation,
      );
    }),
});

const whyNot = (
  found: Challenge,
  is: Closing,
  reason: string,
  situation: Situation,
): string | undefined => {
  const { ref, from, to, answers } = found;
  if (!mayClose(found, situation))
    return `${ref} is for ${sayParty(from, situation)} to close. Ask them, or the business unit.`;
  if (is === 'settled' && answers.length === 0)
    return `${agencyName(situation.arrangement, to)} has not answered ${ref}, and silence settles nothing. Give is=withdrawn or is=not-settled, or wait for the answer.`;
  return found.ofCase ? textOnCase({ reason }, situation) : undefined;
};

/** What is not settled becomes a dispute by a person's choice alone. */
const goingOn = (found: Challenge, situation: Situation) =>
  hasRole(situation.roles, OPENERS)
    ? { buttons: [disputing(found, situation)] }
    : {
        more: [
          'If it is to go on, ask the business unit or a statutory partner to open a dispute.',
        ],
      };

/** Between the two agencies; one that the chair or the scrutineer raised is between those whom a person names. */
const disputing = ({ ref, from, to, what }: Challenge, { arrangement }: Situation): Button => {
  const isBetween = arrangement.agencies.some(({ id }) => id === from);
  const between: Button['fields'] = isBetween ? { between: `${from},${to}` } : {};
  return {
    label: 'Open a dispute',
    command: 'dispute open',
    fields: { source: ref, what, ...between },
    record: ref,
  };
};
