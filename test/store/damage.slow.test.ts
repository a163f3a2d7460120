import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CannotOpen } from '../../store/cannot-open.ts';
import { openStore } from '../../store/open.ts';
import { logged } from '../support/entries.ts';
import { newFolder } from './folder.ts';

const ENTRIES = 12;
const LINES = 8;
const KEY = 'ab'.repeat(32);

interface Found {
  readonly entries: readonly string[];
  readonly lines: readonly string[];
  readonly seq: number;
  readonly records: readonly string[];
  readonly notes: readonly string[];
}

const openAll = async (dir: string, key: string | undefined): Promise<Found> => {
  const store = await openStore(dir, key);
  try {
    const journal = await store.journal('said', z.string());
    const ledger = await store.read();
    const links = await Array.fromAsync(store.links());
    const found = {
      entries: links.map(({ text }) => text),
      lines: [...journal.all()],
      seq: ledger.seq,
      records: [...ledger.records.keys()].toSorted(),
      notes: store.notes,
    };
    await journal.close();
    return found;
  } finally {
    await store.close();
  }
};

/** A folder as it is left when Heed has stopped: each file and its bytes. */
const written = async (key: string | undefined): Promise<ReadonlyMap<string, Buffer>> => {
  const dir = await newFolder();
  const store = await openStore(dir, key);
  const journal = await store.journal('said', z.string());
  for (let seq = 1; seq <= ENTRIES; seq += 1) await store.append(logged(seq));
  for (let n = 0; n < LINES; n += 1) await journal.add([`line ${n}`]);
  await journal.close();
  await store.close();
  const names = await readdir(dir);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(dir, name))] as const)),
  );
};

const put = async (dir: string, files: ReadonlyMap<string, Buffer>): Promise<void> => {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { mode: 0o700 });
  for (const [name, bytes] of files) await writeFile(join(dir, name), bytes, { mode: 0o600 });
};

const isStartOf = (some: readonly string[], all: readonly string[]): boolean =>
  some.length <= all.length && some.every((one, at) => one === all[at]);

/** What became of a folder with one byte changed. Whatever was opened says what it is, and says no more than it was. */
const outcomeOf = async (dir: string, key: string | undefined, good: Found): Promise<string> => {
  const opened = await openAll(dir, key).catch((problem: unknown) => problem);
  if (opened instanceof CannotOpen) {
    expect(opened.message).toMatch(NEXT);
    return 'refused';
  }
  if (opened instanceof Error) throw opened;
  const { entries, lines, seq, records, notes } = opened as Found;
  const lacking = ENTRIES - seq + LINES - lines.length;
  expect([isStartOf(entries, good.entries), isStartOf(lines, good.lines)]).toEqual([true, true]);
  expect([entries.length, records.length]).toEqual([seq, seq]);
  if (lacking === 0) return 'mended';
  // It is the last thing that was written, and it is said.
  expect(lacking).toBe(1);
  expect(notes.join()).toContain('A torn tail');
  return 'cut off';
};
const NEXT = /restore|set HEED_KEY|put .* back/;

interface Change {
  readonly name: string;
  /** How far into the file, from 0 to 1. */
  readonly place: number;
  readonly flip: number;
}

const changed = (
  files: ReadonlyMap<string, Buffer>,
  { name, place, flip }: Change,
): ReadonlyMap<string, Buffer> => {
  const bytes = Buffer.from(files.get(name) ?? '');
  const at = Math.floor(place * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ flip;
  return new Map([...files, [name, bytes]]);
};

describe.each([
  ['plain', undefined],
  ['sealed', KEY],
])('a byte that is changed anywhere in a folder, %s', (_, key) => {
  it('is told or mended from the log, and never believed', async () => {
    const files = await written(key);
    const dir = await newFolder();
    await put(dir, files);
    const good = await openAll(dir, key);
    expect([good.seq, good.lines.length]).toEqual([ENTRIES, LINES]);
    expect([...files.keys()].toSorted()).toEqual(['entries.chain', 'picture', 'said']);
    const outcomes = new Map<string, number>();
    const anywhere = fc.record({
      name: fc.constantFrom(...files.keys()),
      place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      flip: fc.integer({ min: 1, max: 255 }),
    });
    const tried = fc.asyncProperty(anywhere, async (change) => {
      await put(dir, changed(files, change));
      const outcome = `${change.name} ${await outcomeOf(dir, key, good)}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    });
    await fc.assert(tried, { numRuns: 150 });
    for (const often of ['picture mended', 'entries.chain refused', 'said refused'])
      expect(outcomes.get(often)).toBeGreaterThan(10);
  });
});
