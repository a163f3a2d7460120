import type { Sheet } from '../../src/app/sheet.ts';
import { capital } from '../../src/domain/words.ts';

/** What a column may be called; `/action list` writes the first of each. */
const HEADINGS = {
  what: ['action', 'what', 'recommendation', 'task', 'description', 'action required'],
  owner: ['owner', 'lead', 'who', 'by whom', 'responsible', 'action owner', 'assigned to'],
  due: ['due', 'due date', 'by when', 'when', 'deadline', 'target date', 'timescale'],
  body: ['body', 'group', 'sub-group', 'subgroup', 'sub group', 'followed by'],
  source: ['source', 'from', 'origin', 'where from'],
  done: ['completed', 'done', 'date completed', 'completion date', 'closed'],
  evidence: ['evidence', 'evidence of impact', 'impact'],
  board: ['other board', 'board'],
  status: ['status', 'state', 'progress'],
} as const;

export type Column = keyof typeof HEADINGS;
const COLUMNS = Object.keys(HEADINGS) as readonly Column[];
const NEEDED: readonly Column[] = ['what', 'owner', 'due'];

/** Which column is which, and the headings that none is taken for. */
export interface Columns {
  readonly at: ReadonlyMap<Column, number>;
  readonly missing: readonly Column[];
  readonly twice: readonly Column[];
  /** Their places, as a spreadsheet counts them; a heading may be somebody's words, so it is not said. */
  readonly unread: readonly string[];
}

export const columnsOf = ({ headings }: Pick<Sheet, 'headings'>): Columns => {
  const named = headings.map((heading) => {
    const plain = heading
      .toLowerCase()
      .replace(/[\s_]+/g, ' ')
      .replace(/[?:.]+$/, '')
      .trim();
    return COLUMNS.find((column) => (HEADINGS[column] as readonly string[]).includes(plain));
  });
  const at = new Map(
    named.flatMap((column, place) => (column ? [[column, place] as const] : [])).toReversed(),
  );
  return {
    at,
    missing: NEEDED.filter((column) => !at.has(column)),
    twice: COLUMNS.filter((column) => named.filter((one) => one === column).length > 1),
    unread: named.flatMap((column, place) => (column ? [] : [letterOf(place)])),
  };
};

export const sayHeading = (column: Column): string => capital(HEADINGS[column][0]);

/** A, B, … Z, AA */
const letterOf = (place: number): string =>
  (place >= 26 ? letterOf(Math.floor(place / 26) - 1) : '') +
  String.fromCharCode(65 + (place % 26));
