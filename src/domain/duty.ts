import { areaOf } from './case-area.ts';
import type { HeedRecord } from './change.ts';
import { actionDuties } from './duties/action.ts';
import { amendmentDuties } from './duties/amendment.ts';
import { annualReportDuties } from './duties/annual-report.ts';
import { challengeDuties } from './duties/challenge.ts';
import { cycleEntryDuties } from './duties/cycle-entry.ts';
import { decisionDuties } from './duties/decision.ts';
import { disputeDuties } from './duties/dispute.ts';
import { incidentDuties } from './duties/incident.ts';
import { meetingDuties } from './duties/meeting.ts';
import { practiceReviewDuties } from './duties/practice-review.ts';
import { rapidReviewDuties } from './duties/rapid-review.ts';
import { requestDuties } from './duties/request.ts';
import { riskDuties } from './duties/risk.ts';
import type { Duty, Setting } from './duties/shape.ts';
import { termDuties } from './duties/term.ts';

export { type Duty, isCalled, isOpen, type Setting, todoOf } from './duties/shape.ts';

/** All the duties of a record, done ones too, in the order of their due days. */
export const dutiesOf = (record: HeedRecord, setting: Setting): readonly Duty[] =>
  inItsArea(record, setting).toSorted((a, b) => a.due.localeCompare(b.due));

const inItsArea = (record: HeedRecord, setting: Setting): readonly Duty[] => {
  const area = areaOf(record, setting);
  const drawn = draw(record, setting);
  return area === undefined ? drawn : drawn.map((duty) => ({ ...duty, area }));
};

type Draw = {
  readonly [K in HeedRecord['is']]: (
    record: Extract<HeedRecord, { is: K }>,
    setting: Setting,
  ) => readonly Duty[];
};
const drawn: Draw = {
  incident: incidentDuties,
  'rapid-review': rapidReviewDuties,
  'practice-review': practiceReviewDuties,
  action: actionDuties,
  request: requestDuties,
  meeting: meetingDuties,
  decision: decisionDuties,
  dispute: disputeDuties,
  risk: riskDuties,
  'cycle-entry': cycleEntryDuties,
  amendment: amendmentDuties,
  'annual-report': annualReportDuties,
  challenge: challengeDuties,
  term: termDuties,
};

const draw = <K extends HeedRecord['is']>(
  record: Extract<HeedRecord, { is: K }>,
  setting: Setting,
): readonly Duty[] => (drawn[record.is as K] as Draw[K])(record, setting);
