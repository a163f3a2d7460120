import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { readArrangement } from '../../src/arrangements/read.ts';
import { littleYaml } from '../support/given.ts';

const mistakesOf = (yaml: string): readonly string[] => {
  const read = readArrangement(yaml);
  return 'mistakes' in read ? read.mistakes : [];
};
const without = (line: string) => littleYaml().replace(`${line}\n`, '');
const instead = (line: string, other: string) => littleYaml().replace(line, other);
const override = (...lines: readonly string[]) =>
  littleYaml('overrides:', '  - clock: notify-panel', ...lines.map((line) => `    ${line}`));
const DATED = ['reason: so agreed', 'from: 2026-01-01'];

it('finds none in the smallest partnership there can be', () =>
  expect(mistakesOf(littleYaml())).toEqual([]));

it.each([
  [
    'a partner without a deputy',
    instead('    deputy: Superintendent', '    sectorRepresentative: true'),
    'line 13, statutoryPartners[0].deputy: expected a deputy: a statutory partner always has one',
  ],
  [
    'an agency called as a partner is',
    littleYaml('agencies:', '  - { id: police, name: P, lead: L, deputy: D }'),
    'the file: two posts would be called police-lead. Give one agency or body another id',
  ],
  [
    'an override that ends before it begins',
    override('firstDay: day-1', ...DATED, 'until: 2025-12-31'),
    /until: expected a day that is not before from$/,
  ],
  ['no title', without('title: A little partnership'), /^line 1, title: .*expected string/],
  ['an empty title', instead('A little partnership', '""'), 'line 2, title: expected a few words'],
  [
    'a rule-set nobody wrote',
    instead('wt2018', 'wt2019'),
    /^line 4, ruleSet: .*"wt2018"\|"wt2023"/,
  ],
  ['no chair', without('  chair: Chair'), /^line 6, posts\.chair: .*expected string/],
  [
    'a capital in a name',
    instead('id: police', 'id: Police'),
    'line 13, statutoryPartners[0].id: expected a name in small letters, like police',
  ],
  [
    'no deputy',
    without('    deputy: Superintendent'),
    'line 13, statutoryPartners[0]: expected a deputy, or sectorRepresentative: true',
  ],
  [
    'an agency without deputy',
    littleYaml('agencies:', '  - { id: housing, name: Housing, lead: Manager }'),
    'line 19, agencies[0]: expected a deputy, or sectorRepresentative: true',
  ],
  [
    'an override of nothing',
    override(...DATED),
    'line 19, overrides[0]: expected an anchor, a span or a firstDay to override',
  ],
  [
    'an override without reason',
    override('anchor: told', 'from: 2026-01-01'),
    /^line 19, overrides\[0\]\.reason: .*expected string/,
  ],
  [
    'an override without day',
    override('anchor: told', 'reason: so'),
    /^line 19, overrides\[0\]\.from: .*expected string/,
  ],
  [
    'an override of no clock',
    littleYaml(
      'overrides:',
      '  - { clock: tea-break, anchor: told, reason: so, from: 2026-01-01 }',
    ),
    /^line 19, overrides\[0\]\.clock: .*"notify-panel"\|/,
  ],
  [
    'an anchor that is no date',
    override('anchor: lunch', ...DATED),
    /^line 20, overrides\[0\]\.anchor: .*"occurred"\|"aware"\|"told"/,
  ],
  [
    'a day that is none',
    override('anchor: told', 'reason: so', 'from: 2026-02-30'),
    /^line 22, overrides\[0\]\.from: /,
  ],
  [
    'a span of less than nothing',
    override('span: { unit: working-days, n: -1 }', ...DATED),
    /^line 20, overrides\[0\]\.span\.n: /,
  ],
  [
    'a rung between two days',
    littleYaml('ladders:', '  default:', '    - { at: 1.5, to: [owner] }'),
    /^line 20, ladders\.default\[0\]\.at: .*int/,
  ],
  [
    'a rung to everybody',
    littleYaml('ladders:', '  default:', '    - { at: 1, to: [everybody] }'),
    /^line 20, ladders\.default\[0\]\.to\[0\]: there is no post everybody\. .*owner, deputy/,
  ],
  [
    'a ladder without rungs',
    littleYaml('ladders:', '  default: []'),
    /^line 19, ladders\.default: /,
  ],
  [
    'a day that ends before it begins',
    littleYaml('sending: { from: "17:00", until: "09:00" }'),
    'line 18, sending: expected from to be earlier than until',
  ],
  [
    'an hour of one figure',
    littleYaml('sending: { from: "9:00", until: "17:00" }'),
    'line 18, sending.from: expected a time like 09:00',
  ],
  [
    'a small letter as a code',
    littleYaml('firstChildCode: a'),
    'line 18, firstChildCode: expected a capital letter, like A',
  ],
  [
    'a pattern that is none',
    littleYaml('privacy:', '  patterns: ["("]'),
    'line 19, privacy.patterns[0]: expected a regular expression',
  ],
  [
    'a holiday on no day',
    littleYaml('holidays:', '  - { date: 2026-13-01, name: Holiday }'),
    /^line 19, holidays\[0\]\.date: /,
  ],
  [
    'a clock that cannot be adopted',
    littleYaml('adopted: [notify-panel]'),
    /^line 18, adopted\[0\]: .*"copy-business-unit"/,
  ],
  ['a word that means nothing', littleYaml('colour: red'), /the file: .*"colour"/],
  [
    'a post that means nothing',
    instead('  chair: Chair', '  chair: Chair\n  cook: Cook'),
    /^line 6, posts: .*"cook"/,
  ],
  ['one word twice', littleYaml('name: other'), /line 18/],
  ['a tab', instead('  chair: Chair', '\tchair: Chair'), /line 10/],
  ['nothing', '', /^the file: .*expected object/],
  ['a list', '- name: little', /^line 1, the file: .*expected object/],
])('says where and what: %s', (_, yaml, said) => {
  expect(mistakesOf(yaml)[0]).toEqual(
    typeof said === 'string' ? said : expect.stringMatching(said),
  );
});

it('says all of them at once', () => {
  const yaml = littleYaml('adopted: [tea]', 'firstChildCode: "1"').replace('wt2018', 'wt1066');
  expect(mistakesOf(yaml).map((mistake) => mistake.split(':')[0])).toEqual([
    'line 4, ruleSet',
    'line 18, adopted[0]',
    'line 19, firstChildCode',
  ]);
});

describe('one’s own file', () => {
  const file = (yaml: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'heed-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'little.yaml');
    writeFileSync(path, yaml);
    return path;
  };

  it('is read by its path', () => expect(loadArrangement(file(littleYaml())).name).toBe('little'));

  it('that cannot be used says its path and every mistake, a line each', () => {
    const path = file(littleYaml('firstChildCode: a').replace('wt2018', 'x'));
    expect(() => loadArrangement(path)).toThrow(
      new RegExp(
        `^${path} cannot be used:\\n {2}line 4, ruleSet: .*\\n {2}line 18, firstChildCode: `,
      ),
    );
  });
});
