import { doneOf } from '../action.ts';
import type { HeedRecord } from '../change.ts';
import { addMonths, type Day, Instant, londonDay } from '../day.ts';
import { dutiesOf, isOpen, type Setting } from '../duty.ts';
import type { Ref } from '../reference.ts';
import { goesWith, isOfOneCase } from './goes-with.ts';
import { textsIn } from './mention.ts';
import { RECORDS_OF, type Records } from './periods.ts';

/** How long a record and what goes with it have to be kept, and which of them says so. */
export type Standing =
  /** Something of it is not over yet. */
  | { readonly is: 'running'; readonly of: Ref }
  /** The arrangement sets no period, and nothing is deleted by default (privacy.md E4). */
  | { readonly is: 'for-ever'; readonly of: Ref; readonly records: Records | undefined }
  /** Until this London day; on it, it may go. */
  | { readonly is: 'until'; readonly of: Ref; readonly on: Day };

/** A report stays public for a year at the least (deadlines.md D25). */
const PUBLIC_MONTHS = 12;

export const standingOf = (ref: Ref, setting: Setting): Standing => {
  const { records } = setting.ledger;
  const group = goesWith(setting.ledger, ref).flatMap((one) => records.get(one) ?? []);
  const running = group.find((record) => !isOver(record, setting));
  if (running) return { is: 'running', of: running.ref };
  const kept = group.find((record) => yearsOf(record, setting) === undefined);
  if (kept) return { is: 'for-ever', of: kept.ref, records: RECORDS_OF[kept.is] };
  const closed = caseClosed(group);
  const ends = group.map((record) => ({ of: record.ref, on: endOf(record, closed, setting) }));
  const last = ends.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1);
  return last ? { is: 'until', ...last } : { is: 'for-ever', of: ref, records: undefined };
};

/** The longest that the arrangement says of such records; nothing where it says nothing. */
const yearsOf = (
  { is }: Pick<HeedRecord, 'is'>,
  { arrangement }: Pick<Setting, 'arrangement'>,
): number | undefined => {
  const years = arrangement.retention.flatMap((one) =>
    one.records === RECORDS_OF[is] ? [one.years] : [],
  );
  return years.length > 0 ? Math.max(...years) : undefined;
};

/** Nothing is owed of it any more, and it is closed where it can be. */
const isOver = (record: HeedRecord, setting: Setting): boolean =>
  isClosed(record, setting.today) && !dutiesOf(record, setting).some(isOpen);

const isClosed = (record: HeedRecord, today: Day): boolean => {
  switch (record.is) {
    case 'action':
      return doneOf(record) !== undefined;
    case 'request':
    case 'risk':
    case 'challenge':
      return record.closed !== undefined;
    case 'dispute':
      return record.resolved !== undefined;
    case 'meeting':
      return record.cancelled !== undefined || record.on < today;
    default:
      return true;
  }
};

/** A case is closed as one, on the day on which something was last written down of it. */
const caseClosed = (group: readonly HeedRecord[]): Day | undefined =>
  group.filter(isOfOneCase).map(lastWritten).toSorted().at(-1);

const endOf = (record: HeedRecord, closed: Day | undefined, setting: Setting): Day => {
  const from = (isOfOneCase(record) && closed) || lastWritten(record);
  const end = addMonths(from, (yearsOf(record, setting) ?? 0) * 12);
  const published = record.is === 'practice-review' ? record.published?.on : undefined;
  return latest(published ? [end, addMonths(published, PUBLIC_MONTHS)] : [end]);
};

/** The London day on which something was last written down of a record; a meeting's own, where that is later. */
const lastWritten = (record: HeedRecord): Day => {
  const days = [...textsIn(record)].flatMap((text) => {
    const at = Instant.safeParse(text);
    return at.success ? [londonDay(at.data)] : [];
  });
  return latest(record.is === 'meeting' ? [...days, record.on] : days);
};

const latest = (days: readonly Day[]): Day => days.toSorted().at(-1) ?? ('0001-01-01' as Day);

const ITS_OWN: ReadonlySet<HeedRecord['is']> = new Set(['rapid-review', 'practice-review']);

/** Every record whose period has ended, the oldest first, each with what goes with it; what goes with another is there with that. */
export const ended = (setting: Setting): readonly Extract<Standing, { is: 'until' }>[] => {
  const { ledger, today } = setting;
  const candidates = [...ledger.records.values()].filter(
    (record) =>
      !ITS_OWN.has(record.is) &&
      yearsOf(record, setting) !== undefined &&
      endOf(record, undefined, setting) <= today,
  );
  const over = candidates.flatMap(({ ref }) => {
    const standing = standingOf(ref, setting);
    return standing.is === 'until' && standing.on <= today ? [{ ...standing, of: ref }] : [];
  });
  const others = new Set(
    over.flatMap(({ of }) => goesWith(ledger, of).filter((one) => one !== of)),
  );
  return over.filter(({ of }) => !others.has(of)).toSorted((a, b) => a.on.localeCompare(b.on));
};
