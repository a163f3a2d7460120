import type { Map as Persistent } from 'immutable';
import { z } from 'zod';
import type { Around } from './cadence.ts';
import { Day } from './day.ts';
import type { Setting } from './duties/shape.ts';
import type { Handlers } from './handlers.ts';
import type { Ledger } from './ledger.ts';

export const OTHER_DATES = ['meetings', 'holidays'] as const;

const Dates = z.object({ is: z.enum(OTHER_DATES), days: z.array(Day).readonly() }).readonly();

/** Days that a file brought, by whose they are: another board's meetings, a school's holidays (S0 section 10, G08). */
export type OtherDates = Persistent<string, z.infer<typeof Dates>>;

export const OTHER_DATES_CHANGES = [
  /** What the same name brought before is replaced; no day at all takes it away. */
  z.object({ type: z.literal('dates-imported'), name: z.string(), dates: Dates }),
] as const;

export const otherDatesHandlers: Handlers<'dates-imported'> = {
  'dates-imported': (ledger, { name, dates }) => ({
    ...ledger,
    otherDates:
      dates.days.length > 0 ? ledger.otherDates.set(name, dates) : ledger.otherDates.delete(name),
  }),
};

/** What meetings keep clear of: what the arrangement says, and what was imported. */
export const aroundOf = ({
  arrangement,
  calendar,
  ledger,
}: Pick<Setting, 'arrangement' | 'calendar'> & {
  readonly ledger: Pick<Ledger, 'otherDates'>;
}): Around => {
  const imported = [...ledger.otherDates].flatMap(([name, { is, days }]) =>
    days.map((date) => ({ is, name, date })),
  );
  return {
    calendar,
    schoolHolidays: [
      ...arrangement.schoolHolidays,
      ...imported
        .filter(({ is }) => is === 'holidays')
        .map(({ name, date }) => ({ name, from: date, until: date })),
    ],
    otherMeetings: [
      ...arrangement.otherMeetings,
      ...imported.filter(({ is }) => is === 'meetings'),
    ],
  };
};
