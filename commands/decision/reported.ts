import { z } from 'zod';
import {
  accept,
  type Decision,
  defineCommand,
  refuse,
  type Situation,
} from '../../src/app/command.ts';
import { choice, dayField, referenceField } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { type PartnershipDecision, REPORTED } from '../../src/domain/governance/decision.ts';
import { type Meeting, meetingsBetween } from '../../src/domain/meetings/meeting.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { decision, onStanding, writtenDecision } from './find.ts';
import { maySettle, notYours } from './may.ts';
import { sayReported } from './words.ts';

export const decisionReported = defineCommand({
  name: 'decision reported',
  summary:
    'Record that a decision taken between meetings was reported, at a meeting or in writing.',
  allow: ['business-unit', 'chair', 'scrutineer'],
  fields: z.object({
    decision,
    how: choice('How', REPORTED),
    on: dayField('On which day', { fallback: 'today' }),
    meeting: referenceField('At which meeting, if not the last', 'MT', { bare: false }).optional(),
  }),
  decide: ({ decision: ref, how, on, meeting }, situation) =>
    onStanding(ref, situation, (found) => {
      const wrong = whyNot(found, on, situation);
      if (wrong) return refuse(wrong);
      if (found.reported)
        return accept(
          plain(
            `${ref} is reported already, ${sayReported(found, situation)}. Nothing more is needed.`,
          ),
        );
      return how === 'writing'
        ? reportedOn(found, { how, on }, situation)
        : reportedAt(found, meeting, situation);
    }),
});

const reportedAt = (
  found: PartnershipDecision,
  named: Ref | undefined,
  situation: Situation,
): Decision => {
  const at = meetingFor(found, named, situation);
  if ('wrong' in at) return refuse(at.wrong);
  const { on, ref: meeting } = at.met;
  return reportedOn(found, { how: 'meeting', on, meeting }, situation);
};

type How = Omit<NonNullable<PartnershipDecision['reported']>, 'at' | 'by'>;

const reportedOn = ({ ref }: PartnershipDecision, how: How, situation: Situation): Decision => {
  const where = how.meeting ? `at ${how.meeting}` : 'in writing';
  return writtenDecision(
    ref,
    [{ type: 'decision-reported', ref, ...how }],
    `${ref} is reported ${where}, on ${sayNear(how.on, situation.today)}`,
    situation,
  );
};

const whyNot = (found: PartnershipDecision, on: Day, situation: Situation): string | undefined => {
  const { ref, taken, made } = found;
  const { today } = situation;
  if (!maySettle(found, situation)) return notYours(ref);
  if (taken.is !== 'between-meetings')
    return `${ref} was decided at ${taken.meeting}, which has heard of it. Nothing needs reporting.`;
  if (on > today) return `${sayNear(on, today)} is still to come. Record it once it is reported.`;
  return on < made.on
    ? `${ref} was decided on ${sayNear(made.on, today)}, so it cannot have been reported before. Check the day.`
    : undefined;
};

/** The Partnership's meeting that heard of it: the last since it was decided, unless one is named. */
const meetingFor = (
  { ref, made }: PartnershipDecision,
  named: Ref | undefined,
  situation: Situation,
): { readonly met: Meeting } | { readonly wrong: string } => {
  const { ledger, arrangement, today } = situation;
  const since = { from: made.on, until: today };
  const held = meetingsBetween(ledger, arrangement.partnershipBody, since);
  const met = named === undefined ? held.at(-1) : held.find((one) => one.ref === named);
  if (met) return { met };
  return {
    wrong:
      named === undefined
        ? `The Partnership has not met since ${ref} was decided on ${sayNear(made.on, today)}. Record it on the day of the meeting, or give how=writing.`
        : `${named} is no meeting of the Partnership since ${ref} was decided on ${sayNear(made.on, today)}. /meeting list state=all shows them.`,
  };
};
