import type { Change, Entry } from '../change.ts';
import { type Day, monthOf } from '../day.ts';
import { type Handlers, openRecord, putRecord } from '../handlers.ts';
import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import { dated } from '../signed.ts';
import { type Amendment, standingOf } from './amendment.ts';
import type { CycleEntry } from './entry.ts';

type Written = Extract<
  Change,
  { type: `cycle-${string}` | `amendment-${string}` | 'contribution-agreed' }
>['type'];

/** How the annual cycle changes. */
export const cycleHandlers: Handlers<Written> = {
  'cycle-opened': (ledger, { entries, through }) => {
    const after = entries.reduce((so, entry) => openRecord(so, entry), ledger);
    return through === undefined ? after : { ...after, cycle: { ...after.cycle, through } };
  },
  'cycle-done': (ledger, { ref, on: day, evidence }, entry) =>
    onEntry(ledger, ref, (one) => ({
      ...one,
      done: { ...dated(day, entry), ...(evidence === undefined ? {} : { evidence }) },
    })),
  // What one has said of it is not said by the next.
  'cycle-assigned': (ledger, { ref, to, on: day }, entry) =>
    onEntry(ledger, ref, (one) => ({ ...one, quiet: {}, assigned: { ...dated(day, entry), to } })),
  'cycle-reopened': (ledger, { ref }) =>
    onEntry(ledger, ref, ({ done: _, ...one }) => ({ ...one, quiet: {} })),
  'contribution-agreed': (ledger, { ref, partner, pence, on: day }, entry) =>
    onEntry(ledger, ref, (one) => agreed(one, partner, pence, dated(day, entry))),
  'amendment-proposed': (ledger, { amendment }) => openRecord(ledger, amendment),
  'amendment-answered': (ledger, { ref, partner, is, on: day, evidence }, entry) =>
    onAmendment(ledger, ref, (one) => ({
      ...one,
      answers: {
        ...one.answers,
        [partner]: { ...dated(day, entry), is, ...(evidence === undefined ? {} : { evidence }) },
      },
    })),
  'amendment-withdrawn': (ledger, { ref }, { at, by }) =>
    onAmendment(ledger, ref, (one) => ({ ...one, withdrawn: { at, by } })),
  'cycle-moved': (ledger, { ref, to, amendment }, entry) =>
    onEntry(ledger, ref, (one) => moved(one, to, amendment, entry)),
  'cycle-dropped': (ledger, { ref, amendment }, { at, by }) =>
    onEntry(ledger, ref, (one) => ({ ...one, dropped: { at, by, amendment } })),
};

const agreed = (
  entry: CycleEntry,
  partner: string,
  pence: number,
  on: ReturnType<typeof dated>,
): CycleEntry =>
  entry.contributions
    ? {
        ...entry,
        contributions: {
          ...entry.contributions,
          agreed: { ...entry.contributions.agreed, [partner]: { ...on, pence } },
        },
      }
    : entry;

const moved = (
  entry: CycleEntry,
  due: CycleEntry['due'],
  amendment: Ref,
  { at, by }: Entry,
): CycleEntry => ({
  ...entry,
  from: laterOf(monthOf(due), entry.from),
  due,
  moves: [...(entry.moves ?? []), { at, by, was: entry.due, amendment }],
});

const laterOf = (a: Day, b: Day): Day => (a < b ? b : a);

const onEntry = (ledger: Ledger, ref: Ref, with_: (entry: CycleEntry) => CycleEntry): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'cycle-entry')
    throw new Error(`the log speaks of ${ref} before it was opened`);
  return putRecord(ledger, with_(record));
};

const onAmendment = (ledger: Ledger, ref: Ref, with_: (one: Amendment) => Amendment): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'amendment')
    throw new Error(`the log speaks of ${ref} before it was proposed`);
  const after = with_(record);
  return withKept(putRecord(ledger, after), after);
};

/** An undo puts the record back and leaves this: whoever reads it asks the record. */
const withKept = (ledger: Ledger, amendment: Amendment): Ledger => {
  const { amendments } = ledger.cycle;
  return standingOf(amendment) === 'in-force' && !amendments.includes(amendment.ref)
    ? { ...ledger, cycle: { ...ledger.cycle, amendments: [...amendments, amendment.ref] } }
    : ledger;
};
