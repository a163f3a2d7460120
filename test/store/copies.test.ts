import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonical } from '../../store/chain.ts';
import { backUp, restore } from '../../store/copies.ts';
import { type OpenStore, openEmbedded } from '../../store/embedded.ts';
import { survey } from '../../store/survey.ts';
import { logged } from '../support/entries.ts';
import { newFolder } from './folder.ts';

const KEY = 'ab'.repeat(32);

const append = async (store: OpenStore, from: number, to: number): Promise<void> => {
  for (let seq = from; seq <= to; seq += 1) await store.append(logged(seq));
};

const said = async (dir: string, key?: string): Promise<string> => {
  const store = await openEmbedded({ dir, key });
  const ledger = canonical(await store.read());
  await store.close();
  return ledger;
};

describe('a copy of a folder', () => {
  it.each([
    ['plain', undefined],
    ['sealed', KEY],
  ])('is made while Heed runs, and is whole (%s)', async (_how, key) => {
    const [dir, copy] = [await newFolder(), await newFolder()];
    const store = await openEmbedded({ dir, key });
    const journal = await store.journal('conversations', z.string());
    await journal.add(['hello']);
    await append(store, 1, 20);
    expect((await backUp(dir, copy, key)).entries).toBe(20);
    await append(store, 21, 30);
    expect((await backUp(dir, copy, key)).entries).toBe(30);
    await journal.close();
    await store.close();
    expect(await survey(copy, key)).toMatchObject({ entries: 30, torn: 0, broken: undefined });
    expect((await readdir(copy)).sort()).toEqual(['conversations', 'entries.chain']);
    expect(await said(copy, key)).toBe(await said(dir, key));
  });

  it('stands still in a log that goes on: every one is whole, and each continues the one before', async () => {
    const [dir, copy] = [await newFolder(), await newFolder()];
    const store = await openEmbedded({ dir });
    const writing = append(store, 1, 400);
    let entries = 0;
    for (let n = 0; n < 10; n += 1) {
      const copied = await backUp(dir, copy);
      expect(copied.entries).toBeGreaterThanOrEqual(entries);
      entries = copied.entries;
    }
    await writing;
    await store.close();
    expect((await survey(copy)).entries).toBe(entries);
  });

  it('leaves out a line that is being written', async () => {
    const [dir, copy] = [await newFolder(), await newFolder()];
    const store = await openEmbedded({ dir });
    await append(store, 1, 3);
    await appendFile(join(dir, 'entries.chain'), '0123456789');
    expect((await backUp(dir, copy)).entries).toBe(3);
    expect((await survey(copy)).torn).toBe(0);
    await store.close();
  });

  it('is not made of a log that is damaged, nor put where it would destroy something', async () => {
    const [dir, copy, other, photos] = [
      await newFolder(),
      await newFolder(),
      await newFolder(),
      await newFolder(),
    ];
    for (const [where, count] of [
      [dir, 3],
      [other, 5],
    ] as const) {
      const store = await openEmbedded({ dir: where });
      await append(store, 1, count);
      await store.close();
    }
    await backUp(other, copy);
    await expect(backUp(dir, copy)).rejects.toThrow('holds a copy of another log, or of more');
    await mkdir(photos, { mode: 0o700 });
    await writeFile(join(photos, 'holiday.jpg'), '');
    await expect(backUp(dir, photos)).rejects.toThrow('holds other things');
    const running = await openEmbedded({ dir: other });
    await expect(backUp(dir, other)).rejects.toThrow('Heed runs on');
    await running.close();
    const bytes = await readFile(join(dir, 'entries.chain'));
    bytes[100] = 0x20;
    await writeFile(join(dir, 'entries.chain'), bytes);
    await expect(backUp(dir, await newFolder())).rejects.toThrow('The log is damaged at entry 1');
  });
});

const withCopy = async (later: number) => {
  const [dir, copy] = [await newFolder(), await newFolder()];
  const store = await openEmbedded({ dir });
  await append(store, 1, 10);
  await backUp(dir, copy);
  await append(store, 11, 10 + later);
  await store.close();
  return { dir, copy };
};

describe('putting a copy back', () => {
  it('into an empty folder gives the same ledger', async () => {
    const { dir, copy } = await withCopy(0);
    const empty = await newFolder();
    expect((await restore(copy, empty)).entries).toBe(10);
    expect(await said(empty)).toBe(await said(dir));
  });

  it('is refused where the folder has more than the copy, and nothing is changed', async () => {
    const { dir, copy } = await withCopy(1);
    const before = await readFile(join(dir, 'entries.chain'));
    await expect(restore(copy, dir)).rejects.toThrow('has 11 entries and the copy only 10');
    expect(await readFile(join(dir, 'entries.chain'))).toEqual(before);
  });

  it('is refused where the folder holds another log', async () => {
    const { copy } = await withCopy(0);
    const other = await newFolder();
    const store = await openEmbedded({ dir: other });
    await store.append(logged(1, 'another'));
    await store.close();
    await expect(restore(copy, other)).rejects.toThrow('holds another log than the copy');
  });

  it('is refused while Heed runs there', async () => {
    const { dir, copy } = await withCopy(0);
    const store = await openEmbedded({ dir });
    await expect(restore(copy, dir)).rejects.toThrow('Another Heed');
    await store.close();
  });

  it('mends a folder that is damaged, and keeps what was there beside', async () => {
    const { dir, copy } = await withCopy(0);
    const log = join(dir, 'entries.chain');
    const bytes = await readFile(log);
    bytes[Math.floor(bytes.length / 2)] = 0x20;
    await writeFile(log, bytes);
    await expect(openEmbedded({ dir })).rejects.toThrow('damaged');
    expect((await restore(copy, dir)).entries).toBe(10);
    expect(await said(dir)).toContain('"seq":10');
    expect(await readFile(`${log}.before-restore-1`)).toEqual(bytes);
    await truncate(log, 50);
    await restore(copy, dir);
    expect(await readdir(dir)).toContain('entries.chain.before-restore-2');
  });
});
