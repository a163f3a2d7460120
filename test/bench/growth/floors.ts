import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import pg from 'pg';
import type { Entry } from '../../../src/domain/change.ts';
import type { Cluster } from '../../support/cluster.ts';
import { logged } from '../../support/entries.ts';
import { hangUp, median, oneAtATime } from '../slack/load.ts';
import { bolt } from '../slack/programs.ts';
import { openSink } from '../slack/sink.ts';
import { p50, timed } from '../timed.ts';

/** What cannot be had for less, in milliseconds. */
export interface Floors {
  readonly sync: number;
  readonly insert: number;
  readonly echo: number;
}

const LINE = `${JSON.stringify(logged(1))}\n`;

/** A bare append and fdatasync. */
const syncFloor = async (): Promise<number> => {
  const root = await mkdtemp(join(tmpdir(), 'heed-floor-'));
  const file = await open(join(root, 'bare'), 'a');
  const took = await p50(600, () =>
    timed(async () => {
      await file.write(LINE);
      await file.datasync();
    }),
  );
  await file.close();
  await rm(root, { recursive: true });
  return took;
};

/** One bare insert. */
const insertFloor = async (cluster: Cluster): Promise<number> => {
  const client = new pg.Client(cluster.url());
  await client.connect();
  await client.query('create table bare (n serial, body text)');
  const insert = () => client.query('insert into bare (body) values ($1)', [LINE]);
  const took = await p50(600, () => timed(insert));
  await client.end();
  return took;
};

/** A slash command to Bolt with nothing behind it, there and back. */
const echoFloor = async (): Promise<number> => {
  const [sink, program] = [await openSink(), await bolt('echo')];
  await oneAtATime(sink, program, 300);
  const { acknowledged } = await oneAtATime(sink, program, 300);
  hangUp();
  await program.stop();
  await sink.close();
  return median(acknowledged);
};

export const floors = async (cluster: Cluster): Promise<Floors> => ({
  sync: await syncFloor(),
  insert: await insertFloor(cluster),
  echo: await echoFloor(),
});

/** lowdb as it comes: everything is written again, and nothing synced. */
export const stock = async (count: number): Promise<number> => {
  const root = await mkdtemp(join(tmpdir(), 'heed-stock-'));
  const path = join(root, 'db.json');
  await writeFile(path, '{}');
  const entries = Array.from({ length: count }, (_, at) => logged(at + 1));
  const db = new Low(new JSONFile<{ entries: Entry[] }>(path), { entries });
  const more = logged(count + 1);
  const took = await p50(5, () => timed(() => db.update((data) => data.entries.push(more))));
  await rm(root, { recursive: true });
  return took;
};
