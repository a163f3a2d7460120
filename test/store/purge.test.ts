import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forget } from '../../src/domain/keeping/forget.ts';
import { goesWith } from '../../src/domain/keeping/goes-with.ts';
import { fold } from '../../src/domain/picture.ts';
import { canonical } from '../../store/chain.ts';
import { openStore } from '../../store/open.ts';
import { purgeFolder } from '../../store/purge-folder.ts';
import { isWhole } from '../../store/report.ts';
import { survey } from '../../store/survey.ts';
import { folderOf, ledgerIn, NOW, saidIn } from './purge-folders.ts';
import { caseRef, caseStories, decided } from './purge-stories.ts';

const KEY = 'ab'.repeat(32);

const purge = (dir: string, key?: string) => purgeFolder({ dir, key, now: NOW });

const someCase = fc.integer({ min: 1, max: 4 });

describe('a purge of a folder', () => {
  it.each([
    ['plain', undefined],
    ['sealed', KEY],
  ])('takes all that was said of a record, and nothing else (%s)', async (_how, key) => {
    await fc.assert(
      fc.asyncProperty(caseStories, someCase, async (story, n) => {
        const entries = [...story, decided(story, caseRef(n))];
        const dir = await folderOf(entries, key);
        const before = fold(entries);
        const refs = goesWith(before, caseRef(n));
        const { plan } = await purge(dir, key);
        const after = await ledgerIn(dir, key);
        const left = forget(before, refs);
        expect(canonical({ ...after, purged: {}, seq: 0, lastAt: 0 })).toBe(
          canonical({ ...left, seq: 0, lastAt: 0 }),
        );
        expect([...after.purged.keys()].toSorted()).toEqual([...refs].toSorted());
        expect(await saidIn(dir, key)).not.toMatch(new RegExp(`kestrel ${'ABCD'[n - 1]}`));
        expect(isWhole(await survey(dir, key))).toBe(true);
        expect(plan?.marks.size).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves the hash of every entry as it was, and its number, its time and who', async () => {
    await fc.assert(
      fc.asyncProperty(caseStories, someCase, async (story, n) => {
        const dir = await folderOf([...story, decided(story, caseRef(n))]);
        const chain = async () => {
          const store = await openStore(dir);
          const links = await Array.fromAsync(store.chain());
          await store.close();
          return links.map(({ hash, entry: { seq, at, by, via, asked } }) => [
            hash,
            seq,
            at,
            by,
            via,
            asked,
          ]);
        };
        const before = await chain();
        await purge(dir);
        expect((await chain()).slice(0, -1)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  it('may be followed by another, over the marks of the first', async () => {
    await fc.assert(
      fc.asyncProperty(caseStories, async (story) => {
        const first = [...story, decided(story, caseRef(1))];
        const dir = await folderOf(first);
        await purge(dir);
        const store = await openStore(dir);
        const entries = await Array.fromAsync(store.entries());
        await store.append(decided(entries, caseRef(2)));
        await store.close();
        await purge(dir);
        expect(await saidIn(dir)).not.toMatch(/kestrel [AB]/);
        expect(isWhole(await survey(dir))).toBe(true);
        expect((await ledgerIn(dir)).records.has(caseRef(3))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
