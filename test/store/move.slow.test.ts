import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonical } from '../../store/chain.ts';
import { commitBatch } from '../../store/commit.ts';
import { openStore } from '../../store/open.ts';
import { envelope } from '../../store/seal.ts';
import { logged } from '../support/entries.ts';
import { startCluster } from '../support/postgres.ts';
import { newFolder } from './folder.ts';
import { EMPTY, fakeFile } from './log-file.ts';

const cluster = await startCluster();
const PROGRAM = join(import.meta.dirname, '../../store/migrate.ts');
const KEY = 'ab'.repeat(32);
const run = promisify(execFile);

const move = (from: string, to: string, env: NodeJS.ProcessEnv = {}) =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, from, to], {
    env: { ...process.env, ...env },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code, said: stderr as string }),
  );

const filled = async (where: string, count: number, key?: string, partnership?: string) => {
  const store = await openStore(where, key, { partnership });
  await Promise.all(Array.from({ length: count }, (_, at) => store.append(logged(at + 1))));
  const journal = await store.journal('conversations', z.unknown());
  await journal.add([{ said: 'hello' }, { said: 'and again' }]);
  await journal.close();
  await store.close();
};

/** All that a store says of itself. */
const insideOf = async (where: string, key?: string, partnership?: string) => {
  const store = await openStore(where, key, { partnership });
  const links = await Array.fromAsync(store.links());
  const journal = await store.journal('conversations', z.unknown());
  const inside = {
    ledger: canonical(await store.read()),
    links: links.map(({ seq, hash, text }) => ({ seq, hash, text })),
    said: [...journal.all()],
  };
  await journal.close();
  await store.close();
  return inside;
};

describe('npm run migrate-store', () => {
  it.each([
    ['plain', undefined],
    ['sealed', KEY],
  ])('moves a folder to a database and back, with the same chain (%s)', async (how, key) => {
    const [folder, back] = [await newFolder(), await newFolder()];
    const env = { HEED_PARTNERSHIP: `moved_${how}`, ...(key ? { HEED_KEY: key } : {}) };
    await filled(folder, 450, key);
    const before = await insideOf(folder, key);
    const there = await move(folder, cluster.url(), env);
    expect(there.said).toContain('Moved 450 entries and 2 items');
    expect(there.said).toContain(before.links.at(-1)?.hash);
    expect(await insideOf(cluster.url(), key, env.HEED_PARTNERSHIP)).toEqual(before);
    expect((await move(cluster.url(), back, env)).code).toBe(0);
    expect(await insideOf(back, key)).toEqual(before);
    expect(await insideOf(folder, key)).toEqual(before);
  });

  it('keeps the very text of an entry, though this version would write it otherwise', async () => {
    const folder = await newFolder();
    await filled(folder, 1);
    // As an older version wrote it: it has what this one does not know.
    const text = canonical({ ...logged(1), older: 'than this' });
    const file = fakeFile();
    await commitBatch(file, envelope('log', undefined), EMPTY, [{ text, ledger: EMPTY.ledger }]);
    await writeFile(join(folder, 'entries.chain'), file.written());
    await writeFile(join(folder, 'picture'), '');
    const env = { HEED_PARTNERSHIP: 'older' };
    expect((await move(folder, cluster.url(), env)).code).toBe(0);
    const { links } = await insideOf(cluster.url(), undefined, 'older');
    expect(links.map((link) => link.text)).toEqual([text]);
    expect(await readFile(join(folder, 'entries.chain'))).toEqual(file.written());
  });

  it('goes nowhere that holds something, and from nowhere that Heed runs on', async () => {
    const [folder, other] = [await newFolder(), await newFolder()];
    await filled(folder, 2);
    await filled(other, 1);
    expect(await move(folder, other)).toEqual({
      code: 2,
      said: expect.stringContaining('There is 1 entry already where this is to go'),
    });
    const running = await openStore(folder);
    expect((await move(folder, await newFolder())).said).toContain('Another Heed');
    await running.close();
  });

  it('says how it is written', async () => {
    expect((await move('memory', await newFolder())).said).toContain(
      'Write: npm run migrate-store',
    );
  });
});
