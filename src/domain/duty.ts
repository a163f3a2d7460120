import type { HeedRecord } from './change.ts';
import { incidentDuties } from './duties/incident.ts';
import type { Duty, Setting } from './duties/shape.ts';

export { type Duty, isOpen, type Setting } from './duties/shape.ts';

/** All the duties of a record, done ones too, in the order of their due days. */
export const dutiesOf = (record: HeedRecord, setting: Setting): readonly Duty[] =>
  drawn[record.is](record, setting).toSorted((a, b) => a.due.localeCompare(b.due));

const drawn = { incident: incidentDuties } as const;
