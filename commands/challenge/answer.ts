import { z } from 'zod';
import { textOnCase } from '../../src/app/coming-of.ts';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choice, freeText } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import {
  ANSWERED,
  CHALLENGE_ANSWERS,
  type Challenge,
} from '../../src/domain/governance/challenge.ts';
import { challenge, onOpenChallenge, writtenChallenge } from './find.ts';
import { ANSWERERS, mayAnswer } from './may.ts';
import { sayParty } from './words.ts';

const fields = z.object({
  challenge,
  answer: choice('What does the agency answer', CHALLENGE_ANSWERS),
  note: freeText('In words: what will be done, or why not'),
  written: freeText('The reference of the written confirmation, where the position changes', {
    most: 60,
  }).optional(),
});
type Fields = z.infer<typeof fields>;

export const challengeAnswer = defineCommand({
  name: 'challenge answer',
  summary: "Give an agency's definite answer to a challenge: no answer is never taken as one.",
  allow: ANSWERERS,
  fields,
  decide: (asked, situation) =>
    onOpenChallenge(asked.challenge, situation, (found) => {
      const wrong = whyNot(asked, found, situation);
      if (wrong) return refuse(wrong);
      const { challenge: ref, answer, note, written } = asked;
      const change = {
        type: 'challenge-answered',
        ref,
        on: situation.today,
        is: answer,
        note,
        ...(written ? { writtenRef: written } : {}),
      } as const;
      const title = `${ref}: ${sayParty(found.to, situation)} ${ANSWERED[answer]}`;
      return writtenChallenge(ref, change, { title }, situation);
    }),
});

/** S0 6.8: a position that was given stands until another is confirmed in writing. */
const whyNot = (
  { challenge: ref, note, written }: Fields,
  found: Challenge,
  situation: Situation,
): string | undefined => {
  const who = sayParty(found.to, situation);
  if (!mayAnswer(found, situation))
    return `${ref} is for ${who} to answer. Ask its lead or deputy, or the business unit.`;
  const before = found.answers.at(-1);
  if (before && !written)
    return `${who} answered on ${sayNear(before.on, situation.today)} that it ${ANSWERED[before.is]}. That stands; a changed position needs a reference in writing (S0, 6.8): send it again with written="…".`;
  return found.ofCase ? textOnCase({ note, written }, situation) : undefined;
};
