import { z } from 'zod';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { Ref } from '../reference.ts';
import { Dated, Signed } from '../signed.ts';

/** What agencies are asked for (S0 8.10, 8.11; governance.md G20, G23, G47, G48). */
export const REQUEST_KINDS = [
  'data',
  'commentary',
  'consultation',
  'sign-off',
  'scoping',
  'section-11',
  'section-175',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Definite answers (G21), and two that are not the end of it: a part of it, and a refusal. */
export const ANSWERS = [
  'agree',
  'disagree',
  'comment',
  'nil-return',
  'provided',
  'partial',
  'refused',
] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** These say nothing without words. */
const NEED_WORDS: readonly AnswerKind[] = ['comment', 'disagree', 'partial', 'refused'];
export const needsWords = (answer: AnswerKind): boolean => NEED_WORDS.includes(answer);

/** What somebody said for an agency. Nothing else ever stands for one: silence is no answer. */
export const Answer = Dated.unwrap()
  .extend({
    is: z.enum(ANSWERS),
    note: z.string().optional(),
    /** Who of the agency's senior staff stands by it, by post (G25). */
    signedOffBy: z.string().optional(),
    /** Where the written confirmation of a changed position is (G06). */
    writtenRef: z.string().optional(),
  })
  .readonly();
export type Answer = z.infer<typeof Answer>;

export const Part = z
  .object({
    asked: Dated,
    /** Its own day, where it was given another. */
    due: Day.optional(),
    /** When somebody of the agency first opened it. */
    seen: Signed.readonly().optional(),
    /** Append-only; the last one holds. */
    answers: z.array(Answer).readonly(),
    /** When the business unit asked again by hand. */
    chased: z.array(Signed.readonly()).readonly(),
    /** When the chair's formal notice went out. */
    noticed: Dated.optional(),
  })
  .readonly();
export type Part = z.infer<typeof Part>;

/** One question to one or several agencies, each of which answers for itself. */
export const InformationRequest = z
  .object({
    is: z.literal('request'),
    ref: Ref,
    kind: z.enum(REQUEST_KINDS),
    what: z.string(),
    due: Day,
    asked: Dated,
    /** The power it is made under, in the words that stood in the arrangement then (G24). */
    basis: z.string(),
    /** Where the document lives; nothing is attached. */
    link: z.string().optional(),
    /** The review it is for: then it is seen as the case is. */
    review: Ref.optional(),
    /** Another partnership that asks us, and the day it expects us by (G87). */
    inbound: z.object({ from: z.string(), expected: Day }).readonly().optional(),
    replied: Dated.optional(),
    /** By agency. */
    parts: z.record(z.string(), Part).readonly(),
    /** When the One-Year-On review of it was held (G47). */
    followedUp: Dated.optional(),
    closed: Signed.extend({ reason: z.string(), withdrawn: z.boolean() }).readonly().optional(),
    ...EVERY_RECORD,
  })
  .readonly();
export type InformationRequest = z.infer<typeof InformationRequest>;

/** Returns of an audit: chased for longer, and reviewed a year on. */
export const isAudit = ({ kind }: Pick<InformationRequest, 'kind'>): boolean =>
  kind === 'section-11' || kind === 'section-175';
