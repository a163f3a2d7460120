import type { Situation } from '../../src/app/command.ts';
import { checkText } from '../../src/app/gate.ts';
import type { SheetRow } from '../../src/app/sheet.ts';
import { readDay } from '../../src/app/typed-day.ts';
import type { Day } from '../../src/domain/day.ts';
import type { PostId } from '../../src/domain/item.ts';
import { type Column, type Columns, sayHeading } from './columns.ts';
import type { Opened } from './open.ts';
import { type Origin, originOf } from './open.ts';

/** What a row says, read whole, or every reason why it cannot be taken. */
export type ReadRow =
  | { readonly row: ActionRow }
  | { readonly number: number; readonly reasons: readonly string[] };

export interface ActionRow {
  readonly number: number;
  readonly opened: Opened;
  readonly origin: Origin;
  readonly done: Day | undefined;
  readonly evidence: string | undefined;
}

interface Reading {
  readonly situation: Situation;
  /** Somebody has said that what looks like a name is none. */
  readonly sure: boolean;
}

/** Reads a row, the privacy gate first. No reason repeats what stands in it. */
export const readRow = (
  { number, cells }: SheetRow,
  { at }: Columns,
  reading: Reading,
): ReadRow => {
  // What was made text for a spreadsheet is what it was before, and a line break in a cell is a space.
  const cell = (column: Column): string =>
    (cells[at.get(column) ?? -1] ?? '').replace(/^'(?=[=+\-@])/, '').replace(/\s*\r?\n\s*/g, ' ');
  const texts = TEXTS.flatMap((column) => textProblem(column, cell(column), reading));
  if (texts.length > 0) return { number, reasons: texts };
  const { situation } = reading;
  const owner = postIn(cell('owner'), situation);
  const due = dayIn('Due', cell('due'), situation);
  const done = cell('done') === '' ? undefined : dayIn('Completed', cell('done'), situation);
  const group = cell('body') === '' ? undefined : bodyIn(cell('body'), situation);
  const origin = cell('source') === '' ? {} : originIn(cell('source'), situation);
  const reasons = [
    ...(cell('what') === '' ? ['it does not say what is to be done'] : []),
    ...[owner, due, done, group, origin].flatMap((one) =>
      one && typeof one === 'object' && 'reason' in one ? [one.reason] : [],
    ),
    ...(typeof done === 'string' && done > situation.today ? ['Completed is a day to come'] : []),
    ...overWithoutDay(cell('done'), cell('status')),
  ];
  if (reasons.length > 0) return { number, reasons };
  return {
    row: {
      number,
      opened: {
        what: cell('what'),
        owner: owner as PostId,
        due: due as Day,
        group: group as string | undefined,
        board: cell('board') || undefined,
      },
      origin: origin as Origin,
      done: done as Day | undefined,
      evidence: cell('evidence') || undefined,
    },
  };
};

const overWithoutDay = (done: string, status: string): readonly string[] =>
  done === '' && OVER.test(status)
    ? ['Status says that it is over, and Completed has no day: give one, or leave the row out']
    : [];

/** What spreadsheets call an action that nobody has to do any more. */
const OVER = /^\s*(closed|complete|done|finished)/i;

const MOST = { what: 500, source: 120, board: 80, evidence: 200 } as const;
const TEXTS = Object.keys(MOST) as readonly (keyof typeof MOST)[];
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]/u;

const textProblem = (
  column: keyof typeof MOST,
  text: string,
  { situation, sure }: Reading,
): readonly string[] => {
  if (text === '') return [];
  const name = sayHeading(column);
  if (text.length > MOST[column]) return [`${name} is longer than ${MOST[column]} characters`];
  if (UNSEEN.test(text)) return [`${name} holds a character that cannot be seen`];
  const meta = { kind: 'text', title: column, onCase: true } as const;
  const problem = checkText(column, meta, text, situation.arrangement.gate, sure);
  return problem
    ? [`${name} holds ${problem.kind ? `what looks like ${problem.kind}` : 'what may not be kept'}`]
    : [];
};

type Read<T> = T | { readonly reason: string };

/** With its year: what was "1 May" in a spreadsheet may be years ago. */
const dayIn = (name: string, text: string, situation: Situation): Read<Day> => {
  const read = readDay(text, situation);
  if ('unclear' in read) return { reason: `${name}: ${read.unclear}` };
  return text.includes(read.day.slice(0, 4))
    ? read.day
    : { reason: `${name}: give the day with its year, as 2026-04-01, 1/4/2026 or 1 April 2026` };
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** A post by its own name or its title, where only one has it; what stands in brackets after it may be a name, and is left. */
const postIn = (text: string, { arrangement }: Situation): Read<PostId> => {
  const wanted = plain(text.replace(/^@/, '').replace(/\s*\([^)]*\)$/, ''));
  const all = [...arrangement.posts.values()];
  const found =
    all.filter(({ id, called }) => plain(id) === wanted || plain(called) === wanted)[0] ??
    only(all.filter(({ title }) => plain(title) === wanted));
  return (
    found?.id ?? {
      reason:
        'Owner is no post here, or fits several. Give one as /roster show has it, like police-lead',
    }
  );
};

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

const bodyIn = (text: string, { arrangement: { bodies } }: Situation): Read<string> =>
  bodies.find(({ id, name }) => plain(id) === plain(text) || plain(name) === plain(text))?.id ?? {
    reason: `Body is none here. Give one of ${bodies.map(({ id }) => id).join(', ')}`,
  };

/** What a spreadsheet calls a meeting or a request may be older than Heed, so it is words; a case's has to be there. */
const originIn = (text: string, situation: Situation): Read<Origin> =>
  originOf(text, situation) ??
  (OLDER.test(text.trim())
    ? { origin: text }
    : { reason: 'Source is a reference to nothing that is there' });

const OLDER = /^(?:MT|IR)-/i;
