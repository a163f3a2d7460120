// What a sweep costs: `node test/bench/sweep.ts`. Compare ratios, not milliseconds.
import { apply } from '../../src/domain/apply.ts';
import type { Instant } from '../../src/domain/day.ts';
import { PersonId } from '../../src/domain/incident.ts';
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import { dutyReminders } from '../../src/domain/reached.ts';
import { Ref } from '../../src/domain/reference.ts';
import { remindersDue } from '../../src/domain/reminders.ts';
import { openDuties, settingAt } from '../../src/domain/setting.ts';
import { merton } from '../support/given.ts';
import { actionEntries, NOW } from './actions.ts';

const FEW = 1000;
const MANY = 100_000;
const DUE = 10;
const MORE_DUE = 1000;

const signed = (ledger: Ledger, at: Instant) => ({
  seq: ledger.seq + 1,
  at,
  by: PersonId.parse('manager'),
  via: 'bench',
  queued: [],
});

/** So many actions, half of them done, and so many due to be spoken of now. */
const filled = (count: number, due: number): Ledger =>
  actionEntries(count, due).reduce(apply, emptyLedger);

/** Without the month's digests, which are settled at once. */
const quietly = (ledger: Ledger): Ledger => {
  const queued = remindersDue(ledger, merton, NOW).filter(({ rung }) => rung === 'digest');
  const asked = 'sweep';
  const swept = apply(ledger, { ...signed(ledger, NOW), asked, changes: [], queued });
  const settlements = queued.map(({ key }) => ({ key, is: 'sent' as const }));
  const changes = [{ type: 'settled' as const, settlements }];
  return apply(swept, { ...signed(swept, NOW), asked, changes });
};

const fullSweep = (ledger: Ledger) => {
  const setting = settingAt(ledger, merton, NOW);
  return openDuties(ledger, setting).flatMap((duty) => dutyReminders(ledger, setting, duty, NOW));
};

const p50 = (times: number, work: () => unknown): number => {
  const took = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return took.sort((a, b) => a - b)[times >> 1] ?? 0;
};

/** Somebody notes something on one action, and the next sweep follows it. */
const oneNoted = (ledger: Ledger): Ledger => {
  const event = { is: 'updated', at: NOW, by: PersonId.parse('manager'), note: 'x' } as const;
  const ref = Ref.parse('AC-2026-900');
  const changes = [{ type: 'action-changed' as const, ref, event }];
  return apply(ledger, { ...signed(ledger, NOW), asked: 'action update', changes });
};

const row = (name: string, took: number, first: number): void => {
  const [ms, ratio] = [took.toFixed(3), (took / first).toFixed(2)].map((one) => one.padStart(9));
  process.stdout.write(`  ${name.padEnd(52)}${ms}${ratio}\n`);
};

process.stdout.write(`\n${'one sweep'.padEnd(54)}   p50 ms    ratio\n`);
const few = quietly(filled(FEW, DUE));
const many = quietly(filled(MANY, DUE));
const busy = quietly(filled(MANY, MORE_DUE));
if (remindersDue(many, merton, NOW).length !== DUE)
  throw new Error('the bench is not what it says');
const first = p50(300, () => remindersDue(few, merton, NOW));
row(`of ${FEW} actions, ${DUE} due`, first, first);
row(
  `of ${MANY} actions, ${DUE} due`,
  p50(300, () => remindersDue(many, merton, NOW)),
  first,
);
row(
  `of ${MANY} actions, ${MORE_DUE} due`,
  p50(30, () => remindersDue(busy, merton, NOW)),
  first,
);
row(
  `of ${MANY} actions, ${DUE} due, after one was noted`,
  p50(300, () => remindersDue(oneNoted(many), merton, NOW)),
  first,
);
row(
  `of ${MANY} actions, asking every one of them`,
  p50(3, () => fullSweep(many)),
  first,
);
row(
  `the first after a start with ${MANY} actions`,
  p50(3, () => remindersDue({ ...many }, merton, NOW)),
  first,
);
