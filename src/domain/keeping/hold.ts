import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import { reviewOf } from '../reviews/case.ts';
import { goesWith } from './goes-with.ts';

/** What a record comes of, itself first, up to the incident of its case. */
const originsOf = ({ records }: Pick<Ledger, 'records'>, ref: Ref): readonly Ref[] => {
  const chain = new Set<Ref>([ref]);
  for (const one of chain) {
    const record = records.get(one);
    const review = reviewOf({ records }, one);
    if (review) chain.add(review);
    if (record?.is === 'rapid-review') chain.add(record.incident);
    if (record && record.is !== 'cycle-entry' && 'source' in record && record.source)
      chain.add(record.source);
  }
  return [...chain];
};

/**
 * The record whose hold keeps this one: its own, that of what would go with it, or that of the case
 * that it comes of.
 */
export const holdOver = (ledger: Pick<Ledger, 'records' | 'holds'>, ref: Ref): Ref | undefined =>
  [...originsOf(ledger, ref), ...goesWith(ledger, ref)].find((one) => ledger.holds.has(one));
