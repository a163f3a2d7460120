import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import type { Entry } from '../../src/domain/change.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { fold } from '../../src/domain/picture.ts';
import { canonical } from '../../store/chain.ts';
import { logged } from '../support/entries.ts';
import { stories } from './stories.ts';

export interface Opened {
  readonly store: Store;
  /** Closes it and opens it again; only where there is anything to come back to. */
  readonly reopen?: () => Promise<Store>;
}

const all = (store: Store): Promise<Entry[]> => Array.fromAsync(store.entries());
const upTo = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => logged(index + 1));
const said = (ledger: Ledger): string => canonical(ledger);

const appendAll = async (store: Store, entries: readonly Entry[]): Promise<void> => {
  for (const entry of entries) expect(await store.append(entry)).toBe('appended');
};

/** Somebody who decides again whenever another was quicker, until this many of theirs are in. */
const persist = async (store: Store, who: string, times: number): Promise<void> => {
  for (let done = 0; done < times; ) {
    const { seq } = await store.read();
    const answer = await store.append(logged(seq + 1, `${who}-${done}`));
    if (answer === 'appended') done += 1;
  }
};

const whose = ({ changes }: Entry): string | undefined =>
  changes[0]?.type === 'incident-logged' ? changes[0].incident.circumstances.secureRef : undefined;

/** What every store must do, whatever it keeps its entries in. */
export const storeContract = (name: string, open: () => Promise<Opened>): void => {
  describe(`a store (${name})`, () => {
    it('starts empty', async () => {
      const { store } = await open();
      expect((await store.read()).seq).toBe(0);
      expect(await all(store)).toEqual([]);
      await store.close();
    });

    it('gives back every entry, oldest first, and their fold', async () => {
      const { store } = await open();
      await appendAll(store, upTo(5));
      expect(await all(store)).toEqual(upTo(5));
      expect(said(await store.read())).toBe(said(fold(upTo(5))));
      await store.close();
    });

    it('vouches for every entry by a hash over the one before it and its own text', async () => {
      const { store } = await open();
      await appendAll(store, upTo(5));
      const links = await Array.fromAsync(store.chain());
      expect(links.map(({ entry }) => entry)).toEqual(upTo(5));
      let before = '0'.repeat(64);
      for (const { entry, hash } of links) {
        before = createHash('sha256')
          .update(`${before}\n${canonical(entry)}`)
          .digest('hex');
        expect(hash).toBe(before);
      }
      await store.close();
    });

    it.each([
      ['already written', 2],
      ['not yet next', 4],
      ['far ahead', 99],
    ])('answers stale to an entry whose number is %s, and writes nothing', async (_why, seq) => {
      const { store } = await open();
      await appendAll(store, upTo(2));
      expect(await store.append(logged(seq))).toBe('stale');
      expect(await all(store)).toEqual(upTo(2));
      await store.close();
    });

    it('lets exactly one of those win who decided on the same ledger', async () => {
      const { store } = await open();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.append(logged(1, `racer-${index}`))),
      );
      expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1);
      expect(await all(store)).toHaveLength(1);
      await store.close();
    });

    it('shows an entry at once to whoever decides next', async () => {
      const { store } = await open();
      const first = store.append(logged(1));
      const second = store.append(logged(2));
      expect((await store.read()).seq).toBe(2);
      expect(await Promise.all([first, second])).toEqual(['appended', 'appended']);
      await store.close();
    });

    it('keeps the order of entries that are written together', async () => {
      const { store } = await open();
      await Promise.all(upTo(200).map((entry) => store.append(entry)));
      expect(await all(store)).toEqual(upTo(200));
      await store.close();
    });

    it('says when everything up to a number is safe, and refuses a number that is not there', async () => {
      const { store } = await open();
      void store.append(logged(1));
      await store.durable(1);
      await store.durable(0);
      await expect(store.durable(2)).rejects.toThrow('Entry 2 has not been appended.');
      await store.close();
    });

    it('writes nothing that could not be read back', async () => {
      const { store } = await open();
      await expect(store.append({ ...logged(1), via: undefined as never })).rejects.toThrow();
      expect(await store.append(logged(1))).toBe('appended');
      await store.close();
    });

    it('leaves a ledger that was read as it was', async () => {
      const { store } = await open();
      const before = await store.read();
      await appendAll(store, upTo(1));
      expect(before.seq).toBe(0);
      expect(before.records.size).toBe(0);
      await store.close();
    });

    it('never loses or doubles an entry, and leaves no gap, however appends interleave', async () => {
      const crowd = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(crowd, async (times) => {
          const { store } = await open();
          await Promise.all(times.map((count, who) => persist(store, `p${who}`, count)));
          const entries = await all(store);
          const expected = times.flatMap((count, who) =>
            Array.from({ length: count }, (_, index) => `p${who}-${index}`),
          );
          expect(entries.map(whose).sort()).toEqual(expected.sort());
          expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
          await store.close();
        }),
        { numRuns: 20 },
      );
    });

    it('comes back as it was, whatever was written', async () => {
      await fc.assert(
        fc.asyncProperty(stories, async (entries) => {
          const { store, reopen } = await open();
          await appendAll(store, entries);
          const before = said(await store.read());
          const again = (await reopen?.()) ?? store;
          expect(said(await again.read())).toBe(before);
          expect(await all(again)).toEqual(entries);
          expect(said(fold(await all(again)))).toBe(before);
          await again.close();
        }),
        { numRuns: 30 },
      );
    });
  });
};
