import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agencyField, words } from '../../src/app/field.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import { type CycleEntry, entryDone } from '../../src/domain/cycle/entry.ts';
import { sayPounds } from '../../src/domain/reviews/costs.ts';
import { listed } from '../../src/domain/words.ts';
import { on } from '../review/fields.ts';
import { readAmount } from '../review/money.ts';
import { notOn } from '../review/written.ts';
import { entry, onEntry } from './find.ts';
import { mayWriteFor, ownPartners } from './partners.ts';
import { writtenOn } from './written.ts';

export const cycleAgree = defineCommand({
  name: 'cycle agree',
  summary: 'Record what a statutory partner agrees to give for the next business year.',
  allow: ['business-unit', 'statutory-partner'],
  fields: z.object({
    entry,
    amount: words('How much, in pounds: 55000 or 55000.50'),
    for: agencyField('Which statutory partner? Your own, if left out').optional(),
    on,
  }),
  decide: ({ entry: ref, amount, for: wanted, on: day }, situation) =>
    onEntry(ref, situation, (found) => {
      const partner = wanted ?? ownPartners(situation)[0];
      const pence = readAmount(amount);
      const wrong = whyNot(found, partner, situation) ?? notOn(day, 'An agreement', situation);
      if (wrong || partner === undefined) return refuse(wrong ?? '');
      if (pence === undefined)
        return refuse(
          'The amount is not one I can read. Write it in pounds, like 55000 or 55000.50.',
        );
      const change = { type: 'contribution-agreed', ref, partner, pence, on: day } as const;
      const name = agencyName(situation.arrangement, partner);
      return writtenOn(ref, [change], `${ref}: ${name} gives ${sayPounds(pence)}`, situation);
    }),
});

const whyNot = (
  entry: CycleEntry,
  partner: string | undefined,
  situation: Situation,
): string | undefined => {
  const { ref, contributions } = entry;
  if (!contributions) return `${ref} asks for no contributions. /cycle show lists what does.`;
  const { partners } = contributions;
  if (partner === undefined || !partners.includes(partner))
    return `Say for which statutory partner: for=PARTNER, one of ${listed(partners)}.`;
  if (!mayWriteFor(partner, situation))
    return `You do not speak for ${agencyName(situation.arrangement, partner)}. Ask its lead or deputy to agree, or the business unit to write it down.`;
  return entryDone(entry) && !situation.roles.includes('business-unit')
    ? `Every partner has agreed in ${ref}. Ask the business unit to correct an amount.`
    : undefined;
};
