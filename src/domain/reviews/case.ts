import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';

/** The rapid review of the case that a record belongs to. */
export const reviewOf = ({ records }: Pick<Ledger, 'records'>, ref: Ref): Ref | undefined => {
  const record = records.get(ref);
  switch (record?.is) {
    case 'incident':
      return record.review;
    case 'rapid-review':
      return record.ref;
    case 'practice-review':
      return record.rapidReview;
    case 'action':
    case 'decision':
    case 'dispute':
    case 'risk':
    case 'challenge':
      return record.source && reviewOf({ records }, record.source);
    case 'request':
      return record.review && reviewOf({ records }, record.review);
    case 'meeting':
    case 'cycle-entry':
    case 'amendment':
    case 'term':
    case 'annual-report':
    case undefined:
      return undefined;
  }
};

/** Everything that hangs on one case: its incident, its reviews, its actions, and what was decided of it. */
export const wholeCase = ({ records }: Pick<Ledger, 'records'>, review: Ref): readonly Ref[] => {
  const rapid = records.get(review);
  if (rapid?.is === 'incident')
    return [
      rapid.ref,
      ...[...records.keys()].filter((ref) => comesOf({ records }, ref, rapid.ref)),
    ];
  const incident = rapid?.is === 'rapid-review' ? [rapid.incident] : [];
  const others = [...records.keys()].filter((ref) => reviewOf({ records }, ref) === review);
  return [...new Set([...incident, review, ...others])];
};

/** Whether a record comes of another, or of one that does. */
export const comesOf = ({ records }: Pick<Ledger, 'records'>, ref: Ref, origin: Ref): boolean => {
  const record = records.get(ref);
  // The source of an entry of the year is a paragraph, not a record.
  if (!record || record.is === 'cycle-entry') return false;
  if (!('source' in record) || !record.source) return false;
  return record.source === origin || comesOf({ records }, record.source, origin);
};
