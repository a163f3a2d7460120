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
  return record ? NEIGHBOURS[record.is](record as never, { records }) : [];
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
  /** A meeting hears of every question that has not been answered; who was at it counts at those after it. */
  meeting: ({ body, on }, { records }) =>
    [...records.values()].flatMap((record) =>
      (record.is === 'request' && !record.closed) ||
      (record.is === 'meeting' && record.body === body && record.on >= on)
        ? [record.ref]
        : [],
    ),
};
