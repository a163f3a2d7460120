import type { Situation } from '../../src/app/command.ts';
import { sayNear } from '../../src/domain/day.ts';
import { ANSWERED, type Challenge, type Closing } from '../../src/domain/governance/challenge.ts';
import { sayPerson, saySeat } from '../../src/domain/posts.ts';
import { unstopped } from '../../src/domain/words.ts';

const CLOSED = {
  settled: 'settled',
  'not-settled': 'not settled',
  withdrawn: 'withdrawn',
} as const satisfies Record<Closing, string>;

/** An agency, or the post of whoever raises it. */
export const sayParty = (party: string, { arrangement }: Pick<Situation, 'arrangement'>): string =>
  saySeat(arrangement, party);

/** "no answer, due Mon 1 Jun", "Probation accepts it in part", "settled": silence is never more than that. */
export const sayStanding = (challenge: Challenge, situation: Situation): string => {
  const { answers, closed, due, to } = challenge;
  const { today } = situation;
  const last = answers.at(-1);
  if (closed) {
    const without = last ? '' : ' without an answer';
    return `${CLOSED[closed.is]}${without}, closed on ${sayNear(closed.on, today)}`;
  }
  if (last)
    return `${sayParty(to, situation)} ${ANSWERED[last.is]}, to be closed by whoever raised it`;
  return due < today
    ? `late, no answer, was due ${sayNear(due, today)}`
    : `no answer yet, due ${sayNear(due, today)}`;
};

export const sayChallenge = (challenge: Challenge, situation: Situation): string => {
  const { ref, what, from, to } = challenge;
  return `${ref}, ${unstopped(what)}: ${sayParty(from, situation)} to ${sayParty(to, situation)}; ${sayStanding(challenge, situation)}`;
};

/** Every answer, oldest first, with who wrote it down. */
export const sayAnswers = ({ answers, to }: Challenge, situation: Situation): readonly string[] =>
  answers.map(({ on, by, is, note, writtenRef }) => {
    const confirmed = writtenRef ? ` (confirmed in writing, ${writtenRef})` : '';
    return `${sayNear(on, situation.today)}, ${sayPerson(situation.arrangement, by)}: ${sayParty(to, situation)} ${ANSWERED[is]}${confirmed}. ${note}`;
  });
