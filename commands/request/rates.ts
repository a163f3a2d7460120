import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { type Chart, type Table, text } from '../../src/app/message.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import { addDays, sayMonth, sayMonthName } from '../../src/domain/day.ts';
import {
  type Counted,
  type Quarter,
  quartersUntil,
  type Rate,
  rateOf,
} from '../../src/domain/requests/rates.ts';
import { counted } from '../../src/domain/words.ts';
import { ownAgencies, seesAll } from './find.ts';
import { READERS } from './roles.ts';

/** Two years: an audit under Section 11 comes round once in that time. */
const QUARTERS = 8;

export const requestRates = defineCommand({
  name: 'request rates',
  summary: 'Show how each agency has answered, in time, late or not, over the last two years.',
  allow: READERS,
  fields: z.object({}),
  decide: (_, situation) => {
    const quarters = quartersUntil(situation.today, QUARTERS);
    const rows = ratesOf(situation, quarters);
    if (rows.length === 0)
      return accept({
        title: 'No answer was due from any agency in the last two years',
        ...{ blocks: [], buttons: [], about: [] },
      });
    return accept({
      title: `How ${counted(rows.length, 'agency has', 'agencies have')} answered, by the quarter an answer was due in`,
      blocks: [
        { type: 'list', items: rows.map((row) => sayRow(row, quarters, situation)) },
        text('What was withdrawn, and what is not due yet, is not counted.'),
      ],
      buttons: [],
      about: [],
      table: tableOf(rows, quarters, situation),
      chart: chartOf(rows, quarters, situation),
      paper: {
        label: 'How agencies have answered, to print',
        path: '/rates',
        picture: {
          path: '/rates.svg',
          alt: 'The same as a chart: a bar a quarter, as high as the share of answers that came in time',
        },
      },
    });
  },
});

interface Row {
  readonly agency: string;
  readonly rates: readonly Rate[];
}

/** Only what the asker may see counts: for an agency, its own part. */
const ratesOf = (situation: Situation, quarters: readonly Quarter[]): readonly Row[] => {
  const byAgency = Map.groupBy(partsFor(situation), ({ agency }) => agency);
  return situation.arrangement.agencies.flatMap(({ id }) => {
    const rates = quarters.map((quarter) =>
      rateOf(byAgency.get(id) ?? [], quarter, situation.today),
    );
    return rates.some(({ due }) => due > 0) ? [{ agency: id, rates }] : [];
  });
};

const partsFor = (situation: Situation): readonly Counted[] =>
  [...situation.ledger.records.keys()].flatMap((ref) => {
    const request = visibleRecord(situation, ref);
    if (request?.is !== 'request') return [];
    const own = seesAll(request, situation)
      ? Object.keys(request.parts)
      : ownAgencies(request, situation);
    return own.flatMap((agency) => {
      const part = request.parts[agency];
      return part ? [{ agency, request, part }] : [];
    });
  });

const sum = (rates: readonly Rate[], of: keyof Rate): number =>
  rates.reduce((so, rate) => so + rate[of], 0);

/** "Probation: 3 of 4 in time, 1 without an answer. January to March 2026 1 of 2, April to June 2026 2 of 2." */
const sayRow = (
  { agency, rates }: Row,
  quarters: readonly Quarter[],
  { arrangement }: Situation,
): string => {
  const late = sum(rates, 'late');
  const silent = sum(rates, 'silent');
  const whole = [
    `${sum(rates, 'inTime')} of ${sum(rates, 'due')} in time`,
    ...(late > 0 ? [`${late} late`] : []),
    ...(silent > 0 ? [`${silent} without an answer`] : []),
  ].join(', ');
  const each = quarters.flatMap((quarter, at) => {
    const rate = rates[at];
    return rate && rate.due > 0 ? [`${sayQuarter(quarter)} ${rate.inTime} of ${rate.due}`] : [];
  });
  return `${agencyName(arrangement, agency)}: ${whole}. ${each.join(', ')}.`;
};

const sayQuarter = ({ from, until }: Quarter): string =>
  `${sayMonthName(from)} to ${sayMonth(addDays(until, -1))}`;

const tableOf = (
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

const chartOf = (
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
