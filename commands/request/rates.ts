import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { text } from '../../src/app/message.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import {
  type Counted,
  type Quarter,
  quartersUntil,
  rateOf,
} from '../../src/domain/requests/rates.ts';
import { counted } from '../../src/domain/words.ts';
import { ownAgencies, seesAll } from './find.ts';
import { chartOf, type Row, sayRow, tableOf } from './rates-drawn.ts';
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
      title: `How ${sayWho(rows, situation)} answered, by the quarter an answer was due in`,
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

/** "Housing has", "12 agencies have" */
const sayWho = ([first, ...more]: readonly Row[], { arrangement }: Situation): string =>
  first && more.length === 0
    ? `${agencyName(arrangement, first.agency)} has`
    : `${counted(more.length + 1, 'agency', 'agencies')} have`;

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
