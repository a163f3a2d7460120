import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Entry } from '../../src/domain/change.ts';
import { forget } from '../../src/domain/keeping/forget.ts';
import { goesWith } from '../../src/domain/keeping/goes-with.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { fold } from '../../src/domain/picture.ts';
import { canonical } from '../../store/chain.ts';
import type { OpenStore } from '../../store/embedded.ts';
import type { Purge } from '../../store/purge-plan.ts';
import { chats } from './purge-folders.ts';
import { caseRef, caseStories, decided, holding } from './purge-stories.ts';

/** A place that entries are kept in, and that may be purged while nobody works on it. */
export interface Purgeable {
  readonly open: () => Promise<OpenStore>;
  readonly purge: (isSure: boolean) => Promise<Purge>;
  /** All that is written there, unsealed. */
  readonly said: () => Promise<string>;
  readonly isWhole: () => Promise<boolean>;
}

const fill = async ({ open }: Purgeable, entries: readonly Entry[]): Promise<void> => {
  const store = await open();
  await Promise.all(entries.map((entry) => store.append(entry)));
  const journal = await store.journal('conversations', z.unknown());
  await journal.add(chats());
  await journal.close();
  await store.close();
};

const during = async <T>(
  { open }: Purgeable,
  work: (store: OpenStore) => Promise<T>,
): Promise<T> => {
  const store = await open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

const ledgerIn = (place: Purgeable): Promise<Ledger> => during(place, (store) => store.read());

const chainIn = (place: Purgeable) =>
  during(place, async (store) =>
    (await Array.fromAsync(store.chain())).map(({ hash, entry }) => {
      const { seq, at, by, via, asked } = entry;
      return [hash, seq, at, by, via, asked];
    }),
  );

const someCase = fc.integer({ min: 1, max: 4 });

/** What a purge does, wherever entries are kept. */
export const purgeContract = (
  name: string,
  make: () => Promise<Purgeable>,
  numRuns: number,
): void => {
  describe(`a purge (${name})`, () => {
    it('takes all that was said of a record and nothing else, and leaves every hash', async () => {
      await fc.assert(
        fc.asyncProperty(caseStories, someCase, async (story, n) => {
          const entries = [...story, decided(story, caseRef(n))];
          const place = await make();
          await fill(place, entries);
          const [before, chain] = [fold(entries), await chainIn(place)];
          const refs = goesWith(before, caseRef(n));
          const { plan } = await place.purge(true);
          const after = await ledgerIn(place);
          const left = forget(before, refs);
          expect(canonical({ ...after, purged: {}, seq: 0, lastAt: 0 })).toBe(
            canonical({ ...left, seq: 0, lastAt: 0 }),
          );
          expect([...after.purged.keys()].toSorted()).toEqual([...refs].toSorted());
          expect(await place.said()).not.toMatch(new RegExp(`kestrel ${'ABCD'[n - 1]}`));
          expect(await place.isWhole()).toBe(true);
          expect(plan?.marks.size).toBeGreaterThan(0);
          expect((await chainIn(place)).slice(0, -1)).toEqual(chain);
        }),
        { numRuns },
      );
    });

    it('may be followed by another, over the marks of the first', async () => {
      await fc.assert(
        fc.asyncProperty(caseStories, async (story) => {
          const place = await make();
          await fill(place, [...story, decided(story, caseRef(1))]);
          await place.purge(true);
          await during(place, async (store) => {
            const entries = await Array.fromAsync(store.entries());
            await store.append(decided(entries, caseRef(2)));
          });
          await place.purge(true);
          expect(await place.said()).not.toMatch(/kestrel [AB]/);
          expect(await place.isWhole()).toBe(true);
          expect((await ledgerIn(place)).records.has(caseRef(3))).toBe(true);
        }),
        { numRuns: Math.ceil(numRuns / 2) },
      );
    });

    it('leaves what is held, and only says what would go until somebody is sure', async () => {
      const [story = []] = fc.sample(caseStories, { numRuns: 1, seed: 7 });
      const going = [...story, decided(story, caseRef(1))];
      const place = await make();
      await fill(place, going);
      const before = await place.said();
      expect((await place.purge(false)).said.get('conversations')).toBe(2);
      await during(place, (store) => store.append(holding(going.length + 1, caseRef(1))));
      const { plan, waiting } = await place.purge(true);
      expect(plan).toBeUndefined();
      expect(waiting.held.map(({ by }) => by)).toEqual([caseRef(1)]);
      expect(before).toContain('kestrel A');
      expect(await place.said()).toContain('kestrel A');
    });
  });
};
