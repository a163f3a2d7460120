import { z } from 'zod';
import { textOnCase } from '../../src/app/coming-of.ts';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { freeText, number } from '../../src/app/field.ts';
import { type Dispute, standingOf } from '../../src/domain/governance/dispute.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { dispute, onOwnDispute, writtenDispute } from './find.ts';
import { MOVERS } from './may.ts';
import { sayStage } from './words.ts';

const fields = z.object({
  dispute,
  /** A button carries the stage that it was drawn for, so that pressed twice it goes on once. */
  to: number('To which stage? The next, if left out', { least: 1, most: 99 }).optional(),
  note: freeText('Why, or what was told to whom').optional(),
});
type Fields = z.infer<typeof fields>;

export const disputeAdvance = defineCommand({
  name: 'dispute advance',
  summary: 'Take a dispute to its next stage: forward only, one stage at a time.',
  allow: MOVERS,
  fields,
  decide: (asked, situation) =>
    onOwnDispute(asked.dispute, situation, (found) => {
      const { ref } = found;
      const { next } = standingOf(found, situation.arrangement);
      const wrong = whyNot(asked, found, situation);
      if (wrong !== undefined || !next) return refuse(wrong ?? '');
      const { note } = asked;
      const change = {
        type: 'dispute-advanced',
        ref,
        on: situation.today,
        whose: next.by,
        ...(note ? { note } : {}),
      } as const;
      return writtenDispute(
        ref,
        [change],
        (then, after) => `${ref} is at ${sayStage(then, after)}`,
        situation,
        next.recordOnly ? [NOTHING_FOLLOWS] : [],
      );
    }),
});

const NOTHING_FOLLOWS =
  'This is written down and nothing follows of itself: Heed has told nobody, and reminds nobody of it.';

const whyNot = (asked: Fields, found: Dispute, situation: Situation): string | undefined => {
  const { ref } = found;
  const { number: at, of, next } = standingOf(found, situation.arrangement);
  if (!next) return noneLeft(found, of, situation);
  if (asked.to !== undefined && asked.to !== at + 1)
    return `${ref} is at ${sayStage(found, situation)}. It goes forward only, one stage at a time: the next is ${at + 1}, ${next.title}. Give to=${at + 1}, or leave it as it is.`;
  if (next.recordOnly) return notByItself(asked, next.title, situation);
  return found.ofCase ? textOnCase({ note: asked.note }, situation) : undefined;
};

const noneLeft = (found: Dispute, of: number, situation: Situation): string =>
  of === 1
    ? `The arrangement ${situation.arrangement.name} lists one way for a dispute and no further stage. Record its end with /dispute resolve ${found.ref}.`
    : `${found.ref} is at ${sayStage(found, situation)}, which is the last. Record its end with /dispute resolve ${found.ref}.`;

/** The last step of the Act is for a person to take, and to say what they did (G90). */
const notByItself = (
  { dispute: ref, note }: Fields,
  title: string,
  situation: Situation,
): string | undefined => {
  if (!hasRole(situation.roles, ['business-unit', 'chair']))
    return `That ${ref} has come to the stage “${title}” is for the chair or the business unit to write down. Ask them.`;
  return note
    ? textOnCase({ note }, situation)
    : `The stage “${title}” is a record of what a person has done: Heed does none of it. Say what was told to whom: /dispute advance ${ref} note="…".`;
};
