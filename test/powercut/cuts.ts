import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sha256 } from '../../store/chain.ts';
import { openStore } from '../../store/open.ts';
import { survey } from '../../store/survey.ts';
import { bytesOnDisk, checkDisk, makeDisk, mount, unmount } from './disk.ts';

const CHILD = fileURLToPath(new URL('../support/power-child.ts', import.meta.url));
const MEGABYTES = 48;
/** Until the child has opened its folder, and then for so long at the most. */
const OPENING_MS = 20_000;
const MOST_MS = 700;

interface Bench {
  readonly scratch: string;
  readonly random: (limit: number) => number;
}

interface Said {
  readonly what: string;
  readonly at: number;
  readonly text: string;
}

const saidIn = (path: string): readonly Said[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, what = '', at, text = ''] = /^(\S+) (\d+) (\S+)$/.exec(line) ?? [];
      return at === undefined ? [] : [{ what, at: Number(at), text }];
    });

const untilSaid = async (path: string, child: ChildProcess): Promise<void> => {
  for (let waited = 0; saidIn(path).length === 0; waited += 10) {
    if (child.exitCode !== null || waited > OPENING_MS) throw new Error('the child did not begin');
    await pause(10);
  }
};

/**
 * Lets a child write on a disk, and cuts the power at some moment: the disk is from then on what it was at that
 * moment. The child is stopped dead while the disk is read, so that it is one moment; what it had written and the
 * disk did not have yet is lost with it. Gives what was acknowledged before.
 */
const cut = async (
  { scratch, random }: Bench,
  image: string,
  given: readonly string[],
): Promise<readonly Said[]> => {
  const at = join(scratch, 'disk');
  const said = join(scratch, 'said');
  mount(image, at);
  const out = openSync(said, 'w');
  const [how = '', ...more] = given;
  const child = spawn(process.execPath, [CHILD, how, join(at, 'heed'), ...more], {
    stdio: ['ignore', out, 'inherit'],
  });
  const gone = once(child, 'exit');
  try {
    await untilSaid(said, child);
    await pause(random(MOST_MS));
    child.kill('SIGSTOP');
    const bytes = bytesOnDisk(image);
    const acknowledged = saidIn(said);
    child.kill('SIGKILL');
    await gone;
    unmount(at);
    // What the unmounting has written out goes with the power.
    writeFileSync(image, bytes);
    return acknowledged;
  } catch (problem) {
    child.kill('SIGKILL');
    await gone;
    unmount(at);
    throw problem;
  } finally {
    closeSync(out);
  }
};

/** After the disk's own journal has been replayed, its file system is whole. */
const afterPower = async <T>(
  { scratch }: Bench,
  image: string,
  look: (dir: string) => Promise<T>,
): Promise<T> => {
  const at = join(scratch, 'disk');
  mount(image, at);
  try {
    return await look(join(at, 'heed'));
  } finally {
    unmount(at);
    checkDisk(image);
  }
};

/** Whoever does not wait for the disk loses what it has said: otherwise nothing would have been cut. */
export const carelessLoses = async (bench: Bench): Promise<number> => {
  const image = join(bench.scratch, 'careless.img');
  makeDisk(image, MEGABYTES);
  const said = await cut(bench, image, ['careless']);
  const found = await afterPower(bench, image, (dir) =>
    readFile(join(dir, 'careless'), 'utf8').catch(() => ''),
  );
  rmSync(image);
  const lost = said.length - found.split('\n').filter(Boolean).length;
  if (lost <= 0) throw new Error('nothing was lost by whoever never waits: the power was not cut');
  return lost;
};

export interface Held {
  readonly cuts: number;
  readonly entries: number;
  readonly kept: number;
}

const note = (to: Map<number, string>, said: readonly Said[], what: string): void => {
  for (const one of said) if (one.what === what) to.set(one.at, one.text);
};

/** Cuts the power so many times, each on what the cut before has left. Throws where anything acknowledged is gone. */
export const heedHolds = async (
  bench: Bench,
  cuts: number,
  key: string | undefined,
): Promise<Held> => {
  const image = join(bench.scratch, 'heed.img');
  makeDisk(image, MEGABYTES);
  const entries = new Map<number, string>();
  const kept = new Map<number, string>();
  for (let n = 0; n < cuts; n += 1) {
    const said = await cut(bench, image, key ? ['heed', key] : ['heed']);
    note(entries, said, 'entry');
    note(kept, said, 'kept');
    await afterPower(bench, image, (dir) => everythingIsThere(dir, key, { entries, kept }));
  }
  rmSync(image);
  return { cuts, entries: entries.size, kept: kept.size };
};

interface Acknowledged {
  readonly entries: ReadonlyMap<number, string>;
  readonly kept: ReadonlyMap<number, string>;
}

const everythingIsThere = async (
  dir: string,
  key: string | undefined,
  { entries, kept }: Acknowledged,
): Promise<void> => {
  const store = await openStore(dir, key);
  const journal = await store.journal('said', z.string());
  const hashes = new Map<number, string>();
  for await (const { seq, text } of store.links()) hashes.set(seq, sha256(text));
  const all = journal.all();
  await journal.close();
  await store.close();
  const lost = [...entries].filter(([seq, hash]) => hashes.get(seq) !== hash);
  const gone = [...kept].filter(([at, text]) => all[at] !== text);
  if (lost.length > 0 || gone.length > 0)
    throw new Error(`lost: ${lost.length} entries, ${gone.length} lines of a journal`);
  const { torn, broken, picture } = await survey(dir, key);
  if (torn > 0 || broken || picture !== 'agrees')
    throw new Error(`the folder is not whole: ${JSON.stringify({ torn, broken, picture })}`);
};
