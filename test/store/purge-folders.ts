import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import type { Entry } from '../../src/domain/change.ts';
import { instant } from '../../src/domain/day.ts';
import { goesWith } from '../../src/domain/keeping/goes-with.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { fold } from '../../src/domain/picture.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { frames } from '../../store/frame.ts';
import { openStore } from '../../store/open.ts';
import { envelope, parseKey } from '../../store/seal.ts';
import { newFolder } from './folder.ts';
import { caseRef, caseStories, decided, sayingOf } from './purge-stories.ts';

/** When the programs of these tests run, after all that is told in them. */
export const NOW = instant('2053-01-01T09:00:00.000Z');

/** What a chat product keeps of each case: what somebody typed, and what was answered. */
export const chats = (): readonly unknown[] =>
  [1, 2, 3, 4].flatMap((n) => [
    { who: 'priya', kind: 'asked', message: message(`/incident correct ${sayingOf(n, 0)}`) },
    { who: 'priya', kind: 'reply', message: message(`${caseRef(n)} is corrected`, caseRef(n)) },
  ]);

const message = (title: string, ...about: readonly Ref[]) => ({
  title,
  blocks: [{ type: 'text', text: title }],
  buttons: [],
  about,
});

/** A folder with these entries in it, and what was said of each case. */
export const folderOf = async (entries: readonly Entry[], key?: string): Promise<string> => {
  const dir = await newFolder();
  const store = await openStore(dir, key);
  await Promise.all(entries.map((entry) => store.append(entry)));
  const journal = await store.journal('conversations', z.unknown());
  await journal.add(chats());
  await journal.close();
  await store.close();
  return dir;
};

const PURPOSES = { 'entries.chain': 'log', picture: 'picture' } as const;

/** All that the files of a folder say, unsealed. */
export const saidIn = async (dir: string, key?: string): Promise<string> => {
  const names = (await readdir(dir)).filter((name) => !name.startsWith('lock.'));
  const texts = names.map(async (name) => {
    const purpose = name in PURPOSES ? PURPOSES[name as keyof typeof PURPOSES] : 'journal';
    const { unwrap } = envelope(purpose, key === undefined ? undefined : parseKey(key));
    return [...frames(await readFile(join(dir, name)))].map(({ payload }) => unwrap(payload));
  });
  return (await Promise.all(texts)).flat().join('\n');
};

export const ledgerIn = async (dir: string, key?: string): Promise<Ledger> => {
  const store = await openStore(dir, key);
  const ledger = await store.read();
  await store.close();
  return ledger;
};

/** A long one, in which an action comes of the first case. */
export const story =
  fc
    .sample(caseStories, { numRuns: 200, seed: 42 })
    .filter((entries) => goesWith(fold(entries), caseRef(1)).length > 1)
    .toSorted((a, b) => a.length - b.length)
    .at(-1) ?? [];
/** A folder in which a purge is decided and not carried out. */
export const waiting = () => folderOf([...story, decided(story, caseRef(1))]);
