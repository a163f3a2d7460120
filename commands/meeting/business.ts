import type { Situation } from '../../src/app/command.ts';
import { visibleRecords } from '../../src/app/visible.ts';
import { isUnanswered } from '../../src/domain/governance/challenge.ts';
import {
  confirmingMeeting,
  isToConfirm,
  isToReport,
  type PartnershipDecision,
  reportingMeeting,
} from '../../src/domain/governance/decision.ts';
import { byGravity } from '../../src/domain/governance/risk.ts';
import { type Meeting, nextMeeting } from '../../src/domain/meetings/meeting.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { sayChallenge } from '../challenge/words.ts';
import { sayDecision } from '../decision/words.ts';
import { sayDispute } from '../dispute/words.ts';
import { sayRisk } from '../risk/words.ts';

/** One line under a heading of an agenda. */
export interface GatheredLine {
  readonly line: string;
  readonly ref?: Ref;
}

const asLines = (
  decisions: readonly PartnershipDecision[],
  situation: Situation,
): readonly GatheredLine[] =>
  decisions.map((one) => ({ ref: one.ref, line: sayDecision(one, situation) }));

/** S0 8.4: the next meeting of the Partnership hears of what was decided since its last. */
export const decisionsToReport = (
  meeting: Meeting,
  situation: Situation,
): readonly GatheredLine[] => {
  const open = visibleRecords(situation, 'decision')
    .filter(isToReport)
    .filter((one) => reportingMeeting(one, situation)?.ref === meeting.ref);
  return asLines(open, situation);
};

/** What an earlier meeting of the body decided without a quorum. */
export const decisionsToConfirm = (
  meeting: Meeting,
  situation: Situation,
): readonly GatheredLine[] => {
  const open = visibleRecords(situation, 'decision')
    .filter((one) => isToConfirm(one, situation))
    .filter((one) => confirmingMeeting(one, situation)?.ref === meeting.ref);
  return asLines(open, situation);
};

/** S0 14.1: disputes are normally raised at the Executive, or the body that the arrangement names. */
export const openDisputes = (meeting: Meeting, situation: Situation): readonly GatheredLine[] => {
  const { ledger, arrangement, today } = situation;
  const { raisedAt } = arrangement.disputes;
  if (nextMeeting(ledger, raisedAt, today)?.ref !== meeting.ref) return [];
  return visibleRecords(situation, 'dispute')
    .filter(({ resolved }) => !resolved)
    .map((one) => ({ ref: one.ref, line: sayDispute(one, situation) }));
};

/** S0 7.12: the Partnership monitors its register; these are to be reviewed by the day it meets. */
export const risksToReview = (meeting: Meeting, situation: Situation): readonly GatheredLine[] => {
  const { ledger, arrangement, today } = situation;
  if (nextMeeting(ledger, arrangement.partnershipBody, today)?.ref !== meeting.ref) return [];
  return visibleRecords(situation, 'risk')
    .filter(({ closed, review }) => !closed && review <= meeting.on)
    .toSorted(byGravity)
    .map((one) => ({ ref: one.ref, line: sayRisk(one, situation) }));
};

/** S0 7.12: it monitors the challenge log as well; what was not answered in time is raised at it, which is ours. */
export const challengesLate = (meeting: Meeting, situation: Situation): readonly GatheredLine[] => {
  const { ledger, arrangement, today } = situation;
  if (nextMeeting(ledger, arrangement.partnershipBody, today)?.ref !== meeting.ref) return [];
  return visibleRecords(situation, 'challenge')
    .filter((one) => isUnanswered(one) && one.due < today)
    .map((one) => ({ ref: one.ref, line: sayChallenge(one, situation) }));
};

/** What a person has put on the register because of the meeting, such as two absences in a row (S0 6.10). */
export const risksFrom = ({ ref }: Meeting, situation: Situation): readonly GatheredLine[] =>
  visibleRecords(situation, 'risk')
    .filter(({ source }) => source === ref)
    .map((one) => ({ ref: one.ref, line: sayRisk(one, situation) }));

/** What the meeting itself has decided. */
export const decidedAt = ({ ref }: Meeting, situation: Situation): readonly GatheredLine[] =>
  asLines(
    visibleRecords(situation, 'decision').filter(
      ({ taken }) => 'meeting' in taken && taken.meeting === ref,
    ),
    situation,
  );
