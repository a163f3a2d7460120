import type { Situation } from '../../src/app/command.ts';
import { visibleRecords } from '../../src/app/visible.ts';
import {
  confirmingMeeting,
  isToConfirm,
  isToReport,
  type PartnershipDecision,
  reportingMeeting,
} from '../../src/domain/governance/decision.ts';
import { type Meeting, nextMeeting } from '../../src/domain/meetings/meeting.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { sayDecision } from '../decision/words.ts';
import { sayDispute } from '../dispute/words.ts';

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

/** What the meeting itself has decided. */
export const decidedAt = ({ ref }: Meeting, situation: Situation): readonly GatheredLine[] =>
  asLines(
    visibleRecords(situation, 'decision').filter(
      ({ taken }) => 'meeting' in taken && taken.meeting === ref,
    ),
    situation,
  );
