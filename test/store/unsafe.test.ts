import { describe, expect, it } from 'vitest';
import { UnsafeStore } from '../../src/app/ports.ts';
import { openLog } from '../../store/log.ts';
import { envelope } from '../../store/seal.ts';
import { walk } from '../../store/walk.ts';
import { logged } from '../support/entries.ts';
import { EMPTY, type FakeFile, fakeFile } from './log-file.ts';

const plain = envelope('log', undefined);
const open = (file: FakeFile) => openLog(file, plain, EMPTY, () => undefined);
const full = (): never => {
  throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
};

/** A disk that does well so many times, and then fails. */
const failsAfter = (times: number, fail: () => never): (() => void) => {
  let left = times;
  return () => {
    if (left === 0) fail();
    left -= 1;
  };
};

const brokenDisks = [
  ['write', (good: number) => ({ write: withLength(failsAfter(good, full)) })],
  ['sync', (good: number) => ({ sync: failsAfter(good, full) })],
] as const;

const withLength = (check: () => void) => (length: number) => {
  check();
  return length;
};

describe.each(brokenDisks)('a log whose disk fails to %s', (_what, disk) => {
  it('throws for all that was asked and all that is asked later', async () => {
    const log = open(fakeFile(disk(1)));
    expect(await log.append(logged(1))).toBe('appended');
    const asked = [log.append(logged(2)), log.append(logged(3)), log.durable(3)];
    const answers = await Promise.allSettled(asked);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(UnsafeStore) });
    await expect(log.append(logged(2))).rejects.toThrow(UnsafeStore);
    await expect(log.durable(1)).rejects.toThrow(UnsafeStore);
    expect(() => log.read()).toThrow('could not be written (ENOSPC)');
  });

  it('throws for what waits behind the write that fails', async () => {
    const log = open(fakeFile(disk(0)));
    const first = log.append(logged(1));
    await Promise.resolve();
    const second = log.append(logged(2));
    await expect(first).rejects.toThrow(UnsafeStore);
    await expect(second).rejects.toThrow(UnsafeStore);
  });

  it('never writes again, and can still be closed', async () => {
    const file = fakeFile(disk(0));
    const log = open(file);
    await expect(log.append(logged(1))).rejects.toThrow(UnsafeStore);
    const { length } = file.written();
    await expect(log.append(logged(2))).rejects.toThrow(UnsafeStore);
    expect(await log.close()).toBe(false);
    expect(file.written()).toHaveLength(length);
  });
});

describe('a log', () => {
  it('writes on after a write that took only part', async () => {
    const file = fakeFile({ write: (length) => Math.min(length, 7) });
    const log = open(file);
    await Promise.all([log.append(logged(1)), log.append(logged(2))]);
    expect([...walk(file.written(), plain)]).toHaveLength(2);
  });

  it('trusts no disk that takes nothing', async () => {
    const log = open(fakeFile({ write: () => 0 }));
    await expect(log.append(logged(1))).rejects.toThrow(UnsafeStore);
  });

  it('answers nobody before the sync is done', async () => {
    const gate = Promise.withResolvers<void>();
    const log = open({ ...fakeFile(), datasync: () => gate.promise });
    let answered = false;
    const asked = log.append(logged(1)).then(() => {
      answered = true;
    });
    await new Promise(setImmediate);
    expect(answered).toBe(false);
    gate.resolve();
    await asked;
    expect(answered).toBe(true);
  });

  it('writes together what is asked together, and syncs once', async () => {
    let syncs = 0;
    const log = open(
      fakeFile({
        sync: () => {
          syncs += 1;
        },
      }),
    );
    await Promise.all(Array.from({ length: 50 }, (_, index) => log.append(logged(index + 1))));
    expect(syncs).toBe(1);
  });
});
