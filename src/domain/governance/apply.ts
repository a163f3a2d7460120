import type { Change } from '../change.ts';
import { type Handlers, openRecord, putRecord } from '../handlers.ts';
import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import { dated } from '../signed.ts';
import type { Challenge } from './challenge.ts';
import type { PartnershipDecision } from './decision.ts';
import type { Dispute } from './dispute.ts';
import type { Risk } from './risk.ts';

type Written = Extract<
  Change,
  { type: `decision-${string}` | `dispute-${string}` | `risk-${string}` | `challenge-${string}` }
>['type'];

/** How the records of the partnership's business change. */
export const governanceHandlers: Handlers<Written> = {
  'decision-recorded': (ledger, { decision }) => openRecord(ledger, decision),
  'decision-reported': (ledger, { ref, how, on, meeting }, entry) =>
    onDecision(ledger, ref, (decision) => ({
      ...decision,
      reported: { ...dated(on, entry), how, ...(meeting ? { meeting } : {}) },
    })),
  'decision-confirmed': (ledger, { ref, is, on, meeting }, entry) =>
    onDecision(ledger, ref, (decision) => ({
      ...decision,
      confirmation: { ...dated(on, entry), is, meeting },
    })),
  'decision-voted': (ledger, { ref, votes }) =>
    onDecision(ledger, ref, (decision) =>
      decision.taken.is === 'vote'
        ? {
            ...decision,
            taken: { ...decision.taken, votes: { ...decision.taken.votes, ...votes } },
          }
        : decision,
    ),
  'decision-withdrawn': (ledger, { ref, reason }, { at, by }) =>
    onDecision(ledger, ref, (decision) => ({ ...decision, withdrawn: { at, by, reason } })),
  'dispute-opened': (ledger, { dispute }) => openRecord(ledger, dispute),
  'dispute-advanced': (ledger, { ref, on, whose, note }, entry) =>
    onDispute(ledger, ref, (dispute) => ({
      ...dispute,
      // What was said at one stage is not said at the next.
      ...(dispute.quiet ? { quiet: {} } : {}),
      reached: [...dispute.reached, { ...dated(on, entry), whose, ...(note ? { note } : {}) }],
    })),
  'dispute-resolved': (ledger, { ref, on, outcome }, entry) =>
    onDispute(ledger, ref, (dispute) => ({
      ...dispute,
      resolved: { ...dated(on, entry), outcome },
    })),
  'risk-added': (ledger, { risk }) => openRecord(ledger, risk),
  'risk-reviewed': (ledger, { ref, on, type: _, ...made }, entry) =>
    onRisk(ledger, ref, (risk) => ({
      ...risk,
      ...(risk.quiet ? { quiet: {} } : {}),
      rating: made.rating,
      review: made.next,
      owner: made.owner ?? risk.owner,
      reviews: [...risk.reviews, { ...dated(on, entry), ...made, was: risk.rating }],
    })),
  'risk-closed': (ledger, { ref, on, reason }, entry) =>
    onRisk(ledger, ref, (risk) => ({ ...risk, closed: { ...dated(on, entry), reason } })),
  'challenge-raised': (ledger, { challenge }) => openRecord(ledger, challenge),
  'challenge-answered': (ledger, { ref, on, type: _, ...answer }, entry) =>
    onChallenge(ledger, ref, (challenge) => ({
      ...challenge,
      answers: [...challenge.answers, { ...dated(on, entry), ...answer }],
    })),
  'challenge-extended': (ledger, { ref, to, reason }, { at, by }) =>
    onChallenge(ledger, ref, ({ extensions = [], ...challenge }) => ({
      ...challenge,
      due: to,
      extensions: [...extensions, { at, by, was: challenge.due, to, reason }],
    })),
  'challenge-closed': (ledger, { ref, on, is, reason }, entry) =>
    onChallenge(ledger, ref, (challenge) => ({
      ...challenge,
      closed: { ...dated(on, entry), is, reason },
    })),
};

const onDecision = (
  ledger: Ledger,
  ref: Ref,
  with_: (decision: PartnershipDecision) => PartnershipDecision,
): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'decision') throw new Error(`the log speaks of ${ref} before it was recorded`);
  return putRecord(ledger, with_(record));
};

const onDispute = (ledger: Ledger, ref: Ref, with_: (dispute: Dispute) => Dispute): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'dispute') throw new Error(`the log speaks of ${ref} before it was opened`);
  return putRecord(ledger, with_(record));
};

const onRisk = (ledger: Ledger, ref: Ref, with_: (risk: Risk) => Risk): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'risk') throw new Error(`the log speaks of ${ref} before it was added`);
  return putRecord(ledger, with_(record));
};

const onChallenge = (
  ledger: Ledger,
  ref: Ref,
  with_: (challenge: Challenge) => Challenge,
): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'challenge') throw new Error(`the log speaks of ${ref} before it was raised`);
  return putRecord(ledger, with_(record));
};
