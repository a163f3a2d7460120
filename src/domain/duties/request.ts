import { agencyNames, leadOf } from '../agencies.ts';
import { addDays, type Day, daybreak, sayDay } from '../day.ts';
import type { PostId } from '../item.ts';
import { type Meeting, nextPartnershipMeeting } from '../meeting.ts';
import { definiteAnswer, dueOf, lateOf } from '../requests/part.ts';
import { type InformationRequest, isAudit, type Part } from '../requests/request.ts';
import { REQUEST_CLOCKS, RETURN_LADDER, type RequestDuty } from '../rules/requests.ts';
import type { ReviewClock } from '../rules/review-clock.ts';
import type { Dated } from '../signed.ts';
import { capital, inWords, listed } from '../words.ts';
import { answersTo } from './answers.ts';
import { drawDuty, type Occasion } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

const CHAIR = 'chair' as PostId;

export const requestDuties = (request: InformationRequest, setting: Setting): readonly Duty[] => [
  ...Object.entries(request.parts).map(([agency, part]) =>
    answerDuty(request, agency, part, setting),
  ),
  ...silenceDuties(request, setting),
  ...inboundDuty(request, setting),
  ...oneYearOn(request, setting),
];

const draw = (
  request: InformationRequest,
  name: RequestDuty,
  occasion: Occasion,
  setting: Setting,
): Duty => {
  const rule: ReviewClock = REQUEST_CLOCKS[name];
  const ladder = name === 'answer' && isAudit(request) ? { ...rule, ladder: RETURN_LADDER } : rule;
  return drawDuty(
    request,
    { name, ruleId: `requests/${name}`, rule: ladder },
    { isOver: isOver(request, setting), ...occasion },
    setting,
  );
};

/** Closed, or for the review of an incident that was withdrawn. */
const isOver = ({ closed, review }: InformationRequest, { ledger }: Setting): boolean => {
  const rapid = review && ledger.records.get(review);
  const incident = rapid?.is === 'rapid-review' ? ledger.records.get(rapid.incident) : undefined;
  return closed !== undefined || (incident?.is === 'incident' && incident.withdrawn !== undefined);
};

const answerDuty = (
  request: InformationRequest,
  agency: string,
  part: Part,
  setting: Setting,
): Duty => {
  const occasion = {
    started: part.asked,
    began: 'The day was set for',
    from: dueOf(request, part),
    done: definiteAnswer(request, part),
    note: sayAsked(request, part),
  };
  return partOf(request, agency, 'answer', occasion, setting);
};

/** "Asked: the data of the third quarter. What you have sent waits for a senior sign-off." */
const sayAsked = (request: InformationRequest, { answers }: Part): string => {
  const waits =
    request.review && answers.at(-1)?.is === 'provided'
      ? ' What was provided counts once somebody senior has signed it off.'
      : '';
  const link = request.link ? ` It is at ${request.link}.` : '';
  return `Asked: ${request.what.replace(/[.\s]+$/, '')}.${link}${waits} No answer is not taken as agreement.`;
};

/** What follows from silence: the meeting that hears of it, and those who are told so beforehand. */
const silenceDuties = (request: InformationRequest, setting: Setting): readonly Duty[] => {
  const { today, ledger, arrangement } = setting;
  const late = isOver(request, setting) ? [] : lateOf(request, today);
  const [first] = late
    .map((agency) => lateSince(request, agency))
    .toSorted((a, b) => a.at.localeCompare(b.at));
  if (!first) return [];
  const meeting = nextPartnershipMeeting(ledger, arrangement, today);
  if (!meeting) return [scheduleDuty(request, first, setting)];
  return [
    raiseDuty(request, { late, first, meeting }, setting),
    ...late.map((agency) => explainDuty(request, agency, meeting, setting)),
  ];
};

const scheduleDuty = (request: InformationRequest, first: Dated, setting: Setting): Duty =>
  draw(
    request,
    'schedule-partnership-meeting',
    { started: first, began: 'An answer was due on', from: addDays(first.on, -1) },
    setting,
  );

interface Silence {
  readonly late: readonly string[];
  /** When the first of them was. */
  readonly first: Dated;
  readonly meeting: Meeting;
}

const raiseDuty = (
  request: InformationRequest,
  { late, first, meeting }: Silence,
  setting: Setting,
): Duty =>
  draw(
    request,
    'raise-non-response',
    { ...atMeeting(meeting, first), owner: CHAIR, note: saySilent(late, meeting, setting) },
    setting,
  );

const explainDuty = (
  request: InformationRequest,
  agency: string,
  meeting: Meeting,
  setting: Setting,
): Duty => {
  const note = `Silence is not agreement: the missing answer stands on the agenda of the Partnership meeting of ${sayDay(meeting.on)}.`;
  const occasion = { ...atMeeting(meeting, lateSince(request, agency)), note };
  return partOf(request, agency, 'explain-non-response', occasion, setting);
};

/** What one agency owes of it, and is answered as the question is. */
const partOf = (
  request: InformationRequest,
  agency: string,
  name: 'answer' | 'explain-non-response',
  occasion: Occasion,
  setting: Setting,
): Duty => {
  const answers = answersTo(request, agency);
  const duty = draw(
    request,
    name,
    { ...occasion, owner: leadOf(agency), settle: answers[0] },
    setting,
  );
  return { ...duty, part: agency, answers };
};

const atMeeting = (meeting: Meeting, late: Dated) => ({
  started: later(late, meeting.scheduled),
  began: 'The Partnership meets on',
  from: meeting.on,
});

const later = (a: Dated, b: Dated): Dated => (a.at > b.at ? a : b);

/** The day after its own, when nobody had answered for it. */
const lateSince = (request: InformationRequest, agency: string): Dated => {
  const part = request.parts[agency];
  const on: Day = addDays(part ? dueOf(request, part) : request.due, 1);
  return { on, at: daybreak(on), by: request.asked.by };
};

const saySilent = (late: readonly string[], meeting: Meeting, { arrangement }: Setting): string => {
  const names = agencyNames(arrangement, late);
  const who =
    names.length === 1
      ? 'One agency has not answered'
      : `${capital(inWords(names.length))} agencies have not answered`;
  const stands = names.length === 1 ? 'it stands' : 'they stand';
  return `${who}: ${listed(names)}. Silence is not agreement: ${stands} on the agenda of the Partnership meeting of ${sayDay(meeting.on)}.`;
};

const inboundDuty = (request: InformationRequest, setting: Setting): readonly Duty[] => {
  const { inbound, asked, replied, closed, ref } = request;
  if (!inbound) return [];
  const occasion: Occasion = {
    started: asked,
    began: `${inbound.from} expects it on`,
    from: inbound.expected,
    done: replied,
    isOver: closed?.withdrawn ?? false,
    settle: {
      label: 'We have replied',
      command: 'request replied',
      fields: { request: ref, on: 'today' },
    },
  };
  return [draw(request, 'reply-to-partnership', occasion, setting)];
};

/** It outlives the collecting of the returns, and ends with a request that was made by mistake. */
const oneYearOn = (request: InformationRequest, setting: Setting): readonly Duty[] => {
  if (request.kind !== 'section-11') return [];
  const occasion: Occasion = {
    started: request.asked,
    began: 'The returns were due on',
    from: request.due,
    done: request.followedUp,
    isOver: request.closed?.withdrawn ?? false,
    settle: {
      label: 'The review was held',
      command: 'request followed-up',
      fields: { request: request.ref, on: 'today' },
    },
  };
  return [draw(request, 'section-11-one-year-on', occasion, setting)];
};
