import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frame, frameAt } from '../../store/frame.ts';
import { openStore } from '../../store/open.ts';
import { isWhole, report } from '../../store/report.ts';
import { survey } from '../../store/survey.ts';
import { logged } from '../support/entries.ts';
import { newFolder } from './folder.ts';

const KEY = 'ab'.repeat(32);

const filled = async (count: number, key?: string): Promise<string> => {
  const dir = await newFolder();
  const store = await openStore(dir, key);
  for (let seq = 1; seq <= count; seq += 1) await store.append(logged(seq, 'a name'));
  await store.close();
  return dir;
};

const contents = async (dir: string): Promise<readonly string[]> => {
  const names = await readdir(dir);
  return Promise.all(names.map(async (name) => name + (await readFile(join(dir, name), 'latin1'))));
};

const said = async (dir: string, key?: string): Promise<string> => {
  const found = await survey(dir, key);
  return report(dir, found);
};

const forgePicture = async (dir: string): Promise<void> => {
  const path = join(dir, 'picture');
  const { payload = '' } = frameAt(await readFile(path), 0) ?? {};
  await writeFile(path, frame(payload.replace('"codes":3', '"codes":4')));
};

describe('verify', () => {
  it.each([
    ['plain', undefined],
    ['sealed', KEY],
  ])('says what a whole folder holds, and nothing of any case (%s)', async (_how, key) => {
    const dir = await filled(300, key);
    const words = await said(dir, key);
    expect(words).toContain(`The log in ${dir}: 300 entries, Mon 5 Jan 2026 to Tue 6 Jan 2026, `);
    expect(words).toMatch(/Hash of the last entry: [0-9a-f]{64}\./);
    expect(words).toContain('The picture agrees with the log at entry 300.');
    expect(words).toContain('The folder is whole.');
    expect(words).not.toMatch(/a name|priya|SI-2026/);
  });

  it('calls a torn tail damage, and changes nothing', async () => {
    const dir = await filled(3);
    await appendFile(join(dir, 'entries.chain'), 'half a li');
    const before = await contents(dir);
    expect(await said(dir)).toContain('The last 9 bytes are torn');
    expect(isWhole(await survey(dir))).toBe(false);
    expect(await contents(dir)).toEqual(before);
  });

  it('names the first broken place', async () => {
    const dir = await filled(3);
    const path = join(dir, 'entries.chain');
    const bytes = await readFile(path);
    const second = bytes.indexOf('\n') + 1;
    bytes[second + 90] = 0x20;
    await writeFile(path, bytes);
    const words = await said(dir);
    expect(words).toContain('1 entry, Mon 5 Jan 2026');
    expect(words).toContain(`The first broken place is entry 2, at byte ${second}: `);
    expect(words).toContain('The folder is damaged.');
  });

  it('compares all of the picture with the log, not its hash alone', async () => {
    const dir = await filled(3);
    await forgePicture(dir);
    expect(await said(dir)).toContain('The picture says otherwise than the log at entry 3');
    expect(isWhole(await survey(dir))).toBe(false);
  });

  it('says that a log has lost entries, if the picture knows more', async () => {
    const dir = await filled(3);
    const more = await filled(5);
    await writeFile(join(dir, 'picture'), await readFile(join(more, 'picture')));
    expect(await said(dir)).toContain('The picture goes to entry 5, and the log only to 3');
  });

  it.each([
    ['There is no picture', (path: string) => rm(path)],
    ['The picture cannot be used', (path: string) => writeFile(path, 'torn')],
  ])('does not blame the log where %s', async (words, damage) => {
    const dir = await filled(3);
    await damage(join(dir, 'picture'));
    expect(await said(dir)).toContain(words);
    expect(isWhole(await survey(dir))).toBe(true);
  });

  it('can be asked while Heed is running', async () => {
    const dir = await newFolder();
    const store = await openStore(dir);
    await store.append(logged(1));
    expect((await survey(dir)).entries).toBe(1);
    await store.append(logged(2));
    await store.close();
  });
});
