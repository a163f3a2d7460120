import { z } from 'zod';
import { ABOUT } from '../about.ts';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { Ref } from '../reference.ts';
import { Dated, Signed } from '../signed.ts';

/** What an agency answers; nothing else ever stands for an answer, and no lapse of time. */
export const CHALLENGE_ANSWERS = ['accept', 'accept-in-part', 'do-not-accept'] as const;
export type ChallengeAnswer = (typeof CHALLENGE_ANSWERS)[number];

/** After the agency's name. */
export const ANSWERED = {
  accept: 'accepts it',
  'accept-in-part': 'accepts it in part',
  'do-not-accept': 'does not accept it',
} as const satisfies Record<ChallengeAnswer, string>;

/** What whoever raised it makes of that. */
export const CLOSINGS = ['settled', 'not-settled', 'withdrawn'] as const;
export type Closing = (typeof CLOSINGS)[number];

const ANSWER = {
  is: z.enum(CHALLENGE_ANSWERS),
  note: z.string(),
  /** Where the written confirmation of a changed position is (S0 6.8, G06). */
  writtenRef: z.string().optional(),
} as const;
const CLOSED = { is: z.enum(CLOSINGS), reason: z.string() } as const;

/** An entry of the challenge log: one agency challenges another (S0 6.6, 7.12; G94). */
export const Challenge = z
  .object({
    is: z.literal('challenge'),
    ref: Ref,
    what: z.string(),
    /** An agency, or the post of the chair or a scrutineer. */
    from: z.string(),
    /** The agency that is to answer. */
    to: z.string(),
    due: Day,
    raised: Dated,
    /** How its day was put off, oldest first. */
    extensions: z
      .array(Signed.extend({ was: Day, to: Day, reason: z.string() }).readonly())
      .readonly()
      .optional(),
    /** Append-only; the last one holds. */
    answers: z.array(Dated.unwrap().extend(ANSWER).readonly()).readonly(),
    closed: Dated.unwrap().extend(CLOSED).readonly().optional(),
    ...ABOUT,
    ...EVERY_RECORD,
  })
  .readonly();
export type Challenge = z.infer<typeof Challenge>;

/** What can be written down of it. */
export const CHALLENGE_CHANGES = [
  z.object({ type: z.literal('challenge-raised'), challenge: Challenge }),
  z.object({ type: z.literal('challenge-answered'), ref: Ref, on: Day, ...ANSWER }),
  z.object({ type: z.literal('challenge-extended'), ref: Ref, to: Day, reason: z.string() }),
  z.object({ type: z.literal('challenge-closed'), ref: Ref, on: Day, ...CLOSED }),
] as const;

/** Whether its answer is still wanted. */
export const isUnanswered = ({ answers, closed }: Challenge): boolean =>
  answers.length === 0 && !closed;
