import { z } from 'zod';
import { textOnCase } from '../../src/app/coming-of.ts';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, reasonField } from '../../src/app/field.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import type { Challenge } from '../../src/domain/governance/challenge.ts';
import { challenge, onOpenChallenge, writtenChallenge } from './find.ts';
import { mayClose, RAISERS } from './may.ts';
import { sayParty } from './words.ts';

export const challengeExtend = defineCommand({
  name: 'challenge extend',
  summary: 'Put the day off by which a challenge is answered, with the reason.',
  allow: RAISERS,
  fields: z.object({ challenge, to: dayField('To which day'), reason: reasonField() }),
  decide: ({ challenge: ref, to, reason }, situation) =>
    onOpenChallenge(ref, situation, (found) => {
      const wrong = whyNot(found, to, situation) ?? onCase(found, reason, situation);
      if (wrong) return refuse(wrong);
      return writtenChallenge(
        ref,
        { type: 'challenge-extended', ref, to, reason },
        { title: `${ref} is now to be answered by ${sayNear(to, situation.today)}` },
        situation,
      );
    }),
});

/** Ours: the day is put off by whoever set it, and not by the agency that is to answer. */
const whyNot = (found: Challenge, to: Day, situation: Situation): string | undefined => {
  const { ref, from, due, answers } = found;
  const { today } = situation;
  if (!mayClose(found, situation))
    return `${ref} is for ${sayParty(from, situation)} to put off. Ask them, or the business unit.`;
  const [first] = answers;
  if (first)
    return `${ref} was answered on ${sayNear(first.on, today)}, so there is nothing to put off. Say what came of it with /challenge close ${ref}.`;
  const day = sayNear(to, today);
  if (to <= due)
    return `${ref} is due ${sayNear(due, today)}, so ${day} puts nothing off. Check the day.`;
  return to < today ? `${day} is past. Check the day.` : undefined;
};

const onCase = (found: Challenge, reason: string, situation: Situation): string | undefined =>
  found.ofCase ? textOnCase({ reason }, situation) : undefined;
