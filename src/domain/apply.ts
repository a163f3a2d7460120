import { actionHandlers } from './apply-action.ts';
import { rosterHandlers } from './apply-roster.ts';
import type { Change, Entry } from './change.ts';
import { cycleHandlers } from './cycle/apply.ts';
import type { Day, Instant } from './day.ts';
import { feedHandlers } from './feeds.ts';
import { governanceHandlers } from './governance/apply.ts';
import { type Handlers, openRecord, putRecord } from './handlers.ts';
import type { Dated, DateName, Incident, PersonId } from './incident.ts';
import type { Settlement, Told } from './item.ts';
import { keepingHandlers } from './keeping/apply.ts';
import { forget } from './keeping/forget.ts';
import type { Ledger } from './ledger.ts';
import { linkLedgers } from './lineage.ts';
import { linkHandlers } from './links.ts';
import { meetingHandlers, putBack } from './meetings/apply.ts';
import { otherDatesHandlers } from './other-dates.ts';
import { recognise, refsOf, remember } from './recent.ts';
import type { Ref } from './reference.ts';
import { reportHandlers } from './report/apply.ts';
import { requestHandlers } from './requests/apply.ts';
import { reviewHandlers } from './reviews/apply.ts';
import { notSent, sendingOnce } from './sending.ts';
import { dated } from './signed.ts';
import { termHandlers } from './terms/apply.ts';

type Applied<T extends Change['type']> = Extract<Change, { type: T }>;
type Apply = Handlers<Change['type']>;

export const apply = (ledger: Ledger, entry: Entry): Ledger => {
  const changed = entry.changes.reduce((so, change) => applyChange(so, change, entry), ledger);
  const whole = {
    ...changed,
    seq: entry.seq,
    lastAt: entry.at,
    heard: entry.via === 'clock' ? ledger.heard : ledger.heard.set(entry.by, entry.at),
    cycle: changed.cycle.firstAt ? changed.cycle : { ...changed.cycle, firstAt: entry.at },
    outbox: changed.outbox.withMutations((outbox) => {
      for (const item of entry.queued) outbox.set(item.key, item);
    }),
    recent: remember(ledger, entry),
    seen: recognise(ledger, entry),
  };
  const gone = entry.changes.flatMap((change) => (change.type === 'purged' ? change.refs : []));
  const after = gone.length > 0 ? forget(whole, gone) : whole;
  const touched = [...entry.changes.flatMap(refsOf), ...entry.queued.map(({ record }) => record)];
  linkLedgers(ledger, after, touched);
  return after;
};

const applyChange = <T extends Change['type']>(
  ledger: Ledger,
  change: Applied<T>,
  entry: Entry,
): Ledger => (handlers[change.type as T] as Apply[T])(ledger, change, entry);

const handlers: Apply = {
  'incident-logged': (ledger, { incident }) => ({
    ...openRecord(ledger, incident),
    codes: ledger.codes + incident.children.length,
  }),
  'incident-dated': (ledger, { ref, date, on, panelRef }, entry) =>
    onIncident(ledger, ref, (incident) => ({
      ...incident,
      dates: { ...incident.dates, [date]: dated(on, entry) },
      ...(panelRef === undefined ? {} : { panelRef }),
    })),
  'incident-corrected': (
    ledger,
    { ref, area, circumstances, dates, erased, reason, what },
    entry,
  ) =>
    onIncident(ledger, ref, (incident) => ({
      ...incident,
      ...(area === undefined ? {} : { area, moved: entry.at }),
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
  ...reviewHandlers,
  ...requestHandlers,
  ...meetingHandlers,
  ...governanceHandlers,
  ...cycleHandlers,
  ...reportHandlers,
  ...termHandlers,
  ...feedHandlers,
  ...linkHandlers,
  ...otherDatesHandlers,
  ...keepingHandlers,
  ...actionHandlers,
  ...rosterHandlers,
  'holiday-added': (ledger, { on, name }) => ({
    ...ledger,
    holidays: ledger.holidays.set(on, name),
  }),
  'holiday-removed': (ledger, { on }) => ({ ...ledger, holidays: ledger.holidays.set(on, null) }),
  reversed: (ledger, { restore }, entry) =>
    restore.reduce(
      (so, { ref, record }) =>
        record ? putRecord(so, putBack(record, so.records.get(ref), entry)) : dropRecord(so, ref),
      ledger,
    ),
  'text-refused': (ledger) => ledger,
  settled: (ledger, { settlements }, entry) =>
    settlements.reduce((so, settlement) => settle(so, settlement, entry), ledger),
  sending: (ledger, { keys }, { at }) => ({
    ...ledger,
    sentAgain: ledger.sentAgain + (keys.some((key) => ledger.sending.has(key)) ? 1 : 0),
    sending: keys.reduce((so, key) => so.set(key, sendingOnce(so.get(key), at)), ledger.sending),
  }),
  'not-sent': (ledger, { keys }) => ({
    ...ledger,
    // What was counted when it was about to be sent again is taken back.
    sentAgain: ledger.sentAgain - (keys.some((key) => timesOf(ledger, key) > 1) ? 1 : 0),
    sending: keys.reduce((so, key) => unsent(so, key), ledger.sending),
  }),
  'came-back': (ledger, { refs, keys, person }) => ({
    ...ledger,
    told: refs.reduce(
      (so, ref) =>
        so.set(
          ref,
          (so.get(ref) ?? []).map((one) => (isLost(one, keys, person) ? lost(one) : one)),
        ),
      ledger.told,
    ),
  }),
  'trouble-found': (ledger, { trouble }, { at }) =>
    ledger.troubles.get(trouble.key)?.sentence === trouble.sentence
      ? ledger
      : { ...ledger, troubles: ledger.troubles.set(trouble.key, { ...trouble, since: at }) },
  'trouble-tried': (ledger, { keys }, { at }) => ({
    ...ledger,
    sentAgain: ledger.sentAgain + (keys.some((key) => ledger.troubles.get(key)?.sending) ? 1 : 0),
    troubles: keys.reduce((so, key) => triedOf(so, key, at), ledger.troubles),
  }),
  'trouble-told': (ledger, { keys }, { at }) => ({
    ...ledger,
    troubles: keys.reduce((so, key) => toldOf(so, key, at), ledger.troubles),
  }),
  'trouble-over': (ledger, { key }) => ({ ...ledger, troubles: ledger.troubles.delete(key) }),
};

const isLost = (told: Told, keys: readonly string[], person: PersonId): boolean =>
  told.is === 'sent' && told.person === person && keys.includes(told.key);
const lost = (told: Told): Told => ({ ...told, is: 'undeliverable' });

const timesOf = ({ sending }: Ledger, key: string): number => sending.get(key)?.times ?? 0;

const triedOf = (troubles: Ledger['troubles'], key: string, at: Instant): Ledger['troubles'] => {
  const known = troubles.get(key);
  return known
    ? troubles.set(key, { ...known, sending: sendingOnce(known.sending, at) })
    : troubles;
};

const unsent = (sending: Ledger['sending'], key: string): Ledger['sending'] => {
  const before = sending.get(key);
  const after = before && notSent(before);
  return after ? sending.set(key, after) : sending.delete(key);
};

const toldOf = (troubles: Ledger['troubles'], key: string, at: Instant): Ledger['troubles'] => {
  const known = troubles.get(key);
  return known?.lasts ? troubles.set(key, { ...known, told: at }) : troubles.delete(key);
};

const dropRecord = (ledger: Ledger, ref: Ref): Ledger => ({
  ...ledger,
  records: ledger.records.delete(ref),
});

const settle = (ledger: Ledger, { key, ...outcome }: Settlement, { at }: Entry): Ledger => {
  const item = ledger.outbox.get(key);
  if (!item) return ledger;
  const drawn = ledger.sending.get(key)?.at;
  const told: Told = { ...item, ...outcome, at, ...(drawn ? { drawn } : {}) };
  return {
    ...ledger,
    outbox: ledger.outbox.delete(key),
    sending: ledger.sending.delete(key),
    told: ledger.told.set(item.record, [...(ledger.told.get(item.record) ?? []), told]),
  };
};

const onIncident = (ledger: Ledger, ref: Ref, with_: (incident: Incident) => Incident): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'incident') throw new Error(`the log speaks of ${ref} before it was logged`);
  return putRecord(ledger, with_(record));
};

const datesOf = (
  days: Partial<Record<DateName, Day>>,
  entry: Entry,
): Partial<Record<DateName, Dated>> =>
  Object.fromEntries(Object.entries(days).map(([name, on]) => [name, dated(on, entry)]));

const without = (dates: Incident['dates'], erased: DateName | undefined): Incident['dates'] =>
  Object.fromEntries(Object.entries(dates).filter(([name]) => name !== erased));
