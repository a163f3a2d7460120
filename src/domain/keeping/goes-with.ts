import type { HeedRecord } from '../change.ts';
import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import { comesOf, reviewOf, wholeCase } from '../reviews/case.ts';
import { textsIn } from './mention.ts';

type Records = Pick<Ledger, 'records'>;

const CASE: ReadonlySet<HeedRecord['is']> = new Set([
  'incident',
  'rapid-review',
  'practice-review',
]);

/** Whether it is the incident of a case, or a review of it: they go together. */
export const isOfOneCase = ({ is }: Pick<HeedRecord, 'is'>): boolean => CASE.has(is);

/** All that goes when a record goes: of a case the whole of it, of any other what comes of it. */
export const goesWith = (ledger: Records, ref: Ref): readonly Ref[] => {
  const record = ledger.records.get(ref);
  if (record && isOfOneCase(record)) return wholeCase(ledger, reviewOf(ledger, ref) ?? ref);
  const others = [...ledger.records.keys()].filter((other) => comesOf(ledger, other, ref));
  return [ref, ...others];
};

/** A record that stays and names one of these: what it points to has to be there. */
export const namedBy = (
  { records }: Records,
  refs: readonly Ref[],
): { readonly by: Ref; readonly ref: Ref } | undefined => {
  const gone = new Set<string>(refs);
  for (const [by, record] of records) {
    if (gone.has(by)) continue;
    const ref = textsIn(record).find((text) => gone.has(text));
    if (ref) return { by, ref: ref as Ref };
  }
  return undefined;
};
