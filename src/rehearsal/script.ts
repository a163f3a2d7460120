import { Day, type Instant, londonInstant, TimeOfDay } from '../domain/day.ts';
import { isReference, type Ref } from '../domain/reference.ts';

/** One line of a rehearsal. */
export interface Step {
  readonly line: number;
  readonly at: Instant;
  readonly does:
    | { readonly is: 'clock' }
    | { readonly is: 'says'; readonly who: string; readonly typed: string }
    | { readonly is: 'presses'; readonly who: string; readonly label: string; readonly on: Ref };
}

export interface Script {
  readonly arrangement?: { readonly name: string; readonly line: number };
  readonly steps: readonly Step[];
}

/** A line that cannot be read: its number, and what was expected there. */
export class BadScript extends Error {
  override readonly name = 'BadScript';
  constructor(line: number, expected: string) {
    super(`line ${line}: ${expected}`);
  }
}

const ARRANGEMENT = /^arrangement:\s*(.+)$/;
const LINE = /^(\d{4}-\d{2}-\d{2})\s+(\d{1,2}:\d{2})\s+(.+)$/;
const PRESS = /^press\s+["“]([^"“”]+)["”]\s+on\s+(\S+)$/i;

/** Reads a script whole, before anything is played. Throws BadScript. */
export const readScript = (text: string): Script => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((written, at) => ({ line: at + 1, written: written.trim() }))
    .filter(({ written }) => written !== '' && !written.startsWith('#'));
  const named = ARRANGEMENT.exec(lines[0]?.written ?? '')?.[1];
  const steps = (named ? lines.slice(1) : lines).map(readStep);
  inOrder(steps);
  return { steps, ...(named ? { arrangement: { name: named, line: lines[0]?.line ?? 1 } } : {}) };
};

const readStep = ({ line, written }: { readonly line: number; readonly written: string }): Step => {
  const parts = LINE.exec(written);
  const day = Day.safeParse(parts?.[1]);
  const time = TimeOfDay.safeParse(parts?.[2]?.padStart(5, '0'));
  if (!parts || !day.success || !time.success)
    throw new BadScript(
      line,
      'expected a day, a time and what happens, like: 2026-03-30 09:00  @manager  /due',
    );
  return { line, at: londonInstant(day.data, time.data), does: readDoing(line, parts[3] ?? '') };
};

const readDoing = (line: number, written: string): Step['does'] => {
  if (written === 'clock') return { is: 'clock' };
  const [, who, said] = /^@(\S+)\s+(.+)$/.exec(written) ?? [];
  if (!who || !said)
    throw new BadScript(line, 'expected "clock", or somebody and what they do: @manager  /due');
  if (said.startsWith('/')) return { is: 'says', who, typed: said };
  const [, label, on] = PRESS.exec(said) ?? [];
  if (!label || !on || !isReference(on.toUpperCase()))
    throw new BadScript(line, 'expected a command like /due, or: press "Label" on SI-2026-1');
  return { is: 'presses', who, label, on: on.toUpperCase() as Ref };
};

const inOrder = (steps: readonly Step[]): void => {
  const early = steps.find(({ at }, index) => at < (steps[index - 1]?.at ?? at));
  if (early)
    throw new BadScript(early.line, 'expected a time that is not before the line above it');
};
