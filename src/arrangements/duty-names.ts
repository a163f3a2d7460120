import { CYCLE_DUTIES } from '../domain/rules/cycle.ts';
import { GOVERNANCE_DUTIES } from '../domain/rules/governance.ts';
import { MEETING_DUTIES } from '../domain/rules/meetings.ts';
import { REPORT_DUTIES } from '../domain/rules/report.ts';
import { REQUEST_DUTIES } from '../domain/rules/requests.ts';
import { REVIEW_DUTIES } from '../domain/rules/reviews.ts';
import { INCIDENT_DUTIES } from '../domain/rules/rule-sets.ts';
import { TERM_DUTIES } from '../domain/rules/term.ts';

/** Every name a duty may have, but for the steps of a timetable. */
export const dutyNames: ReadonlySet<string> = new Set([
  ...INCIDENT_DUTIES,
  ...REVIEW_DUTIES,
  ...REQUEST_DUTIES,
  ...MEETING_DUTIES,
  ...GOVERNANCE_DUTIES,
  ...CYCLE_DUTIES,
  ...REPORT_DUTIES,
  ...TERM_DUTIES,
]);
