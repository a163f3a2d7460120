import { agencyName, chairOf } from '../agencies.ts';
import { workingDaysBefore } from '../calendar.ts';
import { emptyTwice, unrepresented } from '../meetings/attendance.ts';
import { daySet, type Meeting, type MeetingPaper } from '../meetings/meeting.ts';
import { CHAIR } from '../posts.ts';
import { MEETING_CLOCKS, type MeetingDuty } from '../rules/meetings.ts';
import { type Dated, later } from '../signed.ts';
import { drawDuty, type Occasion } from './clocked.ts';
import { fromTheDay } from './governance.ts';
import type { Duty, Press, Setting } from './shape.ts';

/** What is owed around a meeting, and what an empty seat leads to. Nothing of one that is cancelled. */
export const meetingDuties = (meeting: Meeting, setting: Setting): readonly Duty[] => [
  before(meeting, 'agenda', 10, setting),
  before(meeting, 'papers', 5, setting),
  minutes(meeting, setting),
  ...Object.keys(meeting.invited ?? {}).map((body) => coming(meeting, body, setting)),
  ...unrepresented(meeting, setting.arrangement).map((partner) =>
    letter(meeting, partner, setting),
  ),
  ...emptyTwice(meeting, setting.ledger).map((seat) => absence(meeting, seat, setting)),
];

const drawn = (
  meeting: Meeting,
  name: MeetingDuty,
  occasion: Omit<Occasion, 'isOver'>,
  setting: Setting,
): Duty =>
  drawDuty(
    meeting,
    { name, ruleId: `meetings/${name}`, rule: MEETING_CLOCKS[name] },
    { ...occasion, isOver: meeting.cancelled !== undefined },
    setting,
  );

const IN_WORDS = { agenda: 'Ten', papers: 'Five' } as const;

const before = (
  meeting: Meeting,
  what: 'agenda' | 'papers',
  days: number,
  setting: Setting,
): Duty =>
  drawn(
    meeting,
    `send-${what}`,
    {
      started: daySet(meeting),
      began: `${IN_WORDS[what]} working days before the meeting is`,
      from: workingDaysBefore(setting.calendar, meeting.on, days),
      ...settledBySending(meeting, what),
    },
    setting,
  );

const minutes = (meeting: Meeting, setting: Setting): Duty =>
  drawn(
    meeting,
    'send-minutes',
    {
      started: daySet(meeting),
      began: 'The body meets on',
      from: meeting.on,
      ...settledBySending(meeting, 'minutes'),
    },
    setting,
  );

const SENT = {
  agenda: 'The agenda is sent',
  papers: 'The papers are sent',
  minutes: 'The minutes are sent',
} as const satisfies Record<MeetingPaper, string>;

const settledBySending = ({ ref, sent }: Meeting, what: MeetingPaper) => ({
  done: sent[what],
  settle: {
    label: SENT[what],
    command: 'meeting sent',
    fields: { meeting: ref, what, on: 'today' },
  },
});

/** A chair who is asked hears of it once that can no longer be undone, and again ten working days before. */
const coming = (meeting: Meeting, body: string, setting: Setting): Duty => {
  const { asked, answer } = meeting.invited?.[body] ?? {};
  const press = (label: string, is: string): Press => ({
    label,
    command: 'meeting coming',
    fields: { meeting: meeting.ref, for: body, is },
  });
  const answers = [press('I am coming', 'yes'), press('I cannot come', 'no')];
  const [settle] = answers;
  const duty = drawn(
    meeting,
    'say-whether-coming',
    {
      started: later(asked ?? meeting.scheduled, daySet(meeting)),
      began: 'The body meets on',
      from: meeting.on,
      owner: chairOf(body),
      done: answer,
      settle,
      note: `Business of ${bodyCalled(body, setting)} is on the agenda of ${bodyCalled(meeting.body, setting)}.`,
    },
    setting,
  );
  // Whoever had heard of it is told of its new day, and not of its beginning again.
  const first = asked && daySet(meeting).at <= asked.at ? fromTheDay(asked.on, meeting.on) : [];
  return {
    ...duty,
    part: body,
    answers,
    ladder: [...first, ...MEETING_CLOCKS['say-whether-coming'].ladder],
  };
};

const bodyCalled = (id: string, { arrangement }: Setting): string =>
  arrangement.bodies.find((body) => body.id === id)?.name ?? id;

/** It begins once the empty seat is written down, and is counted from the meeting. */
const afterwards = (
  { attendance, on }: Meeting,
  seat: string,
): Pick<Occasion, 'started' | 'began' | 'from'> => {
  const { at, by } = attendance[seat] ?? {};
  if (at === undefined || by === undefined) throw new Error(`nobody recorded ${seat}`);
  const started: Dated = { on, at, by };
  return { started, began: 'The body met on', from: on };
};

const letter = (meeting: Meeting, partner: string, setting: Setting): Duty => ({
  ...drawn(
    meeting,
    'write-to-accountable-officer',
    {
      ...afterwards(meeting, partner),
      owner: CHAIR,
      done: meeting.letters[partner],
      note: `${agencyName(setting.arrangement, partner)} was not represented at the Partnership meeting.`,
      settle: {
        label: 'Draft the letter',
        command: 'meeting letter',
        fields: { meeting: meeting.ref, to: partner },
      },
    },
    setting,
  ),
  part: partner,
});

const absence = (meeting: Meeting, seat: string, setting: Setting): Duty => ({
  ...drawn(
    meeting,
    'review-absence',
    {
      ...afterwards(meeting, seat),
      done: meeting.reviewed[seat],
      note: `${agencyName(setting.arrangement, seat)} was at neither of the last two meetings. Whether it goes to the risk register is for you to say.`,
      settle: {
        label: 'Say what came of it',
        command: 'meeting absence',
        fields: { meeting: meeting.ref, seat },
      },
    },
    setting,
  ),
  part: seat,
});
