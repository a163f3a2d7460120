import type { HeedRecord } from './change.ts';
import type { Ledger } from './ledger.ts';

/** The area that a case is of, asked of its incident or a review of it; none where that is not said. */
export const areaOf = (
  record: HeedRecord | undefined,
  setting: { readonly ledger: Pick<Ledger, 'records'> },
): string | undefined => {
  const { records } = setting.ledger;
  switch (record?.is) {
    case 'incident':
      return record.area;
    case 'rapid-review':
      return areaOf(records.get(record.incident), setting);
    case 'practice-review':
      return areaOf(records.get(record.rapidReview), setting);
    default:
      return undefined;
  }
};
