import { isOfOtherArea } from './areas.ts';
import type { Arrangement, Person } from './arrangement.ts';
import { incidentOf } from './case-area.ts';
import type { HeedRecord } from './change.ts';
import { addMinutes, type Instant } from './day.ts';
import { hasDigest, isInWeekly, readerOf } from './digest-sent.ts';
import { type Duty, dutiesOf, isCalled, isOpen, type Setting } from './duty.ts';
import { DIGEST, type Item, NEWS, type Settlement } from './item.ts';
import { isWithinHours } from './ladder.ts';
import { type Ledger, UNDO_MINUTES } from './ledger.ts';
import { isStillNews, mayHear } from './news.ts';
import { canSee, holderOf } from './posts.ts';
import { quietOf } from './quiet.ts';
import { snoozedUntil } from './quiet-rungs.ts';
import { isResting } from './sending.ts';
import { settingAt } from './setting.ts';

/** An item that is still true, with the duty it speaks of. */
export interface Owed {
  readonly item: Item;
  readonly duty: Duty;
}

export const itemsOf = ({ owed, news, digest }: Omit<Delivery, 'person'>): readonly Item[] => [
  ...owed.map(({ item }) => item),
  ...news,
  ...(digest ? [digest] : []),
];

/** What one person is to be told at one moment: one message. */
export interface Delivery {
  readonly person: Person;
  readonly owed: readonly Owed[];
  readonly news: readonly Item[];
  /** A digest is a message of its own. */
  readonly digest?: Item;
}

export interface Ready {
  readonly deliveries: readonly Delivery[];
  /** What is over before it was said, or has nobody to be said to. */
  readonly settled: readonly Settlement[];
}

/** Looks at the outbox once more at the moment of sending; outside hours nothing is ready. */
export const readyToSend = (ledger: Ledger, arrangement: Arrangement, now: Instant): Ready => {
  const setting = settingAt(ledger, arrangement, now);
  if (!isWithinHours(setting.calendar, setting.arrangement.sending, now))
    return { deliveries: [], settled: [] };
  const looked = [...ledger.outbox.values()].flatMap((item) =>
    isAtRest(ledger, item, now) ? [] : look(ledger, setting, item, now),
  );
  const found = looked.flatMap((one) => ('person' in one ? [one] : []));
  return {
    deliveries: [...together(found), ...found.flatMap(byItself)],
    settled: looked.flatMap((one) => ('settled' in one ? [one.settled] : [])),
  };
};

/** What each person is due, in one message. */
const together = (found: readonly Found[]): readonly Delivery[] => {
  const all = found.filter((one) => !('digest' in one));
  return [...Map.groupBy(all, ({ person }) => person.id).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return [
      {
        person: first.person,
        owed: own.flatMap((one) => ('owed' in one ? [one.owed] : [])),
        news: own.flatMap((one) => ('news' in one ? [one.news] : [])),
      },
    ];
  });
};

const byItself = (one: Found): readonly Delivery[] =>
  'digest' in one ? [{ person: one.person, owed: [], news: [], digest: one.digest }] : [];

/** Its moment may be to come; it may be on its way, or have arrived without our knowing. */
const isAtRest = ({ sending }: Ledger, { key, moment }: Item, now: Instant): boolean => {
  if (moment > now) return true;
  const before = sending.get(key);
  return before !== undefined && isResting(before, now);
};

type Found =
  | { readonly person: Person; readonly owed: Owed }
  | { readonly person: Person; readonly news: Item }
  | { readonly person: Person; readonly digest: Item };
type Looked = Found | { readonly settled: Settlement };

/** The duty that a notice speaks of, while that is open and due on the day that it says. */
export const stillOwed = (
  item: Pick<Item, 'duty' | 'part' | 'due'>,
  duties: readonly Duty[],
): Duty | undefined =>
  duties.find((duty) => isCalled(duty, item) && duty.due === item.due && isOpen(duty));

/** Nothing where its turn is still to come, since it was snoozed, or may yet be theirs again. */
const look = (ledger: Ledger, setting: Setting, item: Item, now: Instant): readonly Looked[] => {
  if (item.rung === DIGEST) return [lookAtDigest(ledger, setting, item, now)];
  const record = ledger.records.get(item.record);
  if (item.rung === NEWS) return [lookAtNews(setting, item, record)];
  const duty = record && stillOwed(item, dutiesOf(record, setting));
  const given = duty && givenAway(record, duty, item, setting);
  if (given) return now < addMinutes(given, UNDO_MINUTES) ? [] : [dropped(item)];
  return duty && isSnoozed(record, duty, item, setting, now)
    ? []
    : [lookAtDuty(ledger, setting, item)];
};

const dropped = ({ key }: Item): Looked => ({ settled: { key, is: 'dropped' } });

/** When its case was given to another area than that of the post that it had been queued to. */
export const givenAway = (
  record: HeedRecord,
  { owner }: Pick<Duty, 'owner'>,
  { to, queued }: Pick<Item, 'to' | 'queued'>,
  setting: Setting,
): Instant | undefined => {
  const { area, moved } = incidentOf(record, setting) ?? {};
  if (to === owner || moved === undefined || queued > moved) return undefined;
  return isOfOtherArea(setting.arrangement, to, area) ? moved : undefined;
};

const isSnoozed = (
  record: HeedRecord,
  duty: Duty,
  { to }: Item,
  setting: Setting,
  now: Instant,
): boolean => {
  const quiet = to === duty.owner ? quietOf(record, duty) : undefined;
  const until = quiet && snoozedUntil(quiet, setting);
  return until !== undefined && until > now;
};

const lookAtDigest = (ledger: Ledger, setting: Setting, item: Item, now: Instant): Looked => {
  const person = readerOf(item, setting);
  if (!person) return { settled: { key: item.key, is: 'undeliverable' } };
  return hasDigest({ item, person, now }, ledger, setting)
    ? { person, digest: item }
    : { settled: { key: item.key, is: 'dropped' } };
};

const lookAtDuty = (ledger: Ledger, setting: Setting, item: Item): Looked => {
  const over = (is: Settlement['is']): Looked => ({ settled: { key: item.key, is } });
  const record = ledger.records.get(item.record);
  const duty = record && stillOwed(item, dutiesOf(record, setting));
  if (!record || !duty) return over('dropped');
  const person = holderOf(setting.arrangement, item.to);
  if (!person) return over('undeliverable');
  if (!canSee(setting.arrangement, person, record)) return over('dropped');
  if (isInWeekly(item, duty, ledger, setting)) return over('digested');
  return { person, owed: { item, duty } };
};

const lookAtNews = (
  { arrangement }: Setting,
  item: Item,
  record: HeedRecord | undefined,
): Looked => {
  const over = (is: Settlement['is']): Looked => ({ settled: { key: item.key, is } });
  const person = holderOf(arrangement, item.to);
  if (!person) return over('undeliverable');
  if (!record || !isStillNews(item, record, arrangement) || !mayHear(arrangement, item, record))
    return over('dropped');
  return { person, news: item };
};
