import { z } from 'zod';
import { counted } from '../src/domain/words.ts';
import { CannotOpen } from './cannot-open.ts';
import { GENESIS } from './chain.ts';
import type { Linked, OpenStore } from './embedded.ts';

/** What surfaces keep beside the log, by name. */
export const JOURNALS = ['conversations', 'slack', 'teams', 'email'] as const;
const AT_ONCE = 200;

/** What was moved, in words. */
export interface Moved {
  readonly entries: number;
  /** Of the last entry, the same in both. */
  readonly hash: string;
  readonly kept: number;
}

/**
 * Copies one store into another that is empty: every entry as the very text that was hashed, so that
 * the chain stays the same, and what the surfaces keep. The first is left as it is.
 * Throws CannotOpen where the other is not empty, or the first was written meanwhile.
 */
export const moveStore = async (from: OpenStore, to: OpenStore): Promise<Moved> => {
  const { seq } = await to.read();
  if (seq > 0)
    throw new CannotOpen(
      `There ${seq === 1 ? 'is' : 'are'} ${counted(seq, 'entry', 'entries')} already where this is to go: give an empty folder, or a partnership that has none.`,
    );
  const hash = await copyLog(from, to);
  const entries = (await to.read()).seq;
  const kept = await copyJournals(from, to);
  if ((await from.read()).seq !== entries)
    throw new CannotOpen(
      'Somebody wrote while it was moved, so it lacks something: stop every Heed on it, and move it to an empty place again.',
    );
  if ((await lastOf(to)) !== hash)
    throw new CannotOpen('What was moved has another hash than what is there: do not use it.');
  return { entries, hash, kept };
};

const copyLog = async (from: OpenStore, to: OpenStore): Promise<string> => {
  let hash = GENESIS;
  let batch: Linked[] = [];
  const flush = async (): Promise<void> => {
    const written = await Promise.all(batch.map((link) => to.adopt(link)));
    if (written.includes('stale'))
      throw new CannotOpen('Somebody else writes where this is to go: stop it, and begin again.');
    batch = [];
  };
  for await (const link of from.links()) {
    hash = link.hash;
    batch.push(link);
    if (batch.length === AT_ONCE) await flush();
  }
  await flush();
  return hash;
};

const copyJournals = async (from: OpenStore, to: OpenStore): Promise<number> => {
  let kept = 0;
  for (const name of JOURNALS) {
    const source = await from.journal(name, z.unknown());
    const items = source.all();
    if (items.length > 0) {
      const target = await to.journal(name, z.unknown());
      await target.add(items);
      await target.close();
    }
    kept += items.length;
    await source.close();
  }
  return kept;
};

/** Walked from end to end, so that every hash has been worked out anew. */
const lastOf = async (store: OpenStore): Promise<string> => {
  let last = GENESIS;
  for await (const { hash } of store.links()) last = hash;
  return last;
};
