import { describe, expect, it } from 'vitest';
import type { IdentifierKind } from '../../src/domain/privacy.ts';
import { everyField, example } from '../support/given.ts';
import { LOGGED, openHouse, textOf } from '../support/house.ts';

/** What may never be written down, with the part of it that must not be found again. */
const IDENTIFIERS: readonly (readonly [kind: IdentifierKind, typed: string, value?: string])[] = [
  ['an NHS number', '943 476 5919'],
  ['an NHS number', 'seen again, NHS no. 943-476-5919', '943-476-5919'],
  ['a unique pupil number', 'B801200005001'],
  ['a National Insurance number', 'qq123456c'],
  ['a postcode', 'moved to SM4 5DX', 'SM4 5DX'],
  ['a phone number', 'call 07700 900123', '07700 900123'],
  ['an e-mail address', 'jo.bloggs@example.com'],
  ['a date of birth', 'born 3/4/2019', '3/4/2019'],
  ['a street address', 'of 14 Acacia Avenue', '14 Acacia Avenue'],
];

const texts = everyField.filter(({ kind }) => kind === 'text');
const rows = texts.flatMap(({ command, field, meta }) =>
  IDENTIFIERS.map(([kind, typed, value = typed]) => ({
    name: command.name,
    field,
    kind,
    typed,
    value,
    fields: { ...example(command), [field]: typed },
    onCase: meta.onCase ?? false,
  })),
);

const bare = (text: string): string => text.toLowerCase().replace(/\s/g, '');
const asWritten = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');

it('guards every free text that there is', () =>
  expect(texts.map(({ command, field }) => `${command.name} ${field}`)).toEqual(
    expect.arrayContaining([
      'incident log secure-ref',
      'incident correct reason',
      'incident withdraw reason',
      'incident notified panel-ref',
      'holiday add name',
    ]),
  ));

it.each(rows)('$kind in $field of /$name is refused, and found nowhere again', async (row) => {
  const { ask, fill, entries, bugs } = openHouse();
  await ask('manager', LOGGED);
  const answers = [
    await ask('manager', `/${row.name} ${asWritten(row.fields)}`),
    await fill('manager', row.name, row.fields),
    await fill('manager', row.name, { ...row.fields, sure: 'yes' }),
  ];
  for (const answer of answers) {
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(`That looks like ${row.kind}, so nothing was saved.`);
    expect(bare(JSON.stringify(answer))).not.toContain(bare(row.value));
  }
  const [, ...written] = await entries();
  expect(written.map(({ changes, queued }) => ({ changes, queued }))).toEqual(
    answers.map(() => ({
      changes: [{ type: 'text-refused', field: row.field, kind: row.kind }],
      queued: [],
    })),
  );
  expect(bare(JSON.stringify(written))).not.toContain(bare(row.value));
  expect(bugs).toEqual([]);
});

describe('a text on a case', () => {
  const onCase = rows.filter((row) => row.onCase && row.kind === 'a date of birth');

  it.each(onCase)('has no date in it: $field of /$name', async ({ name, field, fields }) => {
    const { ask, fill, entries } = openHouse();
    await ask('manager', LOGGED);
    const answer = await fill('manager', name, { ...fields, [field]: 'as of 3/4/2026' });
    expect(textOf(answer)).toMatch(/^There is a date in a text about a case, so nothing was saved/);
    expect(JSON.stringify((await entries()).slice(1))).not.toContain('3/4');
  });
});

const names = texts.map(({ command, field }) => ({
  name: command.name,
  field,
  fields: { ...example(command), [field]: 'Jane Example' },
}));

describe.each(names)('what looks like a name in $field of /$name', ({ name, field, fields }) => {
  it('is refused first, and neither repeated nor written down', async () => {
    const { ask, fill, entries } = openHouse();
    await ask('manager', LOGGED);
    const answer = await fill('manager', name, fields);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toMatch(/^Two capitalised words look like a person's name/);
    expect(textOf(answer)).toContain('sure=yes');
    expect(JSON.stringify(answer)).not.toMatch(/jane|example/i);
    const [, ...written] = await entries();
    expect(written.flatMap(({ changes }) => changes)).toEqual([
      { type: 'text-refused', field, kind: 'a name' },
    ]);
  });

  it.each(['yes', 'YES'])('goes on with sure=%s', async (sure) => {
    const { ask, fill } = openHouse();
    await ask('manager', LOGGED);
    const answer = await fill('manager', name, { ...fields, sure });
    expect(textOf(answer)).not.toContain('Two capitalised words');
  });

  it.each(['no', 'maybe', ''])('does not go on with sure=“%s”', async (sure) => {
    const { ask, fill } = openHouse();
    await ask('manager', LOGGED);
    const answer = await fill('manager', name, { ...fields, sure });
    expect(textOf(answer)).toContain('Two capitalised words');
  });
});
