import type { HeedRecord } from './change.ts';
import type { Ledger } from './ledger.ts';
import type { Ref } from './reference.ts';

/** A record, and those whose duties are drawn from it as well: an incident moves its review's. */
export const linkedRecords = (ledger: Pick<Ledger, 'records'>, ref: Ref): readonly Ref[] => {
  const linked = new Set([ref]);
  for (const one of linked) for (const next of neighboursOf(ledger, one)) linked.add(next);
  return [...linked];
};

const neighboursOf = ({ records }: Pick<Ledger, 'records'>, ref: Ref): readonly Ref[] => {
  const record = records.get(ref);
  if (record) return NEIGHBOURS[record.is](record as never, { records });
  return ref.startsWith('MT-') ? afterAnyMeeting({ records }) : [];
};

type Neighbours = {
  readonly [K in HeedRecord['is']]: (
    record: Extract<HeedRecord, { is: K }>,
    ledger: Pick<Ledger, 'records'>,
  ) => readonly Ref[];
};

const NEIGHBOURS: Neighbours = {
  incident: ({ review }) => (review ? [review] : []),
  'rapid-review': ({ incident, decisions, scoping }) => [
    incident,
    ...(scoping ? [scoping] : []),
    ...decisions.flatMap(({ began }) => began ?? []),
  ],
  'practice-review': ({ rapidReview }) => [rapidReview],
  /** Nothing is drawn from an action but its own. */
  action: () => [],
  /** A review's step is done when its agencies have answered. */
  request: ({ review }) => (review ? [review] : []),
  /** Each stands by itself: an amendment that is agreed to writes down what it moves. */
  'cycle-entry': () => [],
  amendment: () => [],
  'annual-report': () => [],
  term: () => [],
  /** Who was at a meeting counts at those after it. */
  meeting: ({ body, on }, { records }) =>
    [...records.values()].flatMap((record) =>
      hearing(record) || (record.is === 'meeting' && record.body === body && record.on >= on)
        ? [record.ref]
        : [],
    ),
  /** Nothing is drawn from these but their own. */
  decision: () => [],
  dispute: () => [],
  risk: () => [],
  challenge: () => [],
};

/** A meeting hears of every question that has not been answered, and of what was decided. */
const hearing = (record: HeedRecord): boolean =>
  (record.is === 'request' && !record.closed) ||
  (record.is === 'decision' && !record.reported && !record.confirmation);

/** One that was undone is not there to say which body's it was. */
const afterAnyMeeting = ({ records }: Pick<Ledger, 'records'>): readonly Ref[] =>
  [...records.values()].flatMap((record) =>
    record.is === 'meeting' || hearing(record) ? [record.ref] : [],
  );
