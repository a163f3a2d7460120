import { leadOf } from '../agencies.ts';
import { type InformationRequest, isAudit } from '../requests/request.ts';
import { REQUEST_CLOCKS, RETURN_LADDER, type RequestDuty, SIGN_OFF } from '../rules/requests.ts';
import type { ReviewClock } from '../rules/review-clock.ts';
import { answersTo } from './answers.ts';
import { drawDuty, type Occasion } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

/** One duty of a request by its name. */
export const drawOn = (
  request: InformationRequest,
  name: RequestDuty,
  occasion: Occasion,
  setting: Setting,
): Duty => {
  const rule: ReviewClock = REQUEST_CLOCKS[name];
  const own = name === 'answer' ? ownClock(request) : {};
  return drawDuty(
    request,
    { name, ruleId: `requests/${name}`, rule: { ...rule, ...own } },
    { isOver: isOver(request, setting), ...occasion },
    setting,
  );
};

/** What is said otherwise of the answers to some kinds of request. */
const ownClock = (request: InformationRequest): Partial<ReviewClock> => {
  if (isAudit(request)) return { ladder: RETURN_LADDER };
  return request.kind === 'sign-off' ? SIGN_OFF : {};
};

/** Closed, or for the review of an incident that was withdrawn. */
export const isOver = ({ closed, review }: InformationRequest, { ledger }: Setting): boolean => {
  const rapid = review && ledger.records.get(review);
  const incident = rapid?.is === 'rapid-review' ? ledger.records.get(rapid.incident) : undefined;
  return closed !== undefined || (incident?.is === 'incident' && incident.withdrawn !== undefined);
};

/** What one agency owes of it, and is answered as the question is. */
export const partOf = (
  request: InformationRequest,
  agency: string,
  name: 'answer' | 'explain-non-response',
  occasion: Occasion,
  setting: Setting,
): Duty => {
  const answers = answersTo(request, agency);
  const duty = drawOn(
    request,
    name,
    { ...occasion, owner: leadOf(agency), settle: answers[0] },
    setting,
  );
  return { ...duty, part: agency, answers };
};
