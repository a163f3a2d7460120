import type { HeedRecord } from './change.ts';
import type { Incident } from './incident.ts';
import type { Ledger } from './ledger.ts';

interface Known {
  readonly ledger: Pick<Ledger, 'records'>;
}

/** The incident that a case began with, asked of itself or a review of it. */
export const incidentOf = (
  record: HeedRecord | undefined,
  setting: Known,
): Incident | undefined => {
  const { records } = setting.ledger;
  switch (record?.is) {
    case 'incident':
      return record;
    case 'rapid-review':
      return incidentOf(records.get(record.incident), setting);
    case 'practice-review':
      return incidentOf(records.get(record.rapidReview), setting);
    default:
      return undefined;
  }
};

/** The area that a case is of; none where that is not said. */
export const areaOf = (record: HeedRecord | undefined, setting: Known): string | undefined =>
  incidentOf(record, setting)?.area;
