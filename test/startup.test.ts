import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../src/main.ts');

/** What a file brings in as it is loaded: types are gone by then, and `await import` comes later. */
const IMPORT = /^(?:import(?! type)|export)\b[^;]*?from '([^']+)'|^import '([^']+)'/gm;
const ONLY_TYPES = /^import \{(?:\s*type [^,}]+,?)+\s*\} from/;

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([whole, from, bare]) =>
    ONLY_TYPES.test(whole) ? [] : [from ?? bare ?? ''],
  );

/** Our own files by their paths, packages by their names. */
const placed =
  (file: string) =>
  (from: string): string =>
    from.startsWith('.') ? join(dirname(file), from) : from;

/** Everything that is loaded with a file: our own files, and packages by their names. */
const loadedWith = (start: string): ReadonlySet<string> => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.ts')) return;
    for (const from of importsOf(file).map(placed(file)))
      if (existsSync(from)) visit(from);
      else seen.add(from);
  };
  visit(start);
  return seen;
};

describe('what npm start loads where no chat product is set up', () => {
  const loaded = loadedWith(MAIN);

  it('is the program', () => {
    expect(loaded).toContain('hono');
    expect([...loaded].some((one) => one.endsWith('src/app/dispatch.ts'))).toBe(true);
  });

  it.each(['@microsoft/teams-ai', 'botbuilder', 'jose', '@slack/bolt', 'pg'])(
    'is without %s',
    (sdk) => {
      expect(loaded).not.toContain(sdk);
    },
  );

  it.each([
    ['teams', '@microsoft/teams-ai'],
    ['slack', '@slack/bolt'],
  ])('comes with %s alone', (platform, sdk) => {
    const connect = resolve(import.meta.dirname, `../src/platforms/${platform}/connect.ts`);
    expect(loaded).not.toContain(connect);
    expect(loadedWith(connect)).toContain(sdk);
  });
});
