import { Hono } from 'hono';
import { type Store, StoreAway } from './app/ports.ts';
import type { Arrangement } from './domain/arrangement.ts';
import { type Instant, minutesBetween } from './domain/day.ts';

export interface Vitals {
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly now: () => Instant;
  /** Of what was posted in channels, how often nobody knew whether it had arrived. */
  readonly postedAgain?: (() => number) | undefined;
  /** When the last look at the clock ended. */
  readonly sweptAt: () => Instant | undefined;
}

export const AS_FIGURES = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };

/** What to watch: nothing of any case is in it. Not well once a sweep is over five minutes old. */
export const healthRoutes = (vitals: Vitals): Hono => {
  const app = new Hono();
  app.get('/healthz', async (context) => {
    const found = await look(vitals);
    return context.json(found, found.well ? 200 : 503);
  });
  app.get('/metrics', async (context) =>
    context.text(metricsOf(await look(vitals)), 200, AS_FIGURES),
  );
  return app;
};

export type Found = Awaited<ReturnType<typeof look>>;

/** Asks the store at once. */
export const look = async (vitals: Vitals) => {
  const at = vitals.now();
  const swept = vitals.sweptAt();
  const age = swept ? minutesBetween(swept, at) : null;
  const isSwept = age !== null && age <= 5;
  const ledger = await vitals.store.read().catch(orAway);
  if (ledger === 'away') return { well: false, storeAway: true, minutesSinceSweep: age };
  const waiting = ledger.outbox.map(({ queued }) => queued).min();
  return {
    well: isSwept,
    storeAway: false,
    minutesSinceSweep: age,
    minutesOfOldestUndelivered: waiting ? minutesBetween(waiting, at) : 0,
    undelivered: ledger.outbox.size,
    /** Sent again because nobody knew whether they had arrived: so many at most came twice. */
    sentAgain: ledger.sentAgain + (vitals.postedAgain?.() ?? 0),
    troubles: ledger.troubles.size,
    entries: ledger.seq,
    holidaysKnownUntil: `${vitals.arrangement.calendar.lastYear}-12-31`,
  };
};

/** A database that is away is for whoever watches to know, and no reason to be silent. */
const orAway = (problem: unknown): 'away' => {
  if (problem instanceof StoreAway) return 'away';
  throw problem;
};

/** Each figure: its name, its kind, what it says, and where it is found. */
export const METRICS = [
  ['heed_well', 'gauge', '1 while the last look at the clock is at most five minutes old', 'well'],
  ['heed_store_away', 'gauge', '1 while the database cannot be reached', 'storeAway'],
  [
    'heed_minutes_since_sweep',
    'gauge',
    'Minutes since the last look at the clock ended',
    'minutesSinceSweep',
  ],
  [
    'heed_minutes_of_oldest_undelivered',
    'gauge',
    'Minutes that the oldest undelivered message waits',
    'minutesOfOldestUndelivered',
  ],
  ['heed_undelivered', 'gauge', 'Messages that wait to be sent', 'undelivered'],
  [
    'heed_sent_again_total',
    'counter',
    'Messages sent again because nobody knew whether they had arrived',
    'sentAgain',
  ],
  ['heed_troubles', 'gauge', 'What the business unit has to put right', 'troubles'],
  ['heed_entries_total', 'counter', 'Entries of the log', 'entries'],
] as const;

/** The text format of Prometheus; what is not known just now is left out. */
const metricsOf = (found: Found): string =>
  METRICS.flatMap(([name, type, help, field]) => {
    const value = (found as Partial<Record<string, unknown>>)[field];
    return value === null || value === undefined
      ? []
      : [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${Number(value)}`];
  })
    .join('\n')
    .concat('\n');
