import type { Duty } from '../domain/duty.ts';
import type { Button } from './message.ts';

/** The button that records, today, that a duty was done. */
export const settling = ({ rule, record }: Duty): Button => ({
  ...rule.button,
  fields: { incident: record, on: 'today' },
  record,
});
