// What the store costs: `node test/bench/store.ts`. Compare ratios, not milliseconds.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Store } from '../../src/app/ports.ts';
import type { Entry } from '../../src/domain/change.ts';
import { openStore } from '../../store/open.ts';
import { logged } from '../support/entries.ts';
import { p50, timed } from './timed.ts';

const FEW = 100;
const OPENED = 40_000;
const MANY = 100_000;
const TOGETHER = 10;
const KEY = 'ab'.repeat(32);

/** Does it once, and says how many milliseconds it took. */
type Sample = () => Promise<number>;

const root = await mkdtemp(join(tmpdir(), 'heed-bench-'));

/** Says the median of each, and how many times the first it is. */
const compare = async (
  title: string,
  rows: readonly (readonly [string, number, Sample])[],
): Promise<void> => {
  process.stdout.write(`\n${title.padEnd(48)}  p50 ms  ratio\n`);
  let first = 0;
  for (const [name, times, sample] of rows) {
    const took = await p50(times, sample);
    first ||= took;
    const [ms, ratio] = [took, took / first].map((figure) => figure.toFixed(2).padStart(8));
    process.stdout.write(`  ${name.padEnd(46)}${ms}${ratio}\n`);
  }
};

const filled = async (name: string, count: number, key?: string): Promise<Store> => {
  const store = await openStore(join(root, name), key);
  for (let from = 1; from <= count; from += TOGETHER) {
    const batch = Array.from({ length: TOGETHER }, (_, at) => logged(from + at));
    await Promise.all(batch.map(store.append));
  }
  return store;
};

const appending =
  (store: Store): Sample =>
  async () => {
    const { seq } = await store.read();
    const entry = logged(seq + 1);
    return timed(() => store.append(entry));
  };

/** lowdb as it comes: everything is written again, and nothing synced. */
const stock = (count: number): Sample => {
  const entries = Array.from({ length: count }, (_, at) => logged(at + 1));
  const file = new JSONFile<{ entries: Entry[] }>(join(root, `stock-${count}.json`));
  const db = new Low(file, { entries });
  const entry = logged(count + 1);
  return () => timed(() => db.update(({ entries }) => entries.push(entry)));
};

const commits = async (): Promise<void> => {
  const file = await open(join(root, 'bare'), 'a');
  const bytes = Buffer.from(`${JSON.stringify(logged(1))}\n`);
  const bare = async (): Promise<void> => {
    await file.write(bytes);
    await file.datasync();
  };
  const few = await filled('few', FEW);
  const many = await filled('many', MANY);
  const sealed = await filled('sealed', MANY, KEY);
  await compare('one durable commit', [
    ['the floor: a bare append and fdatasync', 900, () => timed(bare)],
    ['at 100 entries', 900, appending(few)],
    ['at 100,000 entries', 900, appending(many)],
    ['at 100,000 entries, sealed', 900, appending(sealed)],
    ['stock lowdb at 100 entries, not durable', 100, stock(FEW)],
    ['stock lowdb at 100,000 entries, not durable', 5, stock(MANY)],
  ]);
  await Promise.all([file, few, many, sealed].map((held) => held.close()));
};

/** Only the opening counts; closing draws the picture where there was none. */
const opening =
  (name: string, key: string | undefined, from: 'picture' | 'log'): Sample =>
  async () => {
    if (from === 'log') await rm(join(root, name, 'picture'));
    const start = performance.now();
    const store = await openStore(join(root, name), key);
    const took = performance.now() - start;
    await store.close();
    return took;
  };

const openings = async (): Promise<void> => {
  await (await filled('plain', OPENED)).close();
  await (await filled('opened', OPENED, KEY)).close();
  await compare('opening 40,000 entries', [
    ['from the picture', 5, opening('plain', undefined, 'picture')],
    ['from the log alone', 5, opening('plain', undefined, 'log')],
    ['from the picture, sealed', 5, opening('opened', KEY, 'picture')],
    ['from the log alone, sealed', 5, opening('opened', KEY, 'log')],
  ]);
};

try {
  await commits();
  await openings();
} finally {
  await rm(root, { recursive: true, force: true });
}
