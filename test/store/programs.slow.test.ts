import { spawnSync } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../store/open.ts';
import { logged } from '../support/entries.ts';
import { newFolder } from './folder.ts';
import { saidIn, waiting } from './purge-folders.ts';

const KEY = 'ab'.repeat(32);

const filled = async (count: number): Promise<string> => {
  const dir = await newFolder();
  const store = await openStore(dir, KEY);
  for (let seq = 1; seq <= count; seq += 1) await store.append(logged(seq));
  await store.close();
  return dir;
};

/** Started as npm starts it. */
const run = (program: string, given: readonly string[], key?: string) => {
  const { HEED_KEY: _, ...rest } = process.env;
  const env = {
    ...rest,
    HEED_STORE: '',
    HEED_DATA: '',
    ...(key === undefined ? {} : { HEED_KEY: key }),
  };
  const script = join(import.meta.dirname, '../../store', program);
  return spawnSync(process.execPath, [script, ...given], { env, encoding: 'utf8' });
};

describe('npm run verify', () => {
  const verify = (given: readonly string[], key?: string) => run('verify.ts', given, key);

  it('ends with 0 where all is whole, and 1 where it is damaged', async () => {
    const dir = await filled(2);
    expect(verify([dir], KEY)).toMatchObject({ status: 0, stderr: '' });
    await appendFile(join(dir, 'entries.chain'), 'half');
    expect(verify([dir], KEY)).toMatchObject({ status: 1, stderr: '' });
  });

  it('ends with 2 and a sentence where it cannot look', async () => {
    const dir = await filled(1);
    for (const [given, key, says] of [
      [[], undefined, 'DIR'],
      [[dir], undefined, 'set HEED_KEY'],
      [[join(dir, 'none')], KEY, 'There is no log in'],
    ] as const)
      expect(verify(given, key)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(says),
      });
  });
});

describe('npm run backup and npm run restore', () => {
  it('say what they did', async () => {
    const [dir, copy] = [await filled(12), await newFolder()];
    expect(run('copy.ts', ['backup', copy, '--data', dir], KEY).stdout).toMatch(
      /^Copied 12 entries from .+ to .+, and walked the chain there\. Hash of the last entry: [0-9a-f]{64}\.\n$/,
    );
    expect(run('copy.ts', ['restore', copy, '--data', dir], KEY).stdout).toContain(
      'Put back 12 entries',
    );
  });

  it('say how they are written, and that a database has programs of its own', () => {
    expect(run('copy.ts', ['backup'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Write: npm run backup -- DIR'),
    });
    const elsewhere = ['backup', 'x', '--data', 'postgres://a:b@127.0.0.1/x'];
    expect(run('copy.ts', elsewhere).stderr).toContain('see docs/running.md');
  });
});

describe('npm run purge', () => {
  it('says what would go, and with --sure that it has gone; verify says so from then on', async () => {
    const dir = await waiting();
    const before = await saidIn(dir);
    const shown = run('purge.ts', ['--data', dir]).stdout;
    expect(shown).toMatch(
      /^Would be purged from .+, as was decided:\n- SI-2026-1, with AC-2026-\d+/,
    );
    expect(shown).toContain('Of conversations: 2 items.');
    expect(shown).toContain('say the same with --sure');
    expect(await saidIn(dir)).toBe(before);
    const done = run('purge.ts', ['--data', dir, '--sure']).stdout;
    expect(done).toMatch(/^Purged from/);
    expect(done).toContain('Copies made before still hold it');
    expect(run('verify.ts', [dir]).stdout).toMatch(
      /entries were purged on .+, by entry \d+: the chain goes through what is left of them\.\n(?:.*\n)*The folder is whole\.\n$/,
    );
    expect(run('purge.ts', ['--data', dir]).stdout).toContain('There is nothing to purge');
  });

  it('says how it is written', async () => {
    expect(run('purge.ts', [])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Write: npm run purge/),
    });
    expect(run('purge.ts', ['--sure', '--data', await newFolder()]).stderr).toContain(
      'There is no log',
    );
  });
});
