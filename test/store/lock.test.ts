import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Holder, thisProcess } from '../../store/holder.ts';
import { takeLock } from '../../store/lock.ts';
import { newFolder } from './folder.ts';

const emptyFolder = async (): Promise<string> => {
  const dir = await newFolder();
  await mkdir(dir);
  return dir;
};

const lockedBy = async (holder: Holder, name = 'lock.1'): Promise<string> => {
  const dir = await emptyFolder();
  await writeFile(join(dir, name), JSON.stringify(holder));
  return dir;
};

/** The number of a process that has ended. */
const deadPid = async (): Promise<number> => {
  const child = spawn(process.execPath, ['--version']);
  await once(child, 'exit');
  return child.pid ?? 0;
};

describe('a folder', () => {
  it('is held by one, and free again once given up', async () => {
    const dir = await emptyFolder();
    const lock = await takeLock(dir);
    await expect(takeLock(dir)).rejects.toThrow(
      `Another Heed (process ${process.pid}) is running on ${dir}`,
    );
    await lock.release();
    expect(await readdir(dir)).toEqual([]);
    await (await takeLock(dir)).release();
  });

  it('is taken by one alone of many who ask at once', async () => {
    const dir = await emptyFolder();
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(dir)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(dir)).toEqual(['lock.1']);
  });

  it('is taken over from the dead by one alone of many', async () => {
    const dir = await lockedBy({ pid: await deadPid() });
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(dir)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(dir)).toEqual(['lock.2']);
  });

  it.each([
    ['whose number another process has now', { started: '1' }],
    ['of before the machine was started again', { boot: 'another' }],
  ])('is taken over from a holder %s', async (_whose, other) => {
    const dir = await lockedBy({ ...(await thisProcess()), ...other });
    await (await takeLock(dir)).release();
    expect(await readdir(dir)).toEqual([]);
  });

  it('is not taken from another container, where nobody can look', async () => {
    const dir = await lockedBy({ ...(await thisProcess()), space: 'pid:[1]' });
    await expect(takeLock(dir)).rejects.toThrow(
      `make sure that it has stopped, then delete ${join(dir, 'lock.1')}`,
    );
  });

  it('is held where a system can tell no more than that the process is there', async () => {
    const dir = await lockedBy({ pid: process.pid });
    await expect(takeLock(dir)).rejects.toThrow('Another Heed');
  });

  it('is held by any one of several locks', async () => {
    const dir = await lockedBy(await thisProcess(), 'lock.3');
    await writeFile(join(dir, 'lock.7'), JSON.stringify({ pid: await deadPid() }));
    await expect(takeLock(dir)).rejects.toThrow('Another Heed');
  });

  it.each(['', '{', '[]', '{"pid":"1"}', '{"pid":-1}'])(
    'is not taken where its lock is damaged: %j',
    async (text) => {
      const dir = await emptyFolder();
      await writeFile(join(dir, 'lock.1'), text);
      await expect(takeLock(dir)).rejects.toThrow(
        'make sure that no Heed is running on this folder, then delete that file',
      );
      expect(await readFile(join(dir, 'lock.1'), 'utf8')).toBe(text);
    },
  );

  it('is swept of what a crash has left half done', async () => {
    const dir = await emptyFolder();
    await writeFile(join(dir, 'lock.new-1'), '');
    await takeLock(dir);
    expect(await readdir(dir)).toEqual(['lock.1']);
  });

  it('is not given up for somebody else', async () => {
    const dir = await emptyFolder();
    const first = await takeLock(dir);
    await rm(join(dir, 'lock.1'));
    await takeLock(dir);
    await first.release();
    expect(await readdir(dir)).toEqual(['lock.1']);
  });
});
