// Started by test/store/year-of-two.slow.test.ts, and killed by it: Heed on a database that another one
// shares, told what time it is and what people ask, line by line.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Courier } from '../../src/app/deliver.ts';
import { asText } from '../../src/app/message.ts';
import { StoreAway } from '../../src/app/ports.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import type { Instant } from '../../src/domain/day.ts';
import { assemble } from '../../src/heed.ts';
import { openPostgres } from '../../store/postgres.ts';
import type { Told } from './two-of-them.ts';

/** Long enough that nothing is given up which has not arrived: what is never acknowledged is cut off. */
const PATIENCE_MS = 10_000;
const [, , address = '', partnership = '', sink = '', started = ''] = process.argv;

/** At once, so that it has been said before anything else happens, a kill included. */
const say = (line: Told): void => void writeSync(1, `${JSON.stringify(line)}\n`);

let now = started as Instant;
let tries = 0;
let underWay = 0;

const courier: Courier = {
  send: async ({ id: who }, message) => {
    tries += 1;
    const id = `${process.pid}-${tries}`;
    const items = (message.items ?? []).map(({ record, duty, rung, due, to }) => ({
      record,
      duty,
      rung,
      due,
      to,
    }));
    underWay += 1;
    // All that are sent together have begun by then, and are counted.
    await new Promise(setImmediate);
    try {
      const body = JSON.stringify({
        id,
        pid: process.pid,
        underWay,
        who,
        at: now,
        title: message.title,
        items,
      });
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const { status } = await fetch(sink, { method: 'POST', body, signal });
      return status === 200 ? 'sent' : 'not-sent';
    } catch {
      return 'unsure';
    } finally {
      underWay -= 1;
    }
  },
};

const store = await openPostgres({ address, partnership, now: () => now, rests: [50, 100, 200] });
const onBug = (bug: unknown): string => {
  throw bug;
};
const arrangement = loadArrangement('merton-2023');
const heed = assemble({ store, courier, arrangement, now: () => now, onBug });

type Order =
  | { readonly is: 'tick'; readonly at: Instant }
  | {
      readonly is: 'ask';
      readonly at: Instant;
      readonly who: string;
      readonly typed: string;
      readonly once: string;
    };

const obey = async (order: Order): Promise<Told> => {
  now = order.at;
  try {
    if (order.is === 'ask') {
      const { who: actor, typed, once } = order;
      const { is, message } = await heed.ask({ actor, via: 'slack', asking: { typed }, once });
      return { is: 'answered', accepted: is === 'accepted', text: asText(message) };
    }
    await heed.tick();
    const { outbox } = await store.read();
    return { is: 'ticked', waiting: outbox.count(({ moment }) => moment <= now) };
  } catch (problem) {
    if (problem instanceof StoreAway) return { is: 'away' };
    throw problem;
  }
};

say({ is: 'ready' });
for await (const line of createInterface({ input: process.stdin }))
  say(await obey(JSON.parse(line)));
await store.close();
