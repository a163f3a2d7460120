import type { Change } from '../change.ts';
import { type Handlers, openRecord, putRecord } from '../handlers.ts';
import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import { dated } from '../signed.ts';
import type { AnnualReport } from './report.ts';

type Written = Extract<Change, { type: `report-${string}` }>['type'];

/** How an annual report changes. */
export const reportHandlers: Handlers<Written> = {
  'report-started': (ledger, { report }) => openRecord(ledger, report),
  'report-ticked': (ledger, { ref, step, parts, on: day, evidence }, entry) =>
    on(ledger, ref, (report) => {
      const tick = { ...dated(day, entry), ...(evidence === undefined ? {} : { evidence }) };
      const ticks = Object.fromEntries(parts.map((part) => [part, tick]));
      return {
        ...report,
        ticks: { ...report.ticks, [step]: { ...report.ticks[step], ...ticks } },
      };
    }),
  'report-moved': (ledger, { ref, to, reason }, { at, by }) =>
    on(ledger, ref, (report) => ({
      ...report,
      publish: to,
      moves: [...report.moves, { at, by, was: report.publish, reason }],
    })),
  'report-published': (ledger, { ref, on: day, url, anyway }, entry) =>
    on(ledger, ref, (report) => ({
      ...report,
      published: {
        ...dated(day, entry),
        ...(url === undefined ? {} : { url }),
        ...(anyway === undefined ? {} : { anyway }),
      },
    })),
  'report-withdrawn': (ledger, { ref, reason }, { at, by }) =>
    on(ledger, ref, (report) => ({ ...report, withdrawn: { at, by, reason } })),
};

const on = (ledger: Ledger, ref: Ref, with_: (report: AnnualReport) => AnnualReport): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'annual-report')
    throw new Error(`the log speaks of ${ref} before it was started`);
  return putRecord(ledger, with_(record));
};
