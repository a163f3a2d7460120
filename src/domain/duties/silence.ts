import { agencyNames } from '../agencies.ts';
import { addDays, type Day, daybreak, sayDay } from '../day.ts';
import { daySet, type Meeting, nextPartnershipMeeting } from '../meetings/meeting.ts';
import { CHAIR } from '../posts.ts';
import { dueOf, lateOf } from '../requests/part.ts';
import type { InformationRequest } from '../requests/request.ts';
import { type Dated, later } from '../signed.ts';
import { capital, inWords, listed } from '../words.ts';
import { drawOn, isOver, partOf } from './request-part.ts';
import type { Duty, Setting } from './shape.ts';

/** What follows from silence: the meeting that hears of it, and those who are told so beforehand. */
export const silenceDuties = (request: InformationRequest, setting: Setting): readonly Duty[] => {
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
  drawOn(
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
  drawOn(
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

const atMeeting = (meeting: Meeting, late: Dated) => ({
  started: later(late, daySet(meeting)),
  began: 'The Partnership meets on',
  from: meeting.on,
});

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
