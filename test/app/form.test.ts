import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { fieldsIn } from '../../src/app/offered.ts';
import { answerTo } from '../support/answer.ts';
import { everyField, example, merton, referenceIn, requiredOf } from '../support/given.ts';

const filled = (command: string, fields: Readonly<Record<string, string>>) =>
  answerTo({ command, fields });

describe.each(catalogue)('/$name', (command) => {
  it('is accepted or refused with reason, and not with “wrong” or “missing”, where all is well', () => {
    expect(filled(command.name, example(command)).text).not.toMatch(
      /still needs|belongs to no field/,
    );
  });

  it('names what is missing', () => {
    const missing = requiredOf(command);
    const { is, text } = filled(command.name, {});
    if (missing.length === 0) return expect(text).not.toContain('still needs');
    expect(is).toBe('refused');
    expect(text).toContain(`/${command.name} still needs `);
    expect(text).toContain(`/help ${command.name} shows every field.`);
    const fields = example(command);
    for (const left of missing) {
      const { [left]: _, ...rest } = fields;
      expect(filled(command.name, rest).text).toMatch(
        new RegExp(
          `still needs (${left}=(one or more of )?\\S+|REFERENCE(,REFERENCE)?|WORD|POST|BODY)\\. /help`,
        ),
      );
    }
  });

  it.each(['elsewhere', 'na-me', 'x', 'constructor'])(
    'refuses a field that it does not have: %s',
    (strange) => {
      const { is, text } = filled(command.name, { ...example(command), [strange]: 'yes' });
      expect(is).toBe('refused');
      expect(text).toMatch(/belongs to no field, so nothing was saved|takes no fields/);
      for (const [name] of fieldsIn(command, merton)) expect(text).toContain(name);
    },
  );

  it('refuses more bare words than it has fields for', () => {
    const { is, text } = answerTo({ typed: `/${command.name} SI-2026-1 one two three` });
    expect(is).toBe('refused');
    expect(text).toMatch(/belongs to no field|takes no fields/);
  });
});

const RUBBISH = [
  'frobnicate',
  '-77',
  '1.5',
  '1e3',
  '٣',
  'died, harmed',
  '31/2/2026',
  '\u0000',
  '😀',
];
const ofKind = (...kinds: readonly string[]) =>
  everyField
    .filter(({ kind }) => kinds.includes(kind))
    .map((row) => ({ ...row, name: row.command.name }));

it.each(ofKind('choice', 'yes-no', 'number', 'day'))(
  'rubbish in $field of /$name is refused, and is not repeated',
  ({ command, field }) => {
    for (const typed of RUBBISH) {
      const { is, text } = filled(command.name, { ...example(command), [field]: typed });
      expect(is).toBe('refused');
      expect(text).toContain(`${field}: `);
      expect(text).not.toContain(typed);
    }
  },
);

it.each(ofKind('choice'))(
  '$field of /$name says what there is to choose',
  ({ command, field, meta }) => {
    const { text } = filled(command.name, { ...example(command), [field]: 'else' });
    for (const option of meta.options ?? []) expect(text).toContain(option);
  },
);

it.each(ofKind('choice'))('$field of /$name is read in any case, with spaces too', (row) => {
  for (const option of row.meta.options ?? []) {
    const typed = option.toUpperCase().replaceAll('-', ' ');
    const { text } = filled(row.command.name, { ...example(row.command), [row.field]: typed });
    expect(text).not.toContain('choose');
  }
});

it.each(ofKind('reference'))('$field of /$name takes a reference alone', (row) => {
  const { command, field, meta } = row;
  const own = referenceIn(meta.series);
  const given = (typed: string) => filled(command.name, { ...example(command), [field]: typed });
  for (const typed of ['frobnicate', 'SI-2026', 'SI-2026-0', 'SI-26-1', 'SI-2026-1-1'])
    expect(given(typed).is).toBe('refused');
  // A digest's: no command takes one, but those that take any.
  if (meta.series) expect(given('DG-2026-1').text).toContain(`a reference like ${own}`);
  expect(given(` ${own.toLowerCase()} `).text).not.toContain('a reference like');
});

describe('a text of several lines', () => {
  const withdrawn = (reason: string) =>
    filled('incident withdraw', { incident: 'SI-2026-1', reason });

  it('is kept as one line: where a window takes several, it is not to blame on whoever wrote them', () => {
    const { is, changes } = withdrawn('logged twice\r\nby the duty desk,\n\n and noticed\n');
    expect(is).toBe('accepted');
    expect(JSON.stringify(changes)).toContain('"logged twice by the duty desk, and noticed"');
  });

  it('is read for identifiers as the line that it becomes', () => {
    expect(withdrawn('her number is\n943 476 5919').text).toContain(
      'That looks like an NHS number',
    );
    expect(withdrawn('the case of Sophie\nTurner').text).toContain("look like a person's name");
  });
});
