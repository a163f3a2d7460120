import { isBusiness } from '../domain/about.ts';
import { type Action, isOfCase } from '../domain/action.ts';
import type { HeedRecord } from '../domain/change.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Ref } from '../domain/reference.ts';
import { reviewOf } from '../domain/reviews/case.ts';
import type { Situation } from './command.ts';
import { referenceField } from './field.ts';
import { checkText } from './gate.ts';
import { visibleRecord } from './visible.ts';

/** The record that a new one comes of: with a case it is seen, and held back, as the case is. */
export type ComingOf = Pick<Action, 'source' | 'ofCase' | 'embargo'>;

export const comingOf = (record: HeedRecord, ledger: Pick<Ledger, 'records'>): ComingOf => {
  const { ref, embargo } = record;
  const ofCase =
    record.is === 'action' || isBusiness(record)
      ? isOfCase(record)
      : isOfCase({ source: reviewOf(ledger, ref) ?? ref });
  return { source: ref, ofCase, ...(embargo ? { embargo } : {}) };
};

/** What a record of the partnership's business comes of, where it comes of one. */
export const source = referenceField('What it comes of: a reference', [], {
  bare: false,
}).optional();

/** What of the texts may be written down of a case: no day and no link (privacy.md E5). */
const ON_CASE = { kind: 'text', title: '', onCase: true } as const;

/** From where it comes, or why it cannot come from there with these texts. */
export const readSource = (
  ref: Ref | undefined,
  texts: Readonly<Record<string, string | undefined>>,
  situation: Situation,
): ComingOf | { readonly wrong: string } => {
  if (ref === undefined) return {};
  const record = visibleRecord(situation, ref);
  if (!record)
    return {
      wrong: `There is no ${ref} that you can see. Give the reference of a record that is there, or leave source out.`,
    };
  const origin = comingOf(record, situation.ledger);
  const wrong = origin.ofCase ? textOnCase(texts, situation) : undefined;
  return wrong === undefined ? origin : { wrong };
};

/** What is wrong with texts that are written of something that comes of a case. */
export const textOnCase = (
  texts: Readonly<Record<string, string | undefined>>,
  { arrangement }: Situation,
): string | undefined =>
  Object.entries(texts)
    .flatMap(([field, text]) =>
      text === undefined ? [] : [checkText(field, ON_CASE, text, arrangement.gate, true)],
    )
    .find((problem) => problem !== undefined)?.sentence;

/** "RR-2026-1", for those alone who may see it. */
export const saySource = (
  { source: ref }: ComingOf,
  situation: Situation,
): readonly (readonly [string, string])[] =>
  ref && visibleRecord(situation, ref) ? [['Comes of', ref]] : [];
