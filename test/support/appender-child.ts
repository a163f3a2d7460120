// Started by test/store/kill.slow.test.ts, and killed by it: appends as fast as it can, and says of each
// entry that was acknowledged which it was. It must never say so before the store has.
import type { Store } from '../../src/app/ports.ts';
import { canonical, sha256 } from '../../store/chain.ts';
import { openStore } from '../../store/open.ts';
import { logged } from './entries.ts';

const AT_ONCE = 8;

const appendForEver = async (store: Store, who: number): Promise<never> => {
  for (;;) {
    const { seq } = await store.read();
    const entry = logged(seq + 1, `by ${who} of ${process.pid}`);
    const answer = await store.append(entry);
    if (answer === 'appended') process.stdout.write(`${entry.seq} ${sha256(canonical(entry))}\n`);
  }
};

const [, , dir, key] = process.argv;
// Without a folder it only loads its modules, so that the next ones find them compiled.
if (dir !== undefined) {
  process.stdout.write('opening\n');
  const store = await openStore(dir, key);
  await Promise.all(Array.from({ length: AT_ONCE }, (_, who) => appendForEver(store, who)));
}
