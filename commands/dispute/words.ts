import { bodyName } from '../../src/app/action-words.ts';
import type { Situation } from '../../src/app/command.ts';
import { sayAgencies } from '../../src/domain/agencies.ts';
import { sayNear } from '../../src/domain/day.ts';
import {
  type Dispute,
  stageAge,
  stagesOn,
  standingOf,
} from '../../src/domain/governance/dispute.ts';
import { nextMeeting } from '../../src/domain/meetings/meeting.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { counted, listed, unstopped } from '../../src/domain/words.ts';

/** "stage 2 of 4, Arbitration" */
export const sayStage = (dispute: Dispute, { arrangement }: Situation): string => {
  const { stage, number, of } = standingOf(dispute, arrangement);
  return `stage ${number} of ${of}, ${stage.title}`;
};

/** "12 working days, since Tue 3 Mar" */
const sayAge = (dispute: Dispute, situation: Situation): string => {
  const standing = standingOf(dispute, situation.arrangement);
  const day = sayNear(standing.since.on, situation.today);
  const age = stageAge(standing, situation);
  return age === 0 ? `since ${day}` : `for ${counted(age, 'working day')}, since ${day}`;
};

/** "stage 2 of 4, Arbitration, for 12 working days, since Tue 3 Mar", or how it ended. */
export const sayStanding = (dispute: Dispute, situation: Situation): string => {
  const { resolved } = dispute;
  const stage = sayStage(dispute, situation);
  return resolved
    ? `resolved on ${sayNear(resolved.on, situation.today)} at ${stage}`
    : `${stage}, ${sayAge(dispute, situation)}`;
};

export const sayDispute = (dispute: Dispute, situation: Situation): string =>
  `${dispute.ref}, ${unstopped(dispute.what)}: ${sayStanding(dispute, situation)}`;

/** Who has the stage: "the council lead, the health lead and the police lead". */
export const sayWhose = (dispute: Dispute, { arrangement }: Situation): string =>
  listed(standingOf(dispute, arrangement).since.whose.map((post) => sayPost(arrangement, post)));

export const sayBetween = ({ between }: Dispute, { arrangement }: Situation): string =>
  sayAgencies(arrangement, between);

/** S0 14.1: disputes are normally raised at the Executive; whose agenda it stands on by itself. */
export const sayRaised = (situation: Situation): string => {
  const { arrangement, ledger, today } = situation;
  const { raisedAt } = arrangement.disputes;
  if (raisedAt === undefined)
    return 'the arrangement names no body: put it on an agenda yourselves';
  const name = bodyName(situation, raisedAt);
  const next = nextMeeting(ledger, raisedAt, today);
  return next
    ? `on the agenda of ${name}, ${next.ref} on ${sayNear(next.on, today)}`
    : `${name} has no meeting scheduled; it goes on the agenda of the next`;
};

/** Every stage that it came to, oldest first. */
export const stagesOf = (dispute: Dispute, situation: Situation): readonly string[] => {
  const [first] = dispute.reached;
  const stages = first ? stagesOn(situation.arrangement, first.on) : [];
  return dispute.reached.map(({ on, note }, at) => {
    const why = note ? `. ${note}` : '';
    return `Stage ${at + 1}, ${stages[at]?.title ?? ''}, on ${sayNear(on, situation.today)}${why}`;
  });
};
