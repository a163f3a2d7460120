import { z } from 'zod';
import { bodyName } from '../../src/app/action-words.ts';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { bodyField, number, words, yesNo } from '../../src/app/field.ts';
import type { Message } from '../../src/app/message.ts';
import { bodyOn } from '../../src/domain/body-on.ts';
import { clashesOn, plannedMeetings } from '../../src/domain/cadence.ts';
import { addDays, addMonths, type Day, sayNear } from '../../src/domain/day.ts';
import { firstDayOf } from '../../src/domain/meetings/meeting.ts';
import { aroundOf } from '../../src/domain/other-dates.ts';
import { capital, counted, listed } from '../../src/domain/words.ts';
import { readTime, scheduled } from './fields.ts';

export const meetingPlan = defineCommand({
  name: 'meeting plan',
  summary:
    'Propose the meetings of a body for the months to come, clear of school holidays and other boards.',
  allow: ['business-unit'],
  fields: z.object({
    body: bodyField('Which body', { bare: true }),
    months: number('For how many months', { least: 1, most: 24 }, { fallback: '12' }),
    at: words('At what time, like 14:00').optional(),
    schedule: yesNo('Schedule them all', { fallback: 'no' }),
  }),
  decide: ({ body, months, at, schedule }, situation) => {
    const read = readTime(at);
    if ('wrong' in read) return refuse(read.wrong);
    const cadence = bodyOn(situation.arrangement, body, situation.today)?.cadence;
    if (!cadence)
      return refuse(
        `The arrangement does not say how often ${bodyName(situation, body)} meets. Schedule each with /meeting schedule body=${body} on=DAY.`,
      );
    const { today } = situation;
    const days = plannedMeetings(
      cadence,
      addDays(today, 1),
      addMonths(today, months),
      aroundOf(situation),
    ).filter((day) => !isPlanned(body, day, situation));
    if (days.length === 0)
      return refuse(
        `Every month in which ${bodyName(situation, body)} meets has its meeting already. /meeting list shows them.`,
      );
    if (!schedule) return accept(proposal({ body, months, at }, days, situation));
    const meetings = days.map((on, ahead) =>
      scheduled({ body, on, at: read.time }, situation, ahead),
    );
    return accept(
      {
        title: `${counted(meetings.length, 'meeting')} of ${bodyName(situation, body)} ${meetings.length === 1 ? 'is' : 'are'} scheduled`,
        blocks: [
          {
            type: 'list',
            items: meetings.map(({ ref, on }) => `${ref}, ${sayDayWith(on, situation)}`),
          },
        ],
        buttons: [],
        about: meetings.map(({ ref }) => ref),
      },
      meetings.map((meeting) => ({ type: 'meeting-scheduled', meeting }) as const),
    );
  },
});

interface Asked {
  readonly body: string;
  readonly months: number;
  readonly at: string | undefined;
}

const proposal = (
  { body, months, at }: Asked,
  days: readonly Day[],
  situation: Situation,
): Message => ({
  title: `${capital(bodyName(situation, body))} could meet on ${counted(days.length, 'day')}`,
  blocks: [{ type: 'list', items: days.map((day) => sayDayWith(day, situation)) }],
  buttons: [
    {
      label: 'Schedule them all',
      command: 'meeting plan',
      fields: { body, months: String(months), schedule: 'yes', ...(at ? { at } : {}) },
    },
  ],
  about: [],
});

/** A month that has a meeting of the body needs no other, and neither does one whose meeting was moved. */
const isPlanned = (body: string, day: Day, { ledger }: Situation): boolean =>
  [...ledger.records.values()].some(
    (record) =>
      record.is === 'meeting' &&
      record.body === body &&
      !record.cancelled &&
      firstDayOf(record).slice(0, 7) === day.slice(0, 7),
  );

const sayDayWith = (day: Day, situation: Situation): string => {
  const { today } = situation;
  const clashes = clashesOn(aroundOf(situation), day);
  return clashes.length > 0
    ? `${sayNear(day, today)}, though no day of that month is clear: ${listed(clashes)}`
    : sayNear(day, today);
};
