import { z } from 'zod';
import { accept, type Decision, defineCommand, refuse } from '../../src/app/command.ts';
import { sheetField, yesNo } from '../../src/app/field.ts';
import type { Block } from '../../src/app/message.ts';
import { readSheet, type Sheet } from '../../src/app/sheet.ts';
import type { Action } from '../../src/domain/action.ts';
import type { Change } from '../../src/domain/change.ts';
import { counted, listed } from '../../src/domain/words.ts';
import { type Columns, columnsOf, sayHeading } from './columns.ts';
import { type Outcome, outcomesOf, sayOutcome } from './outcomes.ts';
import { type ReadRow, readRow } from './rows.ts';

export const actionImport = defineCommand({
  name: 'action import',
  summary:
    'Take over the actions of a spreadsheet, saved as CSV; what is there already is not added again.',
  allow: ['business-unit'],
  onPage: true,
  fields: z.object({
    sheet: sheetField('The spreadsheet, as CSV'),
    'dry-run': yesNo('Only show what would happen', { fallback: 'no' }),
    'only-good': yesNo('Take the good rows and leave the others', { fallback: 'no' }),
    'no-names': yesNo('What looks like a name is nobody’s', { fallback: 'no' }),
  }),
  decide: ({ sheet: text, ...asked }, situation) => {
    const sheet = readSheet(text);
    if ('unclear' in sheet) return refuse(sheet.unclear);
    const columns = columnsOf(sheet);
    const wrong = wrongWith(sheet, columns);
    if (wrong) return refuse(wrong);
    const reading = { situation, sure: asked['no-names'] };
    const read = sheet.rows.map((row) => readRow(row, columns, reading));
    return imported(outcomesOf(read, situation), read, columns, {
      isDry: asked['dry-run'],
      onlyGood: asked['only-good'],
    });
  },
});

/** As many as one decision can hold, and a person can look over. */
const MOST_ROWS = 2000;

const wrongWith = ({ rows }: Sheet, { missing, twice }: Columns): string | undefined => {
  if (missing.length > 0)
    return `The first row has no heading ${listed(missing.map(sayHeading), 'or')}. Give each of these columns its heading, and send it again.`;
  if (twice.length > 0)
    return `Two columns are headed ${listed(twice.map(sayHeading))}, or something like it. Leave one.`;
  if (rows.length === 0) return 'There is no row below the headings. Check the file.';
  return rows.length > MOST_ROWS
    ? `There are ${rows.length} rows, and at most ${MOST_ROWS} are taken at once. Send it in parts.`
    : undefined;
};

interface Asked {
  readonly isDry: boolean;
  readonly onlyGood: boolean;
}

const imported = (
  outcomes: readonly Outcome[],
  read: readonly ReadRow[],
  columns: Columns,
  { isDry, onlyGood }: Asked,
): Decision => {
  const bad = read.length - outcomes.filter(({ is }) => is !== 'bad').length;
  const added = outcomes.flatMap((one) => (one.is === 'new' ? [one.action] : []));
  const there = read.length - bad - added.length;
  const numbers = `${counted(added.length, 'action')}, ${counted(there, 'row')} there already, ${counted(bad, 'row')} that cannot be taken`;
  const blocks: readonly Block[] = [
    ...(columns.unread.length > 0
      ? [
          {
            type: 'text' as const,
            text: `Not read: ${columns.unread.length === 1 ? 'column' : 'columns'} ${listed(columns.unread)}.`,
          },
        ]
      : []),
    { type: 'list', items: outcomes.map(sayOutcome) },
  ];
  const said = { blocks, buttons: [], about: [] };
  if (isDry) return accept({ title: `This would add ${numbers}`, ...said });
  if (bad > 0 && !onlyGood) {
    const title = `Nothing was imported: of ${counted(read.length, 'row')}, ${bad} cannot be taken. Correct what is said of them below, or send it again with only-good=yes.`;
    return { ...refuse(title), message: { title, ...said } };
  }
  return accept({ title: `Added: ${numbers}`, ...said }, added.map(asChange));
};

const asChange = (action: Action): Change => ({ type: 'action-added', action });
