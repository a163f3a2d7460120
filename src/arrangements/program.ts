import { parseArgs } from 'node:util';
import { Day } from '../domain/day.ts';
import { counted } from '../domain/words.ts';
import { explain } from './explain/explain.ts';
import { keptLines } from './explain/terms.ts';
import { BadArrangement, readNamed } from './load.ts';

const USAGE =
  'Write: npm run -s arrangement -- check NAME_OR_YAML, or: npm run -s arrangement -- explain NAME_OR_YAML [--on 2026-04-01]\n';

/** What the program prints, and how it ends: 0 where the arrangement can be used, 1 where it cannot, 2 where it was not looked at. */
export interface Shown {
  readonly code: 0 | 1 | 2;
  readonly text: string;
}

/** `check` names every mistake by its path; `explain` says in plain words what holds on a London day. */
export const arrangementProgram = (words: readonly string[], today: Day): Shown => {
  const given = argumentsIn(words, today);
  if (!given) return { code: 2, text: USAGE };
  try {
    return show(given);
  } catch (problem) {
    if (problem instanceof BadArrangement) return { code: 2, text: `${problem.message}\n` };
    throw problem;
  }
};

interface Given {
  readonly what: 'check' | 'explain';
  readonly file: string;
  readonly on: Day;
}

const argumentsIn = (words: readonly string[], today: Day): Given | undefined => {
  try {
    const options = { on: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options,
    });
    const [what, file, ...more] = positionals;
    const on = Day.safeParse(values.on ?? today);
    if ((what !== 'check' && what !== 'explain') || !file || more.length > 0) return undefined;
    return on.success ? { what, file, on: on.data } : undefined;
  } catch {
    return undefined;
  }
};

const show = ({ what, file, on }: Given): Shown => {
  const read = readNamed(file);
  if ('mistakes' in read) {
    const { mistakes } = read;
    const title = `${file} cannot be used: ${counted(mistakes.length, 'mistake')}.`;
    return { code: 1, text: lines(title, mistakes) };
  }
  const { arrangement } = read;
  if (what === 'explain') return { code: 0, text: explain(arrangement, on) };
  return {
    code: 0,
    text: lines(`${file} can be used: ${arrangement.title}.`, [
      ...arrangement.warnings,
      ...(arrangement.retention.length > 0 ? keptLines(arrangement) : []),
    ]),
  };
};

const lines = (title: string, more: readonly string[]): string =>
  `${[title, ...more.map((line) => `  ${line}`)].join('\n')}\n`;
