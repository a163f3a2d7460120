import { speaksFor } from '../agencies.ts';
import { addDays, type Day } from '../day.ts';
import type { Told } from '../item.ts';
import type { Ledger } from '../ledger.ts';
import type { Answer, InformationRequest, Part } from './request.ts';

/**
 * The answer that an agency is held to. Drawn from what somebody said and from nothing else: no lapse
 * of time, closing or undoing makes one (S0 8.11, G21). Where it is for a review it counts only with a
 * senior sign-off (S0, Appendix 7; G25).
 */
export const definiteAnswer = (
  { review }: Pick<InformationRequest, 'review'>,
  { answers }: Part,
): Answer | undefined => {
  const last = answers.at(-1);
  if (!last || last.is === 'partial') return undefined;
  return review && last.is === 'provided' && !last.signedOffBy ? undefined : last;
};

export const dueOf = ({ due }: Pick<InformationRequest, 'due'>, part: Part): Day => part.due ?? due;

/** Whether what was sent to an agency has arrived anywhere: nothing was sent yet, all came back, or some did. */
export type Reach = 'nothing-sent' | 'came-back' | 'arrived';

export type Standing =
  | 'not sent yet'
  | 'sent'
  | 'seen'
  | 'partial'
  | 'answered'
  | 'refused'
  | 'undeliverable'
  | 'overdue'
  | 'closed without an answer';

/** Where an agency stands on the board. */
export const standingOf = (
  request: InformationRequest,
  part: Part,
  today: Day,
  reach: Reach,
): Standing => {
  const answer = definiteAnswer(request, part);
  if (answer) return answer.is === 'refused' ? 'refused' : 'answered';
  if (request.closed) return 'closed without an answer';
  if (dueOf(request, part) < today) return 'overdue';
  if (part.answers.length > 0) return 'partial';
  if (part.seen) return 'seen';
  return REACHED[reach];
};

const REACHED = {
  'nothing-sent': 'not sent yet',
  'came-back': 'undeliverable',
  arrived: 'sent',
} as const satisfies Record<Reach, Standing>;

export const reachOf = (
  ledger: Pick<Ledger, 'told'>,
  of: InformationRequest,
  agency: string,
): Reach => {
  const own = toldTo(ledger, of, agency).filter(({ is }) => is !== 'dropped');
  if (own.length === 0) return 'nothing-sent';
  return own.some(({ is }) => is === 'sent') ? 'arrived' : 'came-back';
};

/** What was said, or was to be said, to those who answer for an agency. */
export const toldTo = (
  { told }: Pick<Ledger, 'told'>,
  { ref }: InformationRequest,
  agency: string,
): readonly Told[] =>
  (told.get(ref) ?? []).filter(({ part, to }) => part === agency && speaksFor(agency, to));

/**
 * The days on which what is owed of a request changes by itself: the day after each answer was due, and
 * the day after each meeting that it would stand on the agenda of.
 */
export const turningDays = (
  request: InformationRequest,
  { records }: Pick<Ledger, 'records'>,
): readonly Day[] => {
  if (request.closed) return [];
  const late = silentOf(request).flatMap((agency) => {
    const part = request.parts[agency];
    return part ? [addDays(dueOf(request, part), 1)] : [];
  });
  if (late.length === 0) return [];
  const meetings = [...records.values()].flatMap((record) =>
    record.is === 'meeting' && !record.cancelled ? [addDays(record.on, 1)] : [],
  );
  return [...new Set([...late, ...meetings])];
};

/** The agencies whose definite answer is still wanted. */
export const silentOf = (request: InformationRequest): readonly string[] =>
  Object.entries(request.parts).flatMap(([agency, part]) =>
    definiteAnswer(request, part) ? [] : [agency],
  );

/** Those of them whose day has passed. */
export const lateOf = (request: InformationRequest, today: Day): readonly string[] =>
  request.closed
    ? []
    : silentOf(request).filter((agency) => {
        const part = request.parts[agency];
        return part !== undefined && dueOf(request, part) < today;
      });
