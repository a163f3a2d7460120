import { addMonths, type Day } from '../day.ts';
import type { Ledger } from '../ledger.ts';
import type { Dated } from '../signed.ts';
import { type AnnualReport, missingOf, partsOf } from './report.ts';

/** What an annual report can have come to, that a line of the annual cycle waits for as well. */
export const REPORT_REACHED = ['sign-off', 'presented', 'published'] as const;
export type ReportReached = (typeof REPORT_REACHED)[number];

/** When it had come so far: of what several do, when the last of them did. */
export const reachedOn = (report: AnnualReport, reached: ReportReached): Dated | undefined => {
  if (reached === 'published') return report.published;
  if (missingOf(report, reached).length > 0) return undefined;
  return partsOf(report, reached)
    .flatMap((part) => report.ticks[reached][part] ?? [])
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1);
};

/** PURE. The report that a London day of the cycle is about: on the business year that ended in the twelve months before. */
export const reportFor = (
  { records }: Pick<Ledger, 'records'>,
  due: Day,
): AnnualReport | undefined =>
  [...records.values()].find(
    (record): record is AnnualReport =>
      record.is === 'annual-report' && !record.withdrawn && isAbout(record, due),
  );

/** Whether a day of the cycle is about this report. */
export const isAbout = ({ about }: AnnualReport, due: Day): boolean =>
  about.until < due && due <= addMonths(about.until, 12);
