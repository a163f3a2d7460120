import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { catalogue } from '../../../commands/index.ts';
import { dispatch, type House } from '../../../src/app/dispatch.ts';
import type { Store } from '../../../src/app/ports.ts';
import { addMinutes } from '../../../src/domain/day.ts';
import { remindersDue } from '../../../src/domain/reminders.ts';
import { openStore } from '../../../store/open.ts';
import { logged } from '../../support/entries.ts';
import { merton } from '../../support/given.ts';
import { actionEntries, NOW } from '../actions.ts';
import { p50, timed } from '../timed.ts';

/** A folder, or one partnership of a database, to be filled. */
export interface Place {
  readonly at: string;
  readonly partnership?: string;
}

/** Milliseconds, and megabytes; p50 where it can be asked again and again. */
export interface Measured {
  readonly open: number;
  readonly firstSweep: number;
  readonly sweep: number;
  readonly commit: number;
  readonly command: number;
  readonly megabytes: number;
}

const DUE = 10;
const EACH = 1000;
/** So many actions that are open, by turns. */
const NOTED = 100;

const openAt = ({ at, partnership }: Place) => openStore(at, undefined, { partnership });

export const fill = async (place: Place, count: number): Promise<void> => {
  const store = await openAt(place);
  for (const entry of actionEntries(count, DUE, Math.min(EACH, count))) await store.append(entry);
  await store.close();
};

/** What it costs with so many records there. */
export const measure = async (place: Place): Promise<Measured> => {
  const open = await p50(5, async () => {
    const began = performance.now();
    const opened = await openAt(place);
    const took = performance.now() - began;
    await opened.close();
    return took;
  });
  const megabytes = memoryOf(place);
  const store = await openAt(place);
  try {
    const { firstSweep, sweep } = await sweeps(store);
    const commit = await p50(400, () => timed(() => append(store)));
    const command = await commands(store);
    return { open, firstSweep, sweep, commit, command, megabytes };
  } finally {
    await store.close();
  }
};

const sweeps = async (store: Store) => {
  const ledger = await store.read();
  const firstSweep = await timed(async () => remindersDue(ledger, merton, NOW));
  const sweep = await p50(300, () => timed(async () => remindersDue(ledger, merton, NOW)));
  return { firstSweep, sweep };
};

const append = async (store: Store): Promise<void> => {
  const { seq } = await store.read();
  if ((await store.append(logged(seq + 1))) !== 'appended') throw new Error('somebody else wrote');
};

/** Somebody notes something on an action: read, decided, and durable before it is answered. */
const commands = async (store: Store): Promise<number> => {
  let minute = 0;
  const house: House = {
    store,
    arrangement: merton,
    catalogue,
    now: () => addMinutes(NOW, minute),
    onBug: (bug) => {
      throw bug;
    },
  };
  const ask = (nth: number) =>
    dispatch(house, {
      actor: 'manager',
      via: 'bench',
      asking: { typed: `/action update AC-2026-${nth} note="going on"` },
    });
  return p50(400, () => {
    minute += 1;
    const nth = 1 + 2 * ((minute % NOTED) + DUE);
    return timed(async () => {
      const { is, message } = await ask(nth);
      if (is === 'refused') throw new Error(message.title);
    });
  });
};

const OPENED = join(import.meta.dirname, 'opened.ts');

/** Of a process that has just opened it and looked at the clock. */
const memoryOf = ({ at, partnership }: Place): number => {
  const given = [at, ...(partnership ? [partnership] : [])];
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning'];
  const said = execFileSync(process.execPath, [...flags, OPENED, ...given], { encoding: 'utf8' });
  const [bytes = '', due] = said.trim().split(' ');
  if (Number(due) < DUE) throw new Error(`the bench is not what it says: ${said}`);
  return Number(bytes) / 1024 / 1024;
};
