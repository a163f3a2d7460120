import { arrangementOn } from '../arrangement-on.ts';
import { isThere } from '../meetings/meeting.ts';
import { meetingOf, type PartnershipDecision, type Scene, VOTES, type Vote } from './decision.ts';

/** What a vote came to, or whose voice is not written down yet. */
export type VoteResult =
  | { readonly is: 'open'; readonly missing: readonly string[] }
  | ({ readonly is: 'carried' | 'not-carried' } & Readonly<Record<Vote, number>>);

/**
 * PURE. There is a result once the voice of every statutory partner is written down that was there, or that nobody has
 * recorded as away: silence is no vote. More for it than against it carries, which is ours: the seeds say whose
 * votes are taken (S0 Appendix 1, G09) and not what carries. Undefined where no vote was taken.
 */
export const voteResult = (
  decision: PartnershipDecision,
  { ledger, arrangement }: Scene,
): VoteResult | undefined => {
  const { taken, made } = decision;
  if (taken.is !== 'vote') return undefined;
  const attendance = meetingOf(decision, ledger)?.attendance ?? {};
  const missing = arrangementOn(arrangement, made.on).statutory.filter((id) => {
    const seat = attendance[id];
    return taken.votes[id] === undefined && (seat === undefined || isThere(seat.is));
  });
  if (missing.length > 0) return { is: 'open', missing };
  const cast = Object.values(taken.votes);
  const counts = Object.fromEntries(
    VOTES.map((vote) => [vote, cast.filter((one) => one === vote).length]),
  ) as Record<Vote, number>;
  return { is: counts.for > counts.against ? 'carried' : 'not-carried', ...counts };
};
