import { chmod, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../store/chain.ts';
import { openEmbedded } from '../../store/embedded.ts';
import { openStore } from '../../store/open.ts';
import { logged } from '../support/entries.ts';
import { storeContract } from './contract.ts';
import { fileNamed, newFolder } from './folder.ts';

const KEY = 'ab'.repeat(32);
const OTHER_KEY = 'cd'.repeat(32);

const opened = async (key?: string) => {
  const dir = await newFolder();
  const store = await openEmbedded({ dir, key });
  const reopen = async () => {
    await store.close();
    return openEmbedded({ dir, key });
  };
  return { store, reopen };
};

storeContract('embedded', () => opened());
storeContract('embedded, sealed', () => opened(KEY));

const filled = async (count: number, key?: string): Promise<string> => {
  const dir = await newFolder();
  const store = await openStore(dir, key);
  for (let seq = 1; seq <= count; seq += 1) await store.append(logged(seq));
  await store.close();
  return dir;
};

const seqIn = async (dir: string, key?: string): Promise<number> => {
  const store = await openStore(dir, key);
  const { seq } = await store.read();
  await store.close();
  return seq;
};

describe('the folder of an embedded store', () => {
  it.each([
    ['plain', undefined],
    ['sealed', KEY],
  ])('is private, and so is all that is in it (%s)', async (_how, key) => {
    const before = process.umask(0);
    try {
      const dir = await filled(3, key);
      const store = await openStore(dir, key);
      const names = await readdir(dir);
      const modes = await Promise.all(
        names.map(async (name) => (await stat(join(dir, name))).mode),
      );
      expect((await stat(dir)).mode & 0o777).toBe(0o700);
      expect(names.sort()).toEqual(['entries.chain', 'lock.1', 'picture']);
      expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
      await store.close();
    } finally {
      process.umask(before);
    }
  });

  it('is closed to others if it was open', async () => {
    const dir = await filled(1);
    await chmod(dir, 0o755);
    expect(await seqIn(dir)).toBe(1);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
  });

  it('is never the folder of something else', async () => {
    const dir = await newFolder();
    await mkdir(dir);
    await chmod(dir, 0o755);
    await writeFile(join(dir, 'holiday.jpg'), '');
    await expect(openStore(dir)).rejects.toThrow('give Heed a folder of its own');
    expect((await stat(dir)).mode & 0o777).toBe(0o755);
  });

  it('holds nothing legible when it is sealed', async () => {
    const dir = await filled(3, KEY);
    const plain = await filled(3);
    for (const name of await readdir(dir)) {
      expect(await readFile(join(dir, name), 'latin1')).not.toMatch(/priya|SI-2026|"hash"|LL-1/);
      expect(await readFile(join(plain, name), 'latin1')).toMatch(/priya/);
    }
  });
});

describe('a torn tail', () => {
  it('is cut off and kept, and the store goes on', async () => {
    const dir = await filled(3);
    const log = await fileNamed(dir, 'chain');
    const whole = await readFile(log);
    const tail = whole.subarray(whole.lastIndexOf('\n', -2) + 1, -9);
    await truncate(log, whole.length - 9);

    const store = await openStore(dir);
    expect((await store.read()).seq).toBe(2);
    expect(store.notes.join()).toContain(`A torn tail of ${tail.length} bytes was cut off the log`);
    expect(await readFile(await fileNamed(dir, 'torn'))).toEqual(tail);
    expect(await store.append(logged(3, 'again'))).toBe('appended');
    await store.close();
    expect(await seqIn(dir)).toBe(3);
  });

  it('tells that the log may have lost entries, if the picture knew more', async () => {
    const dir = await filled(3);
    const log = await fileNamed(dir, 'chain');
    await truncate(log, (await stat(log)).size - 9);
    const store = await openStore(dir);
    expect(store.notes.join(' ')).toContain('The picture holds 3 entries and the log only 2');
    expect(await fileNamed(dir, 'set-aside')).toContain('picture.set-aside-3');
    await store.close();
  });
});

describe('an embedded store refuses to open', () => {
  it.each([
    ['a sealed folder without a key', KEY, undefined, 'set HEED_KEY to the key'],
    ['a sealed folder with the wrong key', KEY, OTHER_KEY, 'sealed with another key'],
    ['a plain folder with a key', undefined, KEY, 'is not sealed, but HEED_KEY is set'],
    ['with a key that is none', undefined, 'hunter2', 'HEED_KEY must be 32 bytes'],
  ])('%s, and changes nothing', async (_what, sealedWith, key, why) => {
    const dir = await filled(1, sealedWith);
    const before = await readFile(await fileNamed(dir, 'chain'));
    await expect(openStore(dir, key)).rejects.toThrow(why);
    expect(await readdir(dir)).toEqual(['entries.chain', 'picture']);
    expect(await readFile(await fileNamed(dir, 'chain'))).toEqual(before);
    expect(await seqIn(dir, sealedWith)).toBe(1);
  });

  it('a log that is sealed in part', async () => {
    const log = await fileNamed(await filled(1, KEY), 'chain');
    const dir = await filled(2);
    await writeFile(await fileNamed(dir, 'chain'), await readFile(log), { flag: 'a' });
    await expect(openStore(dir)).rejects.toThrow('not sealed as the entries before it were');
  });

  it('damage that is followed by whole entries', async () => {
    const dir = await filled(3);
    const log = await fileNamed(dir, 'chain');
    const bytes = await readFile(log);
    bytes[100] = 0x20;
    await writeFile(log, bytes);
    await expect(openStore(dir)).rejects.toThrow('The log is damaged at entry 1 (byte 0)');
  });

  it('a log with a line taken out', async () => {
    const dir = await filled(3);
    const log = await fileNamed(dir, 'chain');
    const [first = '', , third = ''] = (await readFile(log, 'utf8')).split('\n');
    await writeFile(log, `${first}\n${third}\n`);
    await expect(openStore(dir)).rejects.toThrow('entry 2');
    await expect(openStore(dir)).rejects.toThrow('it does not continue the entry before it');
  });

  it('a folder whose log is gone while its picture is there', async () => {
    const dir = await filled(1);
    await rm(join(dir, 'entries.chain'));
    await expect(openStore(dir)).rejects.toThrow('The log is missing');
  });
});

describe('an embedded store', () => {
  it('tells its ledger from the log alone as from the picture', async () => {
    const dir = await filled(30);
    const withPicture = await openStore(dir);
    const one = canonical(await withPicture.read());
    await withPicture.close();
    await writeFile(await fileNamed(dir, 'picture'), '');
    const without = await openStore(dir);
    expect(canonical(await without.read())).toBe(one);
    await without.close();
  });

  it('takes nothing once it is closed, and may be closed twice', async () => {
    const store = await openStore(await newFolder());
    await store.append(logged(1));
    await Promise.all([store.close(), store.close()]);
    await expect(store.append(logged(2))).rejects.toThrow('The store is closed');
    await expect(store.read()).rejects.toThrow('The store is closed');
  });

  it('writes what was asked before it was closed', async () => {
    const dir = await newFolder();
    const store = await openStore(dir);
    const asked = store.append(logged(1));
    await store.close();
    expect(await asked).toBe('appended');
    expect(await seqIn(dir)).toBe(1);
  });
});
