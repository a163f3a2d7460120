import { Hono } from 'hono';
import { type Instant, minutesBetween } from '../domain/day.ts';
import { AS_FIGURES, METRICS } from '../health.ts';
import type { Running } from './running.ts';

/**
 * How each is, by its name: as its last look at the clock found it, so that whoever asks often costs no
 * database anything. It is 200 while any of them is well, since a balancer that took this machine away for
 * one would take it from all; each one's own is under its path.
 */
export const healthOfAll = (all: readonly Running[], now: () => Instant): Hono => {
  const app = new Hono();
  app.get('/healthz', (context) => {
    const each = all.map((one) => [one.name, healthOf(one, now())] as const);
    const unwell = each.filter(([, { well }]) => !well).map(([name]) => name);
    const found = { well: unwell.length === 0, unwell, partnerships: Object.fromEntries(each) };
    return context.json(found, unwell.length < all.length ? 200 : 503);
  });
  app.get('/metrics', (context) => context.text(metricsOf(all, now()), 200, AS_FIGURES));
  return app;
};

const healthOf = (one: Running, now: Instant) => {
  const seen = one.seen();
  const is = one.state();
  if (is !== 'open' || !seen) return { is, well: false };
  const age = minutesBetween(seen.at, now);
  const { minutesSinceSweep, ...found } = seen.found;
  const sweep = minutesSinceSweep === null ? null : minutesSinceSweep + age;
  const well = found.well && sweep !== null && sweep <= 5;
  return { is, ...found, well, minutesSinceSweep: sweep };
};

/** One that is not open has the figure that says so, and no other. */
const metricsOf = (all: readonly Running[], now: Instant): string => {
  const each = all.map((one) => [one.name, healthOf(one, now)] as const);
  return METRICS.flatMap(([metric, type, help, field]) => {
    const values = each.flatMap(([name, found]) => {
      const value = (found as Partial<Record<string, unknown>>)[field];
      return value === null || value === undefined
        ? []
        : [`${metric}{partnership="${name}"} ${Number(value)}`];
    });
    return values.length > 0
      ? [`# HELP ${metric} ${help}`, `# TYPE ${metric} ${type}`, ...values]
      : [];
  })
    .join('\n')
    .concat('\n');
};
