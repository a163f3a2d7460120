import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/** One violation of each wall of biome.json, and what catches it. */
const PLANTED: readonly (readonly [file: string, by: string, code: string])[] = [
  ...importing('src/domain', [
    '../app/dispatch.ts',
    '../platforms/terminal/terminal.ts',
    '../arrangements/load.ts',
    '../../commands/index.ts',
    '../../store/memory.ts',
    '../config.ts',
    '../clock.ts',
    '../main.ts',
    'node:fs',
    '@slack/bolt',
    'yaml',
  ]),
  ...importing('src/app', [
    '../platforms/terminal/terminal.ts',
    '../arrangements/load.ts',
    '../../commands/index.ts',
    '../../store/memory.ts',
    'node:fs',
    'node-cron',
  ]),
  ...importing('commands/incident', [
    '../../src/platforms/terminal/terminal.ts',
    '../../store/memory.ts',
    'node:fs',
    '@slack/web-api',
    'lowdb',
  ]),
  ...importing('src/platforms/terminal', ['../../../commands/index.ts', '../../../store/open.ts']),
  ...importing('src/platforms/chat', ['../slack/slack.ts', '../teams/teams.ts', '@slack/bolt']),
  ...importing('src/platforms/email', ['../slack/slack.ts', '../teams/teams.ts']),
  ...importing('store', ['../src/platforms/terminal/terminal.ts', '../commands/index.ts']),
  ...['src/domain', 'src/app', 'commands/due'].flatMap(
    (folder) =>
      [
        [`${folder}/now.ts`, 'plugin', 'export const now = () => Date.now();'],
        [`${folder}/date.ts`, 'plugin', 'export const now = () => new Date();'],
        [`${folder}/chance.ts`, 'plugin', 'export const chance = () => Math.random();'],
        [`${folder}/id.ts`, 'plugin', 'export const id = () => crypto.randomUUID();'],
        [
          `${folder}/environment.ts`,
          'lint/style/noRestrictedGlobals',
          'export const e = process.env;',
        ],
        [`${folder}/timer.ts`, 'lint/style/noRestrictedGlobals', 'setTimeout(() => 1, 1);'],
        [`${folder}/network.ts`, 'lint/style/noRestrictedGlobals', "export const f = fetch('x');"],
      ] as const,
  ),
  ['src/any.ts', 'lint/suspicious/noExplicitAny', 'export const any = (of: any) => of;'],
  ['src/default.ts', 'lint/style/noDefaultExport', 'export default 1;'],
  ['src/said.ts', 'lint/suspicious/noConsole', "console.log('said');"],
  ['src/bare.ts', 'lint/style/useNodejsImportProtocol', "export { readFileSync } from 'fs';"],
  ['src/hen.ts', 'lint/suspicious/noImportCycles', cycle('hen', 'egg')],
  ['src/egg.ts', 'lint/suspicious/noImportCycles', cycle('egg', 'hen')],
  ['src/long.ts', 'lint/complexity/noExcessiveLinesPerFunction', longFunction(45)],
];

const CLEAN: readonly (readonly [file: string, code: string])[] = [
  [
    'src/domain/clean.ts',
    "import { z } from 'zod';\nexport const at = z.string();\nexport const day = () => new Date(0);",
  ],
  ['src/app/clean.ts', "import { day } from '../domain/clean.ts';\nexport const today = day;"],
  [
    'commands/due/clean.ts',
    "import { today } from '../../src/app/clean.ts';\nexport const due = today;",
  ],
  [
    'src/platforms/terminal/clean.ts',
    "import { readFileSync } from 'node:fs';\nexport const now = () => [readFileSync, Date.now()];",
  ],
  [
    'store/clean.ts',
    "import { today } from '../src/app/clean.ts';\nexport const kept = [today, process.env];",
  ],
  ['src/short.ts', longFunction(38)],
];

function importing(folder: string, from: readonly string[]) {
  return from.map(
    (module, at) =>
      [
        `${folder}/planted-${at}.ts`,
        'lint/style/noRestrictedImports',
        `export { planted } from '${module}';`,
      ] as const,
  );
}
function cycle(one: string, other: string): string {
  return `import { ${other} } from './${other}.ts';\nexport const ${one} = (): unknown => ${other};`;
}
function longFunction(lines: number): string {
  return `export const long = () => {\n${'  void 0;\n'.repeat(lines - 3)}  return 1;\n};`;
}

const ROOT = resolve(import.meta.dirname, '..');
const Report = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      severity: z.string(),
      location: z.object({ path: z.string() }),
    }),
  ),
});

/** What Biome finds in a copy of the house with these files in it. */
const lint = async (): Promise<z.infer<typeof Report>['diagnostics']> => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-walls-'));
  for (const part of ['biome.json', '.biome', '.gitignore'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  for (const [file, code] of [
    ...PLANTED.map(([file, , code]) => [file, code] as const),
    ...CLEAN,
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  const biome = join(ROOT, 'node_modules/.bin/biome');
  const asked = ['lint', '--reporter=json', '--max-diagnostics=none'];
  const { stdout } = await promisify(execFile)(biome, asked, { cwd: folder }).catch(
    (failed: { stdout: string }) => failed,
  );
  rmSync(folder, { recursive: true });
  return Report.parse(JSON.parse(stdout)).diagnostics;
};

let found: Awaited<ReturnType<typeof lint>> = [];
beforeAll(async () => {
  found = await lint();
});
const errorsIn = (file: string): readonly string[] =>
  found
    .filter(({ location, severity }) => location.path === file && severity === 'error')
    .map(({ category }) => category);

describe('a wall stands', () => {
  it.each(PLANTED)('%s is caught by %s: %s', (file, by) => expect(errorsIn(file)).toContain(by));

  it.each(CLEAN)('and lets through what may pass: %s', (file) =>
    expect(errorsIn(file)).toEqual([]),
  );
});
