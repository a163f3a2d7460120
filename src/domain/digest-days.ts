import { chairOf } from './agencies.ts';
import type { Agenda } from './agenda.ts';
import { workingDayFrom } from './calendar.ts';
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  type Instant,
  londonInstant,
  monthOf,
  weekday,
  yearOf,
} from './day.ts';
import type { Setting } from './duty.ts';
import { DIGEST, type Item, type PostId } from './item.ts';
import { isClaimed, keyOf } from './key.ts';
import type { Ledger } from './ledger.ts';
import { counterOf, type Ref, reference } from './reference.ts';

export const MONTHLY = 'monthly-digest';
export const WEEKLY = 'weekly-digest';

/** "DG-2026-4", what was digested in April 2026. */
const monthRef = (on: Day): Ref => reference(counterOf('DG', on), Number(on.slice(5, 7)));

/** "WD-2026-17", the week from Mon 20 Apr 2026: ISO 8601, whose weeks are of the year that their Thursday is in. */
const weekRef = (monday: Day): Ref => {
  const thursday = addDays(monday, 3);
  const before = daysBetween(`${yearOf(thursday)}-01-01` as Day, thursday);
  return reference(counterOf('WD', thursday), Math.floor(before / 7) + 1);
};

const mondayOf = (on: Day): Day => addDays(on, -((weekday(on) + 6) % 7));

type Days = Pick<Setting, 'calendar' | 'arrangement'>;

const opening = (on: Day, { calendar, arrangement }: Days): Instant =>
  londonInstant(workingDayFrom(calendar, on), arrangement.sending.from);

/** When a month's digests go out: as sending begins (09:00 London) on its first working day. */
export const monthlyMoment = (on: Day, days: Days): Instant => opening(monthOf(on), days);
/** The same for a week. */
export const weeklyMoment = (on: Day, days: Days): Instant => opening(mondayOf(on), days);

/** The moment that a month's digest to a post is of: when it was drawn, or would have been. */
export const monthlyOf = (
  { told }: Pick<Ledger, 'told'>,
  to: PostId,
  month: Day,
  days: Days,
): Instant => {
  const sent = (told.get(monthRef(month)) ?? []).find(
    (one) => one.is === 'sent' && one.duty === MONTHLY && one.to === to,
  );
  return sent?.drawn ?? sent?.at ?? monthlyMoment(month, days);
};

export const monthBefore = (on: Day): Day => addMonths(monthOf(on), -1);

/** Each body's digest of this month and each owner's of this week, once its moment has come. */
export const digestsDue = (
  ledger: Ledger,
  setting: Setting,
  agenda: Agenda,
  now: Instant,
): readonly Item[] =>
  digestsOf(setting.today, ledger, setting, agenda)
    .filter(({ moment }) => moment <= now)
    .filter(({ key, record }) => !isClaimed(ledger, record, key))
    .map((item) => ({ ...item, queued: now }));

/** The next of them, after now. */
export const nextDigest = (
  ledger: Ledger,
  setting: Setting,
  agenda: Agenda,
  now: Instant,
): Instant | undefined => {
  const { today } = setting;
  const days = [today, addDays(today, 7), addMonths(monthOf(today), 1)];
  return days
    .flatMap((day) => digestsOf(day, ledger, setting, agenda))
    .filter(({ moment, key, record }) => moment > now && !isClaimed(ledger, record, key))
    .map(({ moment }) => moment)
    .sort()[0];
};

type Waiting = Omit<Item, 'queued'>;

const digestsOf = (
  day: Day,
  ledger: Ledger,
  setting: Setting,
  { bodies }: Agenda,
): readonly Waiting[] => {
  const month = monthlyMoment(day, setting);
  const week = weeklyMoment(day, setting);
  const chairs = [...bodies].flatMap(([body, actions]) =>
    isThere(chairOf(body), setting) && actions.some((given) => given <= month)
      ? [chairOf(body)]
      : [],
  );
  const owners = [...ledger.weekly].flatMap(([post, since]) => (since <= week ? [post] : []));
  const monday = mondayOf(day);
  const monthly = { record: monthRef(day), duty: MONTHLY, due: monthOf(day), moment: month };
  const weekly = { record: weekRef(monday), duty: WEEKLY, due: monday, moment: week };
  return [
    ...chairs.map((to) => waiting({ ...monthly, to })),
    ...owners.map((to) => waiting({ ...weekly, to })),
  ];
};

/** A body that has ended has no chair to read of it: what is late under it goes to the manager. */
const isThere = (chair: PostId, { arrangement }: Setting): boolean =>
  arrangement.posts.get(chair)?.ended === undefined;

const waiting = (of: Omit<Waiting, 'key' | 'rung'>): Waiting => {
  const item = { ...of, rung: DIGEST };
  return { ...item, key: keyOf(item) };
};
