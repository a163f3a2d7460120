import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agenciesField } from '../../src/app/field.ts';
import { agencyName, sayAgencies, speaksFor } from '../../src/domain/agencies.ts';
import { meetingOf, type PartnershipDecision } from '../../src/domain/governance/decision.ts';
import { decision, onStanding, writtenDecision } from './find.ts';
import { maySettle } from './may.ts';
import { readVotes, type Votes } from './votes.ts';

const voices = (title: string) => agenciesField(title).optional();

const fields = z.object({
  decision,
  for: voices('Which statutory partners were for it'),
  against: voices('Which were against it'),
  abstained: voices('Which abstained'),
});
type Fields = z.infer<typeof fields>;

export const decisionVote = defineCommand({
  name: 'decision vote',
  summary:
    'Record how statutory partners voted, where that was not written down with the decision.',
  allow: ['business-unit', 'chair', 'group-chair', 'statutory-partner'],
  fields,
  decide: (asked, situation) =>
    onStanding(asked.decision, situation, (found) => {
      const read = voicesOf(asked, found, situation);
      if ('wrong' in read) return refuse(read.wrong);
      const { ref } = found;
      const names = sayAgencies(situation.arrangement, Object.keys(read.votes));
      return writtenDecision(
        ref,
        [{ type: 'decision-voted', ref, votes: read.votes }],
        `${ref}: the vote of ${names} is recorded`,
        situation,
      );
    }),
});

type Read = { readonly votes: Votes } | { readonly wrong: string };

const voicesOf = (asked: Fields, found: PartnershipDecision, situation: Situation): Read => {
  const { ref, taken } = found;
  const met = meetingOf(found, situation.ledger);
  if (taken.is !== 'vote' || !met)
    return {
      wrong: `No vote was taken on ${ref}. If there was one, withdraw it with /decision withdraw ${ref} and record it anew with the votes.`,
    };
  const read = readVotes(asked, met, situation);
  if ('wrong' in read) return read;
  const { votes } = read;
  if (!votes)
    return {
      wrong: `Say who voted, and how: /decision vote ${ref} for=…, against=… or abstained=….`,
    };
  const wrong = standing(votes, taken.votes, found, situation) ?? whose(votes, found, situation);
  return wrong === undefined ? { votes } : { wrong };
};

/** A voice that was given stands. */
const standing = (
  votes: Votes,
  given: Votes,
  { ref }: PartnershipDecision,
  { arrangement }: Situation,
): string | undefined => {
  const again = Object.keys(votes).find((id) => given[id] !== undefined);
  return again
    ? `The vote of ${agencyName(arrangement, again)} on ${ref} is recorded already, and stands. Leave it out; if it was written down wrongly, withdraw the record with /decision withdraw ${ref}.`
    : undefined;
};

/** A partner gives its own; whoever writes the decision down gives anybody's. */
const whose = (
  votes: Votes,
  found: PartnershipDecision,
  situation: Situation,
): string | undefined => {
  const { arrangement, actor } = situation;
  if (maySettle(found, situation)) return undefined;
  const others = Object.keys(votes).filter(
    (id) => !actor.posts.some((post) => speaksFor(id, post)),
  );
  return others.length > 0
    ? `You do not speak for ${sayAgencies(arrangement, others)}. Give your own agency’s vote, or ask the business unit.`
    : undefined;
};
