import { expect } from 'vitest';

/** "2026-03-30 09:00 notice @notifier: SI-2026-1: …", as a scenario has it. */
export interface Line {
  readonly when: string;
  readonly kind: string;
  readonly who: string;
  readonly first: string;
}

/** What is amiss in a chat product is told as well, at moments of its own. */
export const TROUBLE = 'Heed needs your help';
export const NO_BUTTON = 'there is no such button any more';

const EXPECTED = /^#> (\S+ \S+) (reply|refusal|notice|digest) @(\S+): (.*)$/;

export const linesOf = (text: string): readonly Line[] =>
  text.split('\n').flatMap((line) => {
    const [, when, kind, who, first] = EXPECTED.exec(line.trim()) ?? [];
    return when && kind && who && first ? [{ when, kind, who, first }] : [];
  });

/**
 * The same words; at a field the name of the field is said once. Where something is missing a form
 * opens that asks for it, and a button that would be declined is gone.
 */
export const expectAnswer = (shown: string | undefined, { kind, first }: Line): void => {
  const [, command] = /^\/(.*) still needs /.exec(first) ?? [];
  const [, sentence = first] = /^[a-z-]+: (.*?)\.?$/.exec(first) ?? [];
  // There is a box to tick where one would type sure=yes.
  if (first.includes('sure=yes')) expect(shown).toContain("look like a person's name");
  else if (shown === NO_BUTTON) expect(kind).toBe('refusal');
  else if (command) expect(shown?.toLowerCase().split('\n')[0]).toBe(command);
  else expect(shown).toContain(kind === 'refusal' ? sentence : first);
};

export const sorted = (lines: readonly Line[]): readonly string[] =>
  lines.map(({ when, who, first }) => `${when} @${who}: ${first}`).toSorted();
