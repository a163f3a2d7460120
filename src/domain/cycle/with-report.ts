import type { Arrangement } from '../arrangement.ts';
import type { Change } from '../change.ts';
import type { Day } from '../day.ts';
import type { Ledger } from '../ledger.ts';
import { isAbout, type ReportReached, reachedOn, reportFor } from '../report/reached.ts';
import type { AnnualReport } from '../report/report.ts';
import { type CycleEntry, entryDone } from './entry.ts';

type Cycle = Pick<Arrangement, 'cycle'>;

const doneWith = ({ cycle }: Cycle, line: string): ReportReached | undefined =>
  cycle.find(({ id }) => id === line)?.doneWith;

/** The entries of the cycle that wait for this report, and for what. */
export const waitingFor = (
  report: AnnualReport,
  { records }: Pick<Ledger, 'records'>,
  arrangement: Cycle,
): readonly (CycleEntry & { readonly waits: ReportReached })[] =>
  [...records.values()].flatMap((record) => {
    if (record.is !== 'cycle-entry' || record.dropped || !isAbout(report, record.due)) return [];
    const waits = doneWith(arrangement, record.line);
    return waits ? [{ ...record, waits }] : [];
  });

/** PURE. What a report that has come further does to the year: each entry that waited for that is done, with the report as what shows it. */
export const doneByReport = (
  report: AnnualReport,
  ledger: Pick<Ledger, 'records'>,
  arrangement: Cycle,
): readonly Change[] =>
  waitingFor(report, ledger, arrangement).flatMap((entry): readonly Change[] => {
    const reached = reachedOn(report, entry.waits);
    return reached && !entryDone(entry)
      ? [{ type: 'cycle-done', ref: entry.ref, on: reached.on, evidence: report.ref }]
      : [];
  });

/** The report that an entry waits for, which has not come so far yet. */
export const awaited = (
  { line, due }: Pick<CycleEntry, 'line' | 'due'>,
  ledger: Pick<Ledger, 'records'>,
  arrangement: Cycle,
): { readonly report: AnnualReport; readonly waits: ReportReached } | undefined => {
  const waits = doneWith(arrangement, line);
  const report = waits && reportFor(ledger, due);
  return waits && report && !reachedOn(report, waits) ? { report, waits } : undefined;
};

/** That a new entry is done already, by a report that was earlier. */
export const doneBefore = (
  { line, due }: { readonly line: string; readonly due: Day },
  ledger: Pick<Ledger, 'records'>,
  arrangement: Cycle,
): Pick<CycleEntry, 'done'> => {
  const waits = doneWith(arrangement, line);
  const report = waits && reportFor(ledger, due);
  const reached = waits && report && reachedOn(report, waits);
  if (!reached) return {};
  const { on, at, by } = reached;
  return { done: { on, at, by, evidence: report.ref } };
};
