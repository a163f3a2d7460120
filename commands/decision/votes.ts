import type { Situation } from '../../src/app/command.ts';
import { agencyName, sayAgencies } from '../../src/domain/agencies.ts';
import { VOTES, type Vote } from '../../src/domain/governance/decision.ts';
import { isThere, type Meeting } from '../../src/domain/meetings/meeting.ts';
import { counted, listed } from '../../src/domain/words.ts';
import type { Recorded } from './record.ts';

export type Votes = Readonly<Record<string, Vote>>;

/** How the partners voted, nothing where no vote was taken, or why nobody can have voted so. */
export const readVotes = (
  asked: Pick<Recorded, Vote>,
  met: Meeting,
  { arrangement }: Situation,
): { readonly votes: Votes | undefined } | { readonly wrong: string } => {
  const cast = VOTES.flatMap((vote) => (asked[vote] ?? []).map((id) => ({ id, vote })));
  const ids = cast.map(({ id }) => id);
  const { statutory } = arrangement;
  const others = [...new Set(ids)].filter((id) => !statutory.includes(id));
  if (others.length > 0)
    return {
      wrong: `Votes are taken from the statutory partners alone (S0, Appendix 1), and ${sayFew(others, arrangement)} no vote. Name only ${listed(statutory)}.`,
    };
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice)
    return {
      wrong: `${agencyName(arrangement, twice)} stands in two lists. Say once how it voted.`,
    };
  const away = ids.find((id) => isAway(id, met));
  if (away)
    return {
      wrong: `${agencyName(arrangement, away)} was not at ${met.ref}, so it has no vote there. Leave it out, or put right who came with /meeting attendance.`,
    };
  return {
    votes: cast.length > 0 ? Object.fromEntries(cast.map(({ id, vote }) => [id, vote])) : undefined,
  };
};

const MOST_NAMED = 2;
const sayFew = (ids: readonly string[], arrangement: Situation['arrangement']): string => {
  const more = ids.length - MOST_NAMED;
  if (more > 0)
    return `${sayAgencies(arrangement, ids.slice(0, MOST_NAMED))} and ${counted(more, 'other')} have`;
  return `${sayAgencies(arrangement, ids)} ${ids.length > 1 ? 'have' : 'has'}`;
};

/** What nobody has recorded is no absence. */
const isAway = (id: string, { attendance }: Meeting): boolean => {
  const seat = attendance[id];
  return seat !== undefined && !isThere(seat.is);
};
