import type { HeedRecord } from '../change.ts';
import type { Press } from './shape.ts';

/** The button that shows a record. */
export const seeOf = (record: HeedRecord): Press => {
  switch (record.is) {
    case 'incident':
      return { label: 'See the case', command: 'incident show', fields: { incident: record.ref } };
  }
};
