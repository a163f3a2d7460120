import { z } from 'zod';
import { readSource, source } from '../../src/app/coming-of.ts';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agencyField, dayField, freeText } from '../../src/app/field.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { Challenge } from '../../src/domain/governance/challenge.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import { listed } from '../../src/domain/words.ts';
import { writtenChallenge } from './find.ts';
import { isUnit, partiesOf, RAISERS } from './may.ts';

const fields = z.object({
  to: agencyField('Which agency is challenged'),
  what: freeText('On what, and what is wanted'),
  due: dayField('By when does it answer'),
  from: agencyField('On whose behalf? Your own, if left out').optional(),
  source,
});
type Fields = z.infer<typeof fields>;

export const challengeRaise = defineCommand({
  name: 'challenge raise',
  summary: 'Challenge another agency, which answers by a day.',
  allow: RAISERS,
  fields,
  decide: (asked, situation) => {
    const party = partyOf(asked, situation);
    if ('wrong' in party) return refuse(party.wrong);
    const wrong = whyNot(asked, party.from, situation);
    if (wrong) return refuse(wrong);
    const { to, what, due } = asked;
    const origin = readSource(asked.source, { what }, situation);
    if ('wrong' in origin) return refuse(origin.wrong);
    const { ledger, arrangement, today, now, actor } = situation;
    const challenge: Challenge = {
      is: 'challenge',
      ref: nextReference(ledger, 'CH', today),
      what,
      from: party.from,
      to,
      due,
      raised: { on: today, at: now, by: actor.id },
      answers: [],
      ...origin,
    };
    const title = `${challenge.ref} goes to ${agencyName(arrangement, to)} in ten minutes, due ${sayNear(due, today)}`;
    return writtenChallenge(
      challenge.ref,
      { type: 'challenge-raised', challenge },
      { title },
      situation,
    );
  },
});

const partyOf = (
  { from }: Fields,
  situation: Situation,
): { readonly from: string } | { readonly wrong: string } => {
  const own = partiesOf(situation);
  if (from !== undefined)
    return isUnit(situation) || own.includes(from)
      ? { from }
      : { wrong: `You do not speak for ${from}. Leave from out to raise it for your own.` };
  const [only, ...more] = own;
  return only !== undefined && more.length === 0
    ? { from: only }
    : {
        wrong: `Say on whose behalf: from=AGENCY${own.length > 0 ? `, one of ${listed(own)}` : ''}.`,
      };
};

const whyNot = (
  { to, due }: Fields,
  from: string,
  { arrangement, today }: Situation,
): string | undefined => {
  if (to === from)
    return `An agency does not challenge itself. Name another in to: /roster show lists them.`;
  if (!arrangement.agencies.some(({ id }) => id === to))
    return `${agencyName(arrangement, to)} is no agency of the partnership any more. Name one that is in to.`;
  return due < today
    ? `${sayNear(due, today)} is past, and an agency needs time to answer. Give due a day to come.`
    : undefined;
};
