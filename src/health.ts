import { Hono } from 'hono';
import type { Store } from './app/ports.ts';
import type { Arrangement } from './domain/arrangement.ts';
import { type Instant, minutesBetween } from './domain/day.ts';

interface Vitals {
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly now: () => Instant;
  /** Of what was posted in channels, how often nobody knew whether it had arrived. */
  readonly postedAgain?: (() => number) | undefined;
  /** When the last look at the clock ended. */
  readonly sweptAt: () => Instant | undefined;
}

/** What to watch: nothing of any case is in it. Not well once a sweep is over five minutes old. */
export const healthRoutes = ({
  store,
  arrangement,
  now,
  sweptAt,
  postedAgain = () => 0,
}: Vitals): Hono => {
  const app = new Hono();
  app.get('/healthz', async (context) => {
    const ledger = await store.read();
    const at = now();
    const swept = sweptAt();
    const age = swept ? minutesBetween(swept, at) : null;
    const waiting = ledger.outbox.map(({ queued }) => queued).min();
    const isWell = age !== null && age <= 5;
    return context.json(
      {
        well: isWell,
        minutesSinceSweep: age,
        minutesOfOldestUndelivered: waiting ? minutesBetween(waiting, at) : 0,
        undelivered: ledger.outbox.size,
        /** Sent again because nobody knew whether they had arrived: so many at most came twice. */
        sentAgain: ledger.sentAgain + postedAgain(),
        troubles: ledger.troubles.size,
        holidaysKnownUntil: `${arrangement.calendar.lastYear}-12-31`,
      },
      isWell ? 200 : 503,
    );
  });
  return app;
};
