import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { littleYaml } from '../support/given.ts';

const REHEARSE = resolve(import.meta.dirname, '../../src/rehearse.ts');
const LOG = '@manager /incident log harm=died abuse=suspected aware=2026-03-30';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-rehearse-'));
});
afterAll(() => rm(folder, { recursive: true }));

let written = 0;
const file = async (text: string, kind = 'txt'): Promise<string> => {
  written += 1;
  const path = join(folder, `${written}.${kind}`);
  await writeFile(path, text);
  return path;
};

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
const run = (...given: readonly string[]): Promise<Ran> =>
  new Promise((done) => {
    const { HEED_KEY: _, ...inherited } = process.env;
    const env = { ...inherited, NODE_COMPILE_CACHE: join(folder, 'compiled') };
    execFile(process.execPath, [REHEARSE, ...given], { env }, (failed, stdout, stderr) =>
      done({ code: failed ? Number(failed.code) : 0, stdout, stderr }),
    );
  });
const objects = ({ stdout }: Ran): readonly Record<string, unknown>[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe('npm run rehearse', () => {
  it('prints a transcript, under merton-2023 where nothing else is said', async () => {
    const script = await file(`2026-03-30 09:00 ${LOG}\n2026-03-30 09:01 @ppyp-chair /due\n`);
    const { code, stdout, stderr } = await run(script);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^\nMon 30 Mar 2026\n=+\n\n09:00 {2}@manager: \/incident log [^\n]+\n09:00 {2}Heed answers @manager\n {9}SI-2026-1 is logged\n/,
    );
    expect(stdout).toContain('09:01  Heed answers @ppyp-chair\n');
  });

  it('prints JSON lines alone with --json, keeps what happened in --data, and goes on from there', async () => {
    const kept = ['--json', '--data', join(folder, 'kept')];
    const first = await run(await file(`2026-03-30 09:00 ${LOG}`), ...kept);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(objects(first)).toMatchObject([{ kind: 'reply', record: 'SI-2026-1' }]);
    const second = await run(await file('2026-04-02 09:00 @manager /nonsense'), ...kept);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(objects(second).map(({ kind }) => kind)).toEqual(['notice', 'refusal']);
  });

  it('plays under the arrangement of a YAML file, whatever the script names', async () => {
    const yaml = await file(littleYaml('firstChildCode: Q'), 'yaml');
    const script = await file(`arrangement: merton-2023\n2026-03-30 09:00 ${LOG}`);
    const ran = await run(script, '--arrangement', yaml, '--json');
    expect(ran.code).toBe(0);
    expect(objects(ran)[0]?.text).toContain('Child Q');
  });

  it('ends with 2 and the line, before anything is said', async () => {
    const script = await file(`2026-03-30 09:00 ${LOG}\narrangement: none`);
    expect(await run(script)).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^line 2: expected a day, a time and what happens[^\n]*\n$/),
    });
  });

  it('ends with 2 and every mistake of the arrangement that the script names', async () => {
    const yaml = await file(littleYaml('firstChildCode: a'), 'yaml');
    const script = await file(`# here\narrangement: ${yaml}\n2026-03-30 09:00 clock`);
    expect(await run(script)).toEqual({
      code: 2,
      stdout: '',
      stderr: `line 2: expected an arrangement. ${yaml} cannot be used:\n  line 18, firstChildCode: expected a capital letter, like A\n`,
    });
  });

  it('ends with 2 and what to write, where no file is named', async () => {
    const stderr = expect.stringMatching(/^Write: npm run -s rehearse -- FILE [^\n]*\n$/);
    expect(await run('--json')).toEqual({ code: 2, stdout: '', stderr });
  });
});
