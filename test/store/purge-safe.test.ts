import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/domain/picture.ts';
import { canonical } from '../../store/chain.ts';
import { backUp, restore } from '../../store/copies.ts';
import { syncFolder, writeSafely } from '../../store/files.ts';
import { frame, frames } from '../../store/frame.ts';
import { openStore } from '../../store/open.ts';
import { type Disk, previewPurge, purgeFolder } from '../../store/purge-folder.ts';
import { isWhole } from '../../store/report.ts';
import { survey } from '../../store/survey.ts';
import { laterEntries } from '../support/entries.ts';
import { newFolder } from './folder.ts';
import { folderOf, ledgerIn, NOW, saidIn, story, waiting } from './purge-folders.ts';
import { caseRef, decided, holding } from './purge-stories.ts';

const LOG = 'entries.chain';

/** The texts of a log, each line with its checksum put right again. */
const rewrite = async (dir: string, change: (payload: string) => string): Promise<boolean> => {
  const path = join(dir, LOG);
  const bytes = await readFile(path);
  const lines = [...frames(bytes)].map(({ payload }) => frame(change(payload)));
  await writeFile(path, Buffer.concat(lines));
  return !Buffer.concat(lines).equals(bytes);
};

const purged = async (): Promise<string> => {
  const dir = await waiting();
  await purgeFolder({ dir, now: NOW });
  return dir;
};

describe('a mark', () => {
  it.each([
    [
      'another time',
      (text: string) => text.replace(/(?<="rest":\{"asked":"[^"]*","at":")2026/, '2025'),
    ],
    ['another person', (text: string) => text.replace(/(?<="rest":.*?"by":")priya/, 'somebody')],
    ['another hash', (text: string) => text.replace(/(?<="mark":\{"by":\d+,"hash":")./, 'f')],
    ['another place', (text: string) => text.replace(/(?<="mark":\{.*?"prev":")./, 'f')],
    ['another purge', (text: string) => text.replace(/(?<="mark":\{"by":)\d+/, '3')],
    ['a purge to come', (text: string) => text.replace(/(?<="mark":\{"by":)\d+/, '9999')],
    ['less', (text: string) => text.replace(/"counts-kept"/, '"hold-lifted"')],
  ])('that says %s is found', async (_what, change) => {
    const dir = await purged();
    expect(await rewrite(dir, change)).toBe(true);
    expect((await survey(dir)).broken).toBeDefined();
    await expect(openStore(dir)).rejects.toThrow('damaged');
  });

  it('is found whatever of it is changed', async () => {
    const dir = await purged();
    const path = join(dir, LOG);
    const bytes = await readFile(path);
    const [first] = [...frames(bytes)];
    const payload = first?.payload ?? '';
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: payload.length - 1 }), async (at) => {
        const digit = payload[at] === '1' ? '2' : '1';
        const forged = frame(payload.slice(0, at) + digit + payload.slice(at + 1));
        await writeFile(path, Buffer.concat([forged, bytes.subarray(first?.end)]));
        expect(isWhole(await survey(dir).catch(() => ({ broken: true }) as never))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('hides nothing that no purge has taken', async () => {
    const dir = await folderOf(story);
    const store = await openStore(dir);
    const links = await Array.fromAsync(store.links());
    await store.close();
    const [before, entry] = links;
    const rest = JSON.parse(entry?.text ?? '');
    const forged = canonical({
      mark: { by: story.length, prev: before?.hash, hash: entry?.hash, over: [] },
      rest: { ...rest, changes: [], queued: [] },
    });
    expect(await rewrite(dir, (payload) => payload.replace(entry?.text ?? '', () => forged))).toBe(
      true,
    );
    expect((await survey(dir)).broken?.reason).toBe(
      'it says that it was purged, and no purge vouches for it',
    );
  });

  it('cannot be taken away again: an entry that is put back is found', async () => {
    const dir = await waiting();
    const store = await openStore(dir);
    const before = await Array.fromAsync(store.links());
    await store.close();
    await purgeFolder({ dir, now: NOW });
    const put = (payload: string): string => {
      let [at, texts] = [0, payload];
      for (const text of payload.match(/\{"mark":.*?(?=,\t|\],"hash")/gs) ?? []) {
        const seq = Number(/"seq":(\d+)/.exec(text)?.[1]);
        texts = texts.replace(text, () => before[seq - 1]?.text ?? '');
        at += 1;
      }
      return at > 0 ? texts : payload;
    };
    expect(await rewrite(dir, put)).toBe(true);
    expect((await survey(dir)).broken?.reason).toMatch(
      /^what entry \d+ purged is not as it left it$/,
    );
  });
});

/** A disk that stops at the so manieth thing that is asked of it, before or after it is done. */
const failing = (
  at: number,
  done: boolean,
): { readonly disk: Disk; readonly asked: () => number } => {
  let asked = 0;
  const step =
    <A extends unknown[]>(work: (...given: A) => Promise<void>) =>
    async (...given: A): Promise<void> => {
      asked += 1;
      if (asked === at && !done) throw new Error('the power went');
      await work(...given);
      if (asked === at) throw new Error('the power went');
    };
  return {
    disk: {
      write: step(writeSafely),
      rename: step(rename),
      remove: step((path: string) => rm(path, { force: true })),
      sync: step(syncFolder),
    },
    asked: () => asked,
  };
};

describe('a purge that is interrupted', () => {
  it('leaves the log as it was or as it is to be, and is simply done again', async () => {
    const entries = [...story, decided(story, caseRef(1))];
    const whole = failing(Number.POSITIVE_INFINITY, false);
    await purgeFolder({ dir: await waiting(), now: NOW }, whole.disk);
    expect(whole.asked()).toBeGreaterThanOrEqual(7);
    for (let at = 1; at <= whole.asked(); at += 1)
      for (const done of [false, true]) {
        const dir = await waiting();
        await expect(purgeFolder({ dir, now: NOW }, failing(at, done).disk)).rejects.toThrow(
          'the power went',
        );
        const ledger = await ledgerIn(dir);
        const isOld = canonical(ledger) === canonical(fold(entries));
        expect(isOld || ledger.purged.has(caseRef(1))).toBe(true);
        expect(isOld).toBe(ledger.purges.size === 1);
        await purgeFolder({ dir, now: NOW });
        expect((await ledgerIn(dir)).purged.has(caseRef(1))).toBe(true);
        expect(await saidIn(dir)).not.toContain('kestrel A');
        expect(await readdir(dir)).not.toContain('entries.chain.purging');
      }
  });
});

describe('a purge', () => {
  it('says beforehand what would go, and changes nothing', async () => {
    const dir = await waiting();
    const before = await saidIn(dir);
    const found = await previewPurge({ dir, now: NOW });
    expect(found.plan?.refs).toContain(caseRef(1));
    expect(found.said.get('conversations')).toBe(2);
    expect(await saidIn(dir)).toBe(before);
  });

  it('leaves alone what is held, whenever it was held', async () => {
    const going = [...story, decided(story, caseRef(1))];
    const dir = await folderOf([...going, holding(going.length + 1, caseRef(1))]);
    const before = await saidIn(dir);
    const { plan, waiting } = await purgeFolder({ dir, now: NOW });
    expect(plan).toBeUndefined();
    expect(waiting.held.map(({ by }) => by)).toEqual([caseRef(1)]);
    expect(await saidIn(dir)).toBe(before);
  });

  it('is refused where something was written of it since', async () => {
    const going = [...story, decided(story, caseRef(1))];
    const dated = laterEntries[1]?.(going.length + 1, '');
    const dir = await folderOf([...going, ...(dated ? [dated] : [])]);
    const before = await saidIn(dir);
    await expect(purgeFolder({ dir, now: NOW })).rejects.toThrow(
      `Something was written of SI-2026-1 since it was decided that SI-2026-1 goes`,
    );
    expect(await saidIn(dir)).toBe(before);
  });

  it('is refused while Heed runs there', async () => {
    const dir = await waiting();
    const store = await openStore(dir);
    await expect(purgeFolder({ dir, now: NOW })).rejects.toThrow('Another Heed');
    await store.close();
  });

  it('takes what earlier troubles have left beside', async () => {
    const dir = await waiting();
    const left = [
      'entries.chain.torn-12-0123abcd',
      'entries.chain.before-restore-1',
      'picture.set-aside-9',
      'conversations.new',
    ];
    for (const name of left) await writeFile(join(dir, name), 'kestrel A');
    const { aside } = await purgeFolder({ dir, now: NOW });
    expect(aside.toSorted()).toEqual(left.toSorted());
    expect((await readdir(dir)).toSorted()).toEqual(['conversations', LOG, 'picture']);
  });

  it('gives no number and no code of a child out again', async () => {
    const dir = await purged();
    const { numbers, codes } = await ledgerIn(dir);
    expect(numbers.get('SI-2026')).toBe(4);
    expect(codes).toBe(4);
  });
});

describe('a copy', () => {
  it('made after a purge takes the place of the one made before, and holds none of it', async () => {
    const [dir, copy] = [await waiting(), await newFolder()];
    await backUp(dir, copy);
    expect(await saidIn(copy)).toContain('kestrel A');
    await purgeFolder({ dir, now: NOW });
    await backUp(dir, copy);
    expect(await saidIn(copy)).not.toContain('kestrel A');
    expect((await ledgerIn(copy)).purged.has(caseRef(1))).toBe(true);
  });

  it('made before is not put back over what was purged since', async () => {
    const [dir, copy] = [await waiting(), await newFolder()];
    await backUp(dir, copy);
    await purgeFolder({ dir, now: NOW });
    await expect(restore(copy, dir)).rejects.toThrow('nothing was put back');
  });
});
