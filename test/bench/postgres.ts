// What the store costs in PostgreSQL, with a real one on this machine: `node test/bench/postgres.ts`.
// Compare ratios, not milliseconds.
import pg from 'pg';
import type { Store } from '../../src/app/ports.ts';
import { openStore } from '../../store/open.ts';
import { startPostgres } from '../support/cluster.ts';
import { logged } from '../support/entries.ts';
import { p50, timed } from './timed.ts';

const FEW = 100;
const MANY = 20_000;
const TOGETHER = 100;

const cluster = await startPostgres();

let first = 0;
const say = (what: string, ms: number): void => {
  first ||= ms;
  process.stdout.write(
    `  ${what.padEnd(58)}${ms.toFixed(2).padStart(8)}${(ms / first).toFixed(2).padStart(8)}\n`,
  );
};

const open = (partnership: string) => openStore(cluster.url(), undefined, { partnership });

const filled = async (name: string, count: number) => {
  const store = await open(name);
  for (let from = 1; from <= count; from += TOGETHER) {
    const batch = Array.from({ length: TOGETHER }, (_, at) => logged(from + at));
    await Promise.all(batch.map(store.append));
  }
  return store;
};

const next = async (store: Store): Promise<void> => {
  const { seq } = await store.read();
  await store.append(logged(seq + 1));
};

try {
  process.stdout.write(`${'in PostgreSQL'.padEnd(60)}  p50 ms  ratio\n`);
  const client = new pg.Client(cluster.url());
  await client.connect();
  await client.query('create table bare (n serial, body text)');
  const body = JSON.stringify(logged(1));
  const bare = () => client.query('insert into bare (body) values ($1)', [body]);
  say('the floor: one bare insert', await p50(500, () => timed(bare)));

  const few = await filled('few', FEW);
  const many = await filled('many', MANY);
  const other = await open('many');
  say(`read, decide, commit at ${FEW} entries`, await p50(500, () => timed(() => next(few))));
  say(`the same at ${MANY}`, await p50(500, () => timed(() => next(many))));
  say(
    'the same by two by turns',
    await p50(500, () =>
      timed(async () => {
        await next(many);
        await next(other);
      }),
    ),
  );
  say('a read where nothing is new', await p50(500, () => timed(() => many.read())));
  say(
    'taking hold of 10 keys and letting go',
    await p50(200, () =>
      timed(async () => {
        const claim = await many.claim?.(Array.from({ length: 10 }, (_, at) => `k${at}`));
        await claim?.release();
      }),
    ),
  );
  say('the floor once more, now that this machine is warm', await p50(500, () => timed(bare)));
  await client.end();
  await Promise.all([few, other, many].map((store) => store.close()));
  const opening = () => timed(async () => (await open('many')).close());
  say(`opening ${MANY} entries from the picture`, await p50(5, opening));
} finally {
  await cluster.end();
}
