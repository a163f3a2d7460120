import { readSource } from '../../src/app/coming-of.ts';
import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { chairOf } from '../../src/domain/agencies.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { holds } from '../../src/domain/posts.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { writtenDecision } from './find.ts';
import { newDecision } from './open.ts';
import type { Recorded } from './record.ts';
import { readVotes } from './votes.ts';

/** Decisions are normally made by consensus; a vote is rare (S0 Appendix 1, G09). */
export const recordAtMeeting = (asked: Recorded, ref: Ref, situation: Situation): Decision => {
  const met = visibleRecord(situation, ref);
  if (met?.is !== 'meeting')
    return refuse(`There is no ${ref}. /meeting list shows those there are.`);
  const wrong = whyNot(asked, met, situation);
  if (wrong) return refuse(wrong);
  const votes = readVotes(asked, met, situation);
  if ('wrong' in votes) return refuse(votes.wrong);
  const origin = readSource(asked.source, { what: asked.what }, situation);
  if ('wrong' in origin) return refuse(origin.wrong);
  const taken =
    votes.votes === undefined
      ? ({ is: 'consensus', meeting: ref } as const)
      : ({ is: 'vote', meeting: ref, votes: votes.votes } as const);
  const decision = newDecision(
    { what: asked.what, on: met.on, taken, body: met.body, ...origin },
    situation,
  );
  return writtenDecision(
    decision.ref,
    [{ type: 'decision-recorded', decision }],
    `${decision.ref}: the decision of ${ref} is recorded`,
    situation,
    Object.keys(met.attendance).length === 0
      ? [
          `Nobody is recorded at ${ref} yet. /meeting attendance says who came, and whether it was quorate.`,
        ]
      : [],
  );
};

const whyNot = (
  asked: Recorded,
  { ref, body, on, cancelled }: Meeting,
  { arrangement, actor, roles, today }: Situation,
): string | undefined => {
  const mayWrite =
    hasRole(roles, ['business-unit', 'chair']) || holds(arrangement, actor, chairOf(body));
  if (!mayWrite)
    return `You do not chair the body that met at ${ref}. Ask its chair or the business unit to record what it decided.`;
  if (cancelled)
    return `${ref} is cancelled, so nothing was decided at it. /meeting list shows the others.`;
  if (on > today) return `${ref} is on ${sayNear(on, today)}. Record what it decides on the day.`;
  if (asked.on && asked.on !== on)
    return `${ref} was on ${sayNear(on, today)}. Leave on out: a meeting decides on its own day.`;
  return asked.consulted || asked['consulted-on']
    ? 'Partners are consulted between meetings; at one they are there. Leave consulted out, or leave meeting out.'
    : undefined;
};
