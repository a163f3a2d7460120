import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choice, referenceField } from '../../src/app/field.ts';
import { addDays, sayNear } from '../../src/domain/day.ts';
import {
  CONFIRMATIONS,
  isToConfirm,
  meetingOf,
  type PartnershipDecision,
} from '../../src/domain/governance/decision.ts';
import { isInquorate } from '../../src/domain/meetings/attendance.ts';
import { type Meeting, meetingsBetween } from '../../src/domain/meetings/meeting.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { decision, onStanding, writtenDecision } from './find.ts';
import { maySettle, notYours } from './may.ts';

export const decisionConfirm = defineCommand({
  name: 'decision confirm',
  summary: 'Record whether a quorate meeting confirmed what one without a quorum decided.',
  allow: ['business-unit', 'chair', 'group-chair'],
  fields: z.object({
    decision,
    is: choice('What did the meeting make of it', CONFIRMATIONS, { fallback: 'confirmed' }),
    meeting: referenceField('At which meeting, if not the last', 'MT', { bare: false }).optional(),
  }),
  decide: ({ decision: ref, is, meeting }, situation) =>
    onStanding(ref, situation, (found) => {
      const wrong = whyNot(found, situation);
      if (wrong) return refuse(wrong);
      const at = meetingFor(found, meeting, situation);
      if ('wrong' in at) return refuse(at.wrong);
      const change = {
        type: 'decision-confirmed',
        ref,
        is,
        on: at.met.on,
        meeting: at.met.ref,
      } as const;
      return writtenDecision(
        ref,
        [change],
        `${ref} is ${is === 'confirmed' ? 'confirmed' : 'not confirmed'} at ${at.met.ref}`,
        situation,
      );
    }),
});

const whyNot = (found: PartnershipDecision, situation: Situation): string | undefined => {
  const { ref, confirmation } = found;
  if (!maySettle(found, situation)) return notYours(ref);
  if (confirmation)
    return `${ref} came before ${confirmation.meeting} on ${sayNear(confirmation.on, situation.today)}. Nothing more is needed; a new decision is recorded with /decision record.`;
  return isToConfirm(found, situation)
    ? undefined
    : `${ref} was not taken at a meeting that is known to lack its quorum, so there is nothing to confirm. /decision show ${ref} shows it.`;
};

/** The last meeting of the same body since, unless one is named; without a quorum it cannot confirm anything either. */
const meetingFor = (
  found: PartnershipDecision,
  named: Ref | undefined,
  { ledger, arrangement, today }: Situation,
): { readonly met: Meeting } | { readonly wrong: string } => {
  const before = meetingOf(found, ledger);
  const held = before
    ? meetingsBetween(ledger, before.body, { from: addDays(before.on, 1), until: today })
    : [];
  const met = named === undefined ? held.at(-1) : held.find(({ ref }) => ref === named);
  if (!met)
    return {
      wrong: `${named ?? 'No meeting'} of that body has met since ${before?.ref ?? found.ref}. Record it on the day of the next; /meeting list shows it.`,
    };
  return isInquorate(met, arrangement)
    ? {
        wrong: `${met.ref} was not quorate either, so it could not confirm ${found.ref}. Put it to the next meeting; /meeting attendance corrects who came.`,
      }
    : { met };
};
