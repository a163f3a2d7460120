import type { HeedRecord } from '../change.ts';
import type { Press } from './shape.ts';

/** The button that shows a record. */
export const seeOf = (record: HeedRecord): Press => {
  switch (record.is) {
    case 'incident':
      return { label: 'See the case', command: 'incident show', fields: { incident: record.ref } };
    case 'rapid-review':
    case 'practice-review':
      return { label: 'See the review', command: 'review show', fields: { review: record.ref } };
    case 'request':
      return { label: 'See the request', command: 'request show', fields: { request: record.ref } };
    case 'meeting':
      return {
        label: 'See the agenda',
        command: 'meeting agenda',
        fields: { meeting: record.ref },
      };
    case 'decision':
      return {
        label: 'See the decision',
        command: 'decision show',
        fields: { decision: record.ref },
      };
    case 'dispute':
      return { label: 'See the dispute', command: 'dispute show', fields: { dispute: record.ref } };
    case 'risk':
      return { label: 'See the risk', command: 'risk show', fields: { risk: record.ref } };
    case 'cycle-entry':
    case 'amendment':
      return { label: 'See the entry', command: 'cycle entry', fields: { entry: record.ref } };
    case 'annual-report':
      return { label: 'See the report', command: 'report show', fields: { report: record.ref } };
    case 'challenge':
      return {
        label: 'See the challenge',
        command: 'challenge show',
        fields: { challenge: record.ref },
      };
    case 'term':
      return { label: 'See who is in it', command: 'roster show', fields: { post: record.post } };
    case 'action':
      return { label: 'See the action', command: 'action show', fields: { action: record.ref } };
  }
};
