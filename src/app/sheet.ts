import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Table } from './message.ts';

/** A spreadsheet saved as CSV, as it was read: headings, and rows by the numbers a spreadsheet shows. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** The first row, with the headings, is 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Reads comma-, semicolon- or tab-separated text; where it is no such thing, says what to do. */
export const readSheet = (text: string): Sheet | { readonly unclear: string } => {
  try {
    const records: readonly (readonly string[])[] = parse(text, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      delimiter: delimiterOf(text),
      relax_column_count: true,
      trim: true,
    });
    const [headings = [], ...rest] = records;
    const rows = rest
      .map((cells, at) => ({ number: at + 2, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    return { headings, rows };
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    const where = 'lines' in problem ? ` near line ${String(problem.lines)}` : '';
    return {
      unclear: `The file cannot be read${where}: a quotation mark is open or out of place. Save it from the spreadsheet as CSV again.`,
    };
  }
};

/** Whichever of them its first line has most of: spreadsheets differ by country. */
const delimiterOf = (text: string): string => {
  const [first = ''] = text.split(/\r?\n/, 1);
  const [most = ','] = [',', ';', '\t'].toSorted((a, b) => count(first, b) - count(first, a));
  return most;
};

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** For a spreadsheet: what would be taken for a formula there is made text (OWASP, "CSV Injection"). */
export const asCsv = ({ headings, rows }: Table): string =>
  stringify(
    [headings, ...rows].map((row) => [...row]),
    {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
