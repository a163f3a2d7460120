import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../store/open.ts';
import { placeOf } from '../../store/postgres/place.ts';
import { purgeDatabase } from '../../store/postgres/purge.ts';
import { isWholeLog, surveyDatabase } from '../../store/postgres/survey.ts';
import { envelope, parseKey } from '../../store/seal.ts';
import { startCluster } from '../support/postgres.ts';
import { type Purgeable, purgeContract } from './purge-contract.ts';
import { NOW } from './purge-folders.ts';
import { caseRef, caseStories, decided } from './purge-stories.ts';

const cluster = await startCluster();
const KEY = 'ab'.repeat(32);

const rowsOf = async (text: string, values: readonly unknown[]): Promise<readonly string[]> => {
  const client = new pg.Client(cluster.url());
  await client.connect();
  try {
    return (await client.query<{ body: string }>(text, [...values])).rows.map(({ body }) => body);
  } finally {
    await client.end();
  }
};

let made = 0;
const make = async (key?: string): Promise<Purgeable> => {
  made += 1;
  const [address, partnership] = [cluster.url(), `p${made}`];
  return {
    open: () => openStore(address, key, { partnership }),
    purge: (isSure) => purgeDatabase({ address, key, partnership, now: NOW }, isSure),
    said: async () => {
      const said = (['log', 'journal', 'picture'] as const).map(async (purpose) => {
        const table = { log: 'entries', journal: 'journals', picture: 'pictures' }[purpose];
        const bodies = await rowsOf(`select body from heed.${table} where partnership = $1`, [
          partnership,
        ]);
        const { unwrap } = envelope(purpose, key === undefined ? undefined : parseKey(key));
        return bodies.map(unwrap);
      });
      return (await Promise.all(said)).flat().join('\n');
    },
    isWhole: async () => {
      const { log } = await surveyDatabase(placeOf(address), key, partnership);
      return log !== undefined && isWholeLog(log);
    },
  };
};

purgeContract('PostgreSQL', () => make(), 6);
purgeContract('PostgreSQL, sealed', () => make(KEY), 4);

describe('a purge of a database', () => {
  it('needs its owner: the role that Heed works as can change nothing', async () => {
    const place = await make();
    await (await place.open()).close();
    const partnership = `p${made}`;
    await rowsOf(`alter role heed_${partnership} login password 'own'`, []);
    const address = cluster.url().replace(/\/\/.*@/, `//heed_${partnership}:own@`);
    await expect(purgeDatabase({ address, partnership, now: NOW }, true)).rejects.toThrow(
      "can change nothing that is written down: give its owner's address",
    );
  });

  it('keeps partnerships apart afterwards as before, even where its owner is held by that', async () => {
    await rowsOf(`create role plain login password 'plain'`, []);
    await rowsOf('create database plainly owner plain', []);
    const address = cluster.url('plainly').replace(/\/\/.*@/, '//plain:plain@');
    const [story = []] = fc.sample(caseStories, { numRuns: 1, seed: 7 });
    const store = await openStore(address);
    for (const entry of [...story, decided(story, caseRef(1))]) await store.append(entry);
    await store.close();
    expect((await purgeDatabase({ address, now: NOW }, true)).plan?.refs).toContain(caseRef(1));
    const client = new pg.Client(address);
    await client.connect();
    const { rows } = await client.query(
      `select relname from pg_class where relnamespace = 'heed'::regnamespace and relforcerowsecurity order by 1`,
    );
    await client.end();
    expect(rows.map(({ relname }) => relname)).toEqual([
      'claims',
      'entries',
      'journals',
      'pictures',
    ]);
    const again = await openStore(address);
    expect((await again.read()).purged.has(caseRef(1))).toBe(true);
    await again.close();
  });

  it('waits for nobody: a Heed that is connected is named', async () => {
    const place = await make();
    await (await place.open()).close();
    const partnership = `p${made}`;
    await rowsOf(`alter role heed_${partnership} login password 'own'`, []);
    const own = cluster.url().replace(/\/\/.*@/, `//heed_${partnership}:own@`);
    const running = await openStore(own);
    await running.read();
    const asked = { address: cluster.url(), partnership, now: NOW };
    await expect(purgeDatabase(asked, true)).rejects.toThrow(
      `A Heed of ${partnership} is connected`,
    );
    await running.close();
  });
});
