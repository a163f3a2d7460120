import { readSource } from '../../src/app/coming-of.ts';
import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { sayAgencies } from '../../src/domain/agencies.ts';
import { sayNear } from '../../src/domain/day.ts';
import { holds, sayPost } from '../../src/domain/posts.ts';
import { capital, listed } from '../../src/domain/words.ts';
import { writtenDecision } from './find.ts';
import { newDecision } from './open.ts';
import type { Recorded } from './record.ts';

/** S0 8.4: whoever decides between meetings does, and consults the statutory partners as appropriate. */
export const recordBetween = (asked: Recorded, situation: Situation): Decision => {
  const { arrangement, today } = situation;
  const on = asked.on ?? today;
  const wrong = whyNot(asked, situation);
  if (wrong) return refuse(wrong);
  const origin = readSource(asked.source, { what: asked.what }, situation);
  if ('wrong' in origin) return refuse(origin.wrong);
  const { by } = arrangement.decider;
  const consulted = partnersOf(asked.consulted ?? [], situation);
  const consultedOn = asked['consulted-on'];
  const taken = {
    is: 'between-meetings',
    by,
    consulted,
    ...(consultedOn && consultedOn !== on ? { consultedOn } : {}),
  } as const;
  const decision = newDecision({ what: asked.what, on, taken, ...origin }, situation);
  return writtenDecision(
    decision.ref,
    [{ type: 'decision-recorded', decision }],
    `${decision.ref}: the decision of ${sayPost(arrangement, by)} is recorded`,
    situation,
    unconsulted(consulted, situation),
  );
};

/** "all" stands for the statutory partners here. */
const partnersOf = (
  named: readonly string[],
  { arrangement: { agencies, statutory } }: Situation,
): readonly string[] => (named.length === agencies.length ? statutory : named);

const whyNot = (asked: Recorded, situation: Situation): string | undefined => {
  const { arrangement, actor, roles } = situation;
  const { by } = arrangement.decider;
  if (!roles.includes('business-unit') && !holds(arrangement, actor, by))
    return `Between meetings ${sayPost(arrangement, by)} decides. Ask them, or the business unit; for a decision of your body say at which meeting: meeting=MT-….`;
  if (asked.for ?? asked.against ?? asked.abstained)
    return 'A vote is taken at a meeting. Say at which: meeting=MT-….';
  return notThen(asked, situation) ?? notPartners(asked, situation);
};

const notThen = (asked: Recorded, { today }: Situation): string | undefined => {
  const on = asked.on ?? today;
  if (on > today)
    return `${sayNear(on, today)} is still to come. Record the decision once it is taken.`;
  const consultedOn = asked['consulted-on'] ?? on;
  return consultedOn > on
    ? `It was decided on ${sayNear(on, today)}, and whoever was consulted was so before. Check the days.`
    : undefined;
};

const notPartners = ({ consulted = [] }: Recorded, situation: Situation): string | undefined => {
  const { arrangement } = situation;
  const { statutory } = arrangement;
  const others = partnersOf(consulted, situation).filter((id) => !statutory.includes(id));
  return others.length > 0
    ? `${sayAgencies(arrangement, others)} ${others.length > 1 ? 'are no statutory partners' : 'is no statutory partner'}. Name those who were consulted of ${listed(statutory)}.`
    : undefined;
};

/** It is written down as it was, and said where the arrangement would have it otherwise (S2 4.2.6, G28). */
const unconsulted = (
  consulted: readonly string[],
  { arrangement: { decider, statutory }, arrangement }: Situation,
): readonly string[] => {
  const left = statutory.filter((id) => !consulted.includes(id));
  return decider.inConsultation && left.length > 0
    ? [
        `${capital(sayPost(arrangement, decider.by))} decides in consultation with the statutory partners (${decider.source}). Not recorded as consulted: ${sayAgencies(arrangement, left)}.`,
      ]
    : [];
};
