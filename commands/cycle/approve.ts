import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agencyField, choice, freeText } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Amendment, APPROVALS, standingOf } from '../../src/domain/cycle/amendment.ts';
import { consequences } from '../../src/domain/cycle/consequences.ts';
import { listed } from '../../src/domain/words.ts';
import { amendment, onAmendment } from './find.ts';
import { mayWriteFor, ownPartners } from './partners.ts';
import { writtenOn } from './written.ts';

export const cycleApprove = defineCommand({
  name: 'cycle approve',
  summary: 'Say for a statutory partner whether a change to the annual cycle is approved.',
  allow: ['business-unit', 'statutory-partner'],
  fields: z.object({
    amendment,
    answer: choice('What does it say', APPROVALS),
    for: agencyField('Which statutory partner? Your own, if left out').optional(),
    evidence: freeText('Where it is written that it says so, if you write it down for it', {
      most: 200,
    }).optional(),
  }),
  decide: ({ amendment: ref, answer, for: wanted, evidence }, situation) =>
    onAmendment(ref, situation, (found) => {
      const partner = wanted ?? ownPartners(situation)[0];
      const wrong = whyNot(found, partner, evidence, situation);
      if (wrong || partner === undefined) return refuse(wrong ?? '');
      const said = {
        type: 'amendment-answered',
        ref,
        partner,
        is: answer,
        on: situation.today,
        ...(evidence ? { evidence } : {}),
      } as const;
      const changes = [said, ...follow(said, situation)];
      const name = agencyName(situation.arrangement, partner);
      const does = answer === 'approve' ? 'approves' : 'declines';
      return writtenOn(ref, changes, `${ref}: ${name} ${does} it`, situation);
    }),
});

/** What the last approval does to the year at once. */
const follow = (said: Change & { readonly ref: Amendment['ref'] }, situation: Situation) => {
  const { ledger } = afterChanges(situation, [said]);
  const record = ledger.records.get(said.ref);
  return record?.is === 'amendment' && standingOf(record) === 'in-force'
    ? consequences(record, { ...situation, ledger })
    : [];
};

const whyNot = (
  { ref, partners, answers, ...amendment }: Amendment,
  partner: string | undefined,
  evidence: string | undefined,
  situation: Situation,
): string | undefined => {
  const standing = standingOf({ ref, partners, answers, ...amendment });
  if (standing !== 'proposed')
    return `${ref} is ${SAID[standing]}, so there is nothing to approve. Propose another change with /cycle amend.`;
  if (partner === undefined || !partners.includes(partner))
    return `Say for which statutory partner: for=PARTNER, one of ${listed(partners)}.`;
  const name = agencyName(situation.arrangement, partner);
  if (!mayWriteFor(partner, situation))
    return `You do not speak for ${name}. Ask its lead or deputy to answer, or the business unit to write their answer down.`;
  if (answers[partner])
    return `${name} has answered ${ref} already. Take it back with /undo, or propose another change.`;
  return evidence || ownPartners(situation).includes(partner)
    ? undefined
    : `You write it down for ${name}: say where it says so, with evidence="…".`;
};

const SAID = {
  'in-force': 'approved by every statutory partner',
  declined: 'declined',
  withdrawn: 'withdrawn',
} as const;
