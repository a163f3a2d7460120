import { OrderedMap, Map as Persistent } from 'immutable';
import type { Change, Entry, HeedRecord } from './change.ts';
import { type Day, type Instant, minutesBetween } from './day.ts';
import type { Dated, DateName, Incident } from './incident.ts';
import type { Item, Settlement, Told } from './item.ts';
import type { Ref } from './reference.ts';

/**
 * All that is written down, as a value: the fold of every entry.
 * The maps are persistent, so the ledger before a decision stays as it was and a change costs the
 * same however much there is.
 */
export interface Ledger {
  /** The number of the last entry; 0 before the first. */
  readonly seq: number;
  /** When it was written. */
  readonly lastAt?: Instant;
  readonly records: Persistent<Ref, HeedRecord>;
  /** The last number given out, by series and year. */
  readonly numbers: Persistent<string, number>;
  /** How many children's codes have been given out; a code is never given twice. */
  readonly codes: number;
  /** Bank holidays that the business unit has added; null where it has struck one out. */
  readonly holidays: Persistent<Day, string | null>;
  /** What is still to be said, by key, in the order it was queued. */
  readonly outbox: OrderedMap<string, Item>;
  /** What has been said, by record, oldest first. */
  readonly told: Persistent<Ref, readonly Told[]>;
  /** The last few minutes, for undo. */
  readonly recent: readonly Recent[];
}

/** An entry that may still be taken back, with the records as they were before it. */
export interface Recent {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly asked: string;
  readonly before: readonly { readonly ref: Ref; readonly record: HeedRecord | null }[];
  /** False for what an undo cannot put back: a holiday, or an undo itself. */
  readonly reversible: boolean;
}

/** How long a command can be taken back (commands.md, /undo). */
export const UNDO_MINUTES = 10;

export const emptyLedger: Ledger = {
  seq: 0,
  records: Persistent(),
  numbers: Persistent(),
  codes: 0,
  holidays: Persistent(),
  outbox: OrderedMap(),
  told: Persistent(),
  recent: [],
};

type Applied<T extends Change['type']> = Extract<Change, { type: T }>;
type Apply = {
  readonly [T in Change['type']]: (ledger: Ledger, change: Applied<T>, entry: Entry) => Ledger;
};

export const apply = (ledger: Ledger, entry: Entry): Ledger => {
  const changed = entry.changes.reduce((so, change) => applyChange(so, change, entry), ledger);
  return {
    ...changed,
    seq: entry.seq,
    lastAt: entry.at,
    outbox: changed.outbox.withMutations((outbox) => {
      for (const item of entry.queued) outbox.set(item.key, item);
    }),
    recent: remember(ledger, entry),
  };
};

const applyChange = <T extends Change['type']>(
  ledger: Ledger,
  change: Applied<T>,
  entry: Entry,
): Ledger => (handlers[change.type as T] as Apply[T])(ledger, change, entry);

const handlers: Apply = {
  'incident-logged': (ledger, { incident }) => ({
    ...putRecord(ledger, incident),
    numbers: numbered(ledger, incident.ref),
    codes: ledger.codes + incident.children.length,
  }),
  'incident-dated': (ledger, { ref, date, on, panelRef }, entry) =>
    onIncident(ledger, ref, (incident) => ({
      ...incident,
      dates: { ...incident.dates, [date]: dated(on, entry) },
      ...(panelRef === undefined ? {} : { panelRef }),
    })),
  'incident-corrected': (ledger, { ref, circumstances, dates, erased, reason, what }, entry) =>
    onIncident(ledger, ref, (incident) => ({
      ...incident,
      circumstances: { ...incident.circumstances, ...circumstances },
      dates: without({ ...incident.dates, ...datesOf(dates, entry) }, erased),
      ...(erased ? { struck: { ...incident.struck, [erased]: entry.at } } : {}),
      corrections: [...incident.corrections, { at: entry.at, by: entry.by, reason, what }],
    })),
  'incident-withdrawn': (ledger, { ref, reason }, { at, by }) =>
    onIncident(ledger, ref, (incident) => ({
      ...incident,
      withdrawn: reason === undefined ? { at, by } : { at, by, reason },
    })),
  'holiday-added': (ledger, { on, name }) => ({
    ...ledger,
    holidays: ledger.holidays.set(on, name),
  }),
  'holiday-removed': (ledger, { on }) => ({ ...ledger, holidays: ledger.holidays.set(on, null) }),
  reversed: (ledger, { restore }) =>
    restore.reduce(
      (so, { ref, record }) => (record ? putRecord(so, record) : dropRecord(so, ref)),
      ledger,
    ),
  'text-refused': (ledger) => ledger,
  settled: (ledger, { settlements }, entry) =>
    settlements.reduce((so, settlement) => settle(so, settlement, entry), ledger),
};

const putRecord = (ledger: Ledger, record: HeedRecord): Ledger => ({
  ...ledger,
  records: ledger.records.set(record.ref, record),
});

const dropRecord = (ledger: Ledger, ref: Ref): Ledger => ({
  ...ledger,
  records: ledger.records.delete(ref),
});

const settle = (ledger: Ledger, { key, ...outcome }: Settlement, { at }: Entry): Ledger => {
  const item = ledger.outbox.get(key);
  if (!item) return ledger;
  const told: Told = { ...item, ...outcome, at };
  return {
    ...ledger,
    outbox: ledger.outbox.delete(key),
    told: ledger.told.set(item.record, [...(ledger.told.get(item.record) ?? []), told]),
  };
};

const onIncident = (ledger: Ledger, ref: Ref, with_: (incident: Incident) => Incident): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'incident') throw new Error(`the log speaks of ${ref} before it was logged`);
  return putRecord(ledger, with_(record));
};

const numbered = (ledger: Ledger, ref: Ref): Ledger['numbers'] => {
  const cut = ref.lastIndexOf('-');
  return ledger.numbers.set(ref.slice(0, cut), Number(ref.slice(cut + 1)));
};

const dated = (on: Day, { at, by }: Entry): Dated => ({ on, at, by });

const datesOf = (
  days: Partial<Record<DateName, Day>>,
  entry: Entry,
): Partial<Record<DateName, Dated>> =>
  Object.fromEntries(Object.entries(days).map(([name, on]) => [name, dated(on, entry)]));

const without = (dates: Incident['dates'], erased: DateName | undefined): Incident['dates'] =>
  Object.fromEntries(Object.entries(dates).filter(([name]) => name !== erased));

const remember = (before: Ledger, entry: Entry): readonly Recent[] => {
  const still = before.recent.filter(({ at }) => minutesBetween(at, entry.at) <= UNDO_MINUTES);
  const touched = entry.changes.flatMap(refsOf);
  const alters = entry.changes.some(({ type }) => type !== 'settled' && type !== 'text-refused');
  if (!alters) return still;
  return [
    ...still,
    {
      seq: entry.seq,
      at: entry.at,
      by: entry.by,
      asked: entry.asked,
      before: touched.map((ref) => ({ ref, record: before.records.get(ref) ?? null })),
      reversible: touched.length > 0 && entry.changes.every(({ type }) => type !== 'reversed'),
    },
  ];
};

/** The records a change touches. */
export const refsOf = (change: Change): readonly Ref[] => {
  switch (change.type) {
    case 'incident-logged':
      return [change.incident.ref];
    case 'incident-dated':
    case 'incident-corrected':
    case 'incident-withdrawn':
      return [change.ref];
    case 'reversed':
      return change.restore.map(({ ref }) => ref);
    case 'holiday-added':
    case 'holiday-removed':
    case 'text-refused':
    case 'settled':
      return [];
  }
};
