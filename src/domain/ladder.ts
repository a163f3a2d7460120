import type { Arrangement, Rung } from './arrangement.ts';
import { addWorkingDays, type Calendar, isWorkingDay, workingDayFrom } from './calendar.ts';
import {
  addDays,
  addMinutes,
  type Day,
  type Instant,
  londonDay,
  londonInstant,
  londonTime,
} from './day.ts';
import type { Duty } from './duty.ts';
import { counted } from './words.ts';

/** The ladder of a duty where its arrangement says nothing else. */
export const DEFAULT_LADDER = [
  { at: -2, unit: 'working-days', to: ['owner'] },
  { at: -1, unit: 'working-days', to: ['owner'] },
  { at: 0, unit: 'working-days', to: ['owner'] },
  { at: 1, unit: 'working-days', to: ['owner', 'deputy', 'manager'] },
  { at: 2, unit: 'working-days', to: ['statutory-partners'] },
] as const satisfies readonly Rung[];

export const ladderOf = (
  { ladders }: Arrangement,
  { name, ladder }: Pick<Duty, 'name' | 'ladder'>,
): readonly Rung[] => ladders[name] ?? ladder ?? ladders.default;

/** "-2 WD", "0 WD", "+1 WD", "+30 days" */
export const rungName = ({ at, unit }: Rung): string =>
  `${at > 0 ? '+' : ''}${at} ${unit === 'working-days' ? 'WD' : 'days'}`;

/** "2 working days before", "on the day", "30 days after" */
export const sayWhen = ({ at, unit }: Pick<Rung, 'at' | 'unit'>): string => {
  if (at === 0) return 'on the day';
  const days = counted(Math.abs(at), unit === 'working-days' ? 'working day' : 'day');
  return at < 0 ? `${days} before` : `${days} after`;
};

const NAME = /^([+-]?\d+) (WD|days)$/;

/** The same by a rung's name; what is no rung of a ladder keeps its own. */
export const sayRungName = (name: string): string => {
  const [, at, unit] = NAME.exec(name) ?? [];
  if (at === undefined) return name;
  return sayWhen({ at: Number(at), unit: unit === 'WD' ? 'working-days' : 'calendar-days' });
};

/** The day a rung is reached; one that falls on a day off waits for the next working day. */
const rungDay = (calendar: Calendar, due: Day, { at, unit }: Rung): Day => {
  if (unit === 'calendar-days') return workingDayFrom(calendar, addDays(due, at));
  // What is due on a day off is asked for on the next working day, and is late from the one after.
  const from = at < 0 ? due : workingDayFrom(calendar, due);
  return addWorkingDays(calendar, from, at);
};

export type Hours = Arrangement['sending'];

/** The moment a rung is reached: when sending begins on its day. */
export const rungMoment = (calendar: Calendar, hours: Hours, due: Day, rung: Rung): Instant =>
  londonInstant(rungDay(calendar, due, rung), hours.from);

/** Whether notices may be sent: a working day, within hours. */
export const isWithinHours = (calendar: Calendar, hours: Hours, now: Instant): boolean => {
  const time = londonTime(now);
  return isWorkingDay(calendar, londonDay(now)) && hours.from <= time && time < hours.until;
};

/** The moment itself if notices may be sent then, otherwise when sending next begins. */
export const sendingFrom = (calendar: Calendar, hours: Hours, at: Instant): Instant => {
  if (isWithinHours(calendar, hours, at)) return at;
  const today = londonDay(at);
  const isBefore = isWorkingDay(calendar, today) && at <= londonInstant(today, hours.from);
  return londonInstant(isBefore ? today : addWorkingDays(calendar, today, 1), hours.from);
};

/** The next tick at which notices may be sent. */
export const nextSending = (calendar: Calendar, hours: Hours, now: Instant): Instant =>
  sendingFrom(calendar, hours, addMinutes(wholeMinute(now), 1));

const wholeMinute = (of: Instant): Instant => `${of.slice(0, 17)}00.000Z` as Instant;
