import { bodyName } from '../../src/app/action-words.ts';
import type { Situation } from '../../src/app/command.ts';
import { agencyNames } from '../../src/domain/agencies.ts';
import { londonDay, sayDay, sayNear } from '../../src/domain/day.ts';
import {
  confirmingMeeting,
  meetingOf,
  type PartnershipDecision,
  type Vote,
  wasInquorate,
} from '../../src/domain/governance/decision.ts';
import { type VoteResult, voteResult } from '../../src/domain/governance/vote.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { listed, unstopped } from '../../src/domain/words.ts';

/** "by the chair, between meetings", "at MT-2026-1 of the Executive, by vote" */
export const sayTaken = (
  { taken, body }: PartnershipDecision,
  { arrangement }: Situation,
): string => {
  if (taken.is === 'between-meetings')
    return `by ${sayPost(arrangement, taken.by)}, between meetings`;
  const where = body === undefined ? '' : ` of ${bodyName({ arrangement }, body)}`;
  return `at ${taken.meeting}${where}, by ${taken.is}`;
};

const SAID = {
  for: 'For',
  against: 'Against',
  abstained: 'Abstained',
} as const satisfies Record<Vote, string>;

/** Whom they consulted, or how the partners voted. */
export const partnerFacts = (
  decision: PartnershipDecision,
  situation: Situation,
): readonly (readonly [string, string])[] => {
  const { taken } = decision;
  const { arrangement, today } = situation;
  if (taken.is === 'consensus') return [];
  if (taken.is === 'between-meetings')
    return [['Consulted', sayConsulted(taken, { arrangement, today })]];
  const cast = (Object.keys(SAID) as Vote[]).flatMap((vote) => {
    const ids = Object.entries(taken.votes).flatMap(([id, is]) => (is === vote ? [id] : []));
    return ids.length > 0 ? [[SAID[vote], listed(agencyNames(arrangement, ids))] as const] : [];
  });
  const result = voteResult(decision, situation);
  return result ? [...cast, ['Result', sayResult(result, situation)]] : cast;
};

/** "Carried, 2 for it and 1 against it", "none yet, without the vote of the police" */
const sayResult = (result: VoteResult, { arrangement }: Pick<Situation, 'arrangement'>): string => {
  if (result.is === 'open')
    return `None yet: the vote of ${listed(agencyNames(arrangement, result.missing))} is not recorded. Silence is no vote`;
  const said = [
    `${result.for} for it`,
    `${result.against} against it`,
    ...(result.abstained > 0 ? [`${result.abstained} abstained`] : []),
  ];
  return `${result.is === 'carried' ? 'Carried' : 'Not carried'}: ${listed(said)}`;
};

const sayConsulted = (
  { consulted, consultedOn }: Extract<PartnershipDecision['taken'], { is: 'between-meetings' }>,
  { arrangement, today }: Pick<Situation, 'arrangement' | 'today'>,
): string => {
  if (consulted.length === 0) return 'nobody';
  const day = consultedOn ? `, on ${sayNear(consultedOn, today)}` : '';
  return `${listed(agencyNames(arrangement, consulted))}${day}`;
};

/** How it came to the Partnership, in a fact. */
export const sayReported = (
  { reported }: PartnershipDecision,
  { today }: Pick<Situation, 'today'>,
): string => {
  if (!reported) return 'not yet';
  const where = reported.how === 'writing' ? 'in writing' : `at ${reported.meeting}`;
  return `${where}, on ${sayNear(reported.on, today)}`;
};

/** What stands over it wherever it is shown: that its meeting was not quorate, or that it was withdrawn. */
export const sayMarks = (
  decision: PartnershipDecision,
  situation: Situation,
): readonly string[] => {
  const { withdrawn, confirmation } = decision;
  if (withdrawn)
    return [`Withdrawn on ${sayDay(londonDay(withdrawn.at))}. Reason: ${withdrawn.reason}`];
  const met = meetingOf(decision, situation.ledger);
  if (confirmation) {
    const day = sayNear(confirmation.on, situation.today);
    return confirmation.is === 'confirmed'
      ? [
          `Confirmed at ${confirmation.meeting} on ${day}; the meeting that took it was not quorate.`,
        ]
      : [`Not confirmed at ${confirmation.meeting} on ${day}: it does not stand.`];
  }
  if (met && wasInquorate(decision, situation))
    return [`Not quorate: ${met.ref} could not decide. ${sayWhere(decision, met.body, situation)}`];
  return [];
};

/** "It has to be confirmed, and stands on the agenda of MT-2026-5, Thu 4 Jun." */
const sayWhere = (decision: PartnershipDecision, body: string, situation: Situation): string => {
  const next = confirmingMeeting(decision, situation);
  return next
    ? `It has to be confirmed, and stands on the agenda of ${next.ref} on ${sayNear(next.on, situation.today)}.`
    : `It has to be confirmed, and ${bodyName(situation, body)} has no meeting scheduled to do so.`;
};

/** "DC-2026-1, fund the post: by the chair, between meetings, Tue 3 Mar; not reported yet" */
export const sayDecision = (decision: PartnershipDecision, situation: Situation): string => {
  const { ref, what, made, taken } = decision;
  const reported =
    taken.is !== 'between-meetings' || decision.withdrawn
      ? ''
      : decision.reported
        ? `; reported ${sayReported(decision, situation)}`
        : '; not reported yet';
  const day = sayNear(made.on, situation.today);
  return `${ref}, ${unstopped(what)}: ${sayTaken(decision, situation)}, ${day}${reported}${mark(decision, situation)}`;
};

/** The mark of a list: the card says the rest. */
const mark = (decision: PartnershipDecision, situation: Situation): string => {
  if (decision.withdrawn) return '; withdrawn';
  return `${VOTED[voteResult(decision, situation)?.is ?? 'carried']}${ofQuorum(decision, situation)}`;
};

const VOTED = {
  open: '; the vote has no result yet',
  'not-carried': '; not carried',
  carried: '',
} as const satisfies Record<VoteResult['is'], string>;

const ofQuorum = (decision: PartnershipDecision, situation: Situation): string => {
  if (decision.confirmation)
    return decision.confirmation.is === 'confirmed' ? '; confirmed' : '; not confirmed';
  return wasInquorate(decision, situation) ? '; not quorate, to be confirmed' : '';
};
