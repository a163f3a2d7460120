import type { Situation } from '../../src/app/command.ts';
import type { Chart, Table } from '../../src/app/message.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import { addDays, sayMonth, sayMonthName } from '../../src/domain/day.ts';
import type { Quarter, Rate } from '../../src/domain/requests/rates.ts';
import { listed } from '../../src/domain/words.ts';

/** An agency's rates, a quarter each. */
export interface Row {
  readonly agency: string;
  readonly rates: readonly Rate[];
}

const sum = (rates: readonly Rate[], of: keyof Rate): number =>
  rates.reduce((so, rate) => so + rate[of], 0);

/** "Probation: 3 of 4 in time, 1 late. January to March 2026 1 of 2 and April to June 2026 2 of 2." */
export const sayRow = (
  { agency, rates }: Row,
  quarters: readonly Quarter[],
  { arrangement }: Situation,
): string => {
  const name = agencyName(arrangement, agency);
  const busy = quarters.flatMap((quarter, at) => {
    const rate = rates[at];
    return rate && rate.due > 0 ? [{ when: sayQuarter(quarter), rate }] : [];
  });
  const [only, ...more] = busy;
  if (only && more.length === 0) return `${name}: ${sayWhole(rates)}, ${only.when}`;
  const each = busy.map(({ when, rate }) => `${when} ${rate.inTime} of ${rate.due}`);
  return `${name}: ${sayWhole(rates)}. ${listed(each)}.`;
};

const sayWhole = (rates: readonly Rate[]): string => {
  const late = sum(rates, 'late');
  const silent = sum(rates, 'silent');
  return [
    `${sum(rates, 'inTime')} of ${sum(rates, 'due')} in time`,
    ...(late > 0 ? [`${late} late`] : []),
    ...(silent > 0 ? [`${silent} without an answer`] : []),
  ].join(', ');
};

const sayQuarter = ({ from, until }: Quarter): string =>
  `${sayMonthName(from)} to ${sayMonth(addDays(until, -1))}`;

export const tableOf = (
  rows: readonly Row[],
  quarters: readonly Quarter[],
  { arrangement }: Situation,
): Table => ({
  headings: ['Agency', 'Quarter', 'Due', 'In time', 'Late', 'Without an answer'],
  rows: rows.flatMap(({ agency, rates }) =>
    rates.flatMap(({ due, inTime, late, silent }, at) => {
      const quarter = quarters[at];
      return quarter && due > 0
        ? [
            [
              agencyName(arrangement, agency),
              sayQuarter(quarter),
              ...[due, inTime, late, silent].map(String),
            ],
          ]
        : [];
    }),
  ),
});

export const chartOf = (
  rows: readonly Row[],
  quarters: readonly Quarter[],
  { arrangement }: Situation,
): Chart => ({
  headings: quarters.map(sayQuarter),
  rows: rows.map(({ agency, rates }) => ({
    name: agencyName(arrangement, agency),
    bars: rates.map(({ inTime, due }) => ({ part: inTime, whole: due })),
  })),
});
