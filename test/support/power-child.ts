// Started by `npm run powercut`, whose disk is cut off under it: writes as fast as it can, and says of each thing
// that was acknowledged which it was. What it says goes to a file on another disk.
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Journal, Store } from '../../src/app/ports.ts';
import { canonical, sha256 } from '../../store/chain.ts';
import { openStore } from '../../store/open.ts';
import { logged } from './entries.ts';

const AT_ONCE = 4;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const appendForEver = async (store: Store, who: number): Promise<never> => {
  for (;;) {
    const { seq } = await store.read();
    const entry = logged(seq + 1, `by ${who} of ${process.pid}`);
    if ((await store.append(entry)) === 'appended')
      say(`entry ${entry.seq} ${sha256(canonical(entry))}`);
  }
};

const keepForEver = async (journal: Journal<string>): Promise<never> => {
  for (;;) {
    const at = journal.all().length;
    const text = `${process.pid}/${at}`;
    await journal.add([text]);
    say(`kept ${at} ${text}`);
  }
};

/** What no store may do: it says so before the disk has it. */
const carelessly = async (dir: string): Promise<never> => {
  await mkdir(dir, { recursive: true });
  for (let n = 0; ; n += 1) {
    await appendFile(join(dir, 'careless'), `${n}\n`);
    say(`careless ${n} -`);
  }
};

const [, , how, dir = '', key] = process.argv;
if (how === 'careless') await carelessly(dir);
const store = await openStore(dir, key);
const journal = await store.journal('said', z.string());
say('open 0 -');
const writers = Array.from({ length: AT_ONCE }, (_, who) => appendForEver(store, who));
await Promise.all([...writers, keepForEver(journal)]);
