import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { UnsafeStore } from '../../src/app/ports.ts';
import { canonical } from '../../store/chain.ts';
import { openStore } from '../../store/open.ts';
import { openPostgres } from '../../store/postgres.ts';
import { logged } from '../support/entries.ts';
import { startCluster } from '../support/postgres.ts';
import { storeContract } from './contract.ts';

const cluster = await startCluster();
const KEY = 'ab'.repeat(32);

let opened = 0;
const partnership = (): string => {
  opened += 1;
  return `p${opened}`;
};

const open = async (key?: string) => {
  const place = { address: cluster.url(), key, partnership: partnership() };
  const store = await openPostgres(place);
  const reopen = async () => {
    await store.close();
    return openPostgres(place);
  };
  return { store, reopen };
};

storeContract('PostgreSQL', () => open());
storeContract('PostgreSQL, sealed', () => open(KEY));

const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(cluster.url());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const filled = async (name: string, count: number, key?: string): Promise<void> => {
  const store = await openStore(cluster.url(), key, { partnership: name });
  await Promise.all(Array.from({ length: count }, (_, at) => store.append(logged(at + 1))));
  await store.close();
};

describe('a store in PostgreSQL', () => {
  it('tells its ledger from the rows alone as from the picture, however many there are', async () => {
    const name = partnership();
    await filled(name, 1203);
    const read = async () => {
      const store = await openStore(cluster.url(), undefined, { partnership: name });
      const said = canonical(await store.read());
      const count = (await Array.fromAsync(store.chain())).length;
      await store.close();
      return { said, count };
    };
    const withPicture = await read();
    expect(withPicture.count).toBe(1203);
    await asOwner((client) =>
      client.query('delete from heed.pictures where partnership = $1', [name]),
    );
    expect(await read()).toEqual(withPicture);
  });

  it('believes no picture that the rows deny', async () => {
    const name = partnership();
    await filled(name, 3);
    const other = partnership();
    await filled(other, 2);
    await asOwner((client) =>
      client.query(
        'update heed.pictures set body = (select body from heed.pictures where partnership = $1) where partnership = $2',
        [name, other],
      ),
    );
    const store = await openStore(cluster.url(), undefined, { partnership: other });
    expect((await store.read()).seq).toBe(2);
    await store.close();
  });

  it.each([
    [
      'changed',
      `update heed.entries set body = replace(body, 'LL-2', 'LL-9') where seq = 2 and partnership = $1`,
      'entry 2',
    ],
    ['taken away', 'delete from heed.entries where seq = 2 and partnership = $1', 'entry 2'],
  ])('refuses an entry that was %s by somebody else, and says which', async (_how, sql, which) => {
    const name = partnership();
    await filled(name, 3);
    await asOwner(async (client) => {
      await client.query(sql, [name]);
      await client.query('delete from heed.pictures where partnership = $1', [name]);
    });
    await expect(openStore(cluster.url(), undefined, { partnership: name })).rejects.toThrow(
      `The log is damaged at ${which}: `,
    );
  });

  it('stops when a backup is put back under it', async () => {
    const name = partnership();
    const store = await openStore(cluster.url(), undefined, { partnership: name });
    await store.append(logged(1));
    await store.append(logged(2));
    await asOwner((client) =>
      client.query('delete from heed.entries where seq = 2 and partnership = $1', [name]),
    );
    await expect(store.append(logged(3))).rejects.toThrow(UnsafeStore);
    await expect(store.read()).rejects.toThrow('was a backup put back?');
    await store.close();
  });

  it.each([
    ['a sealed database without a key', KEY, undefined, 'This database is sealed: set HEED_KEY'],
    ['one that is not sealed with a key', undefined, KEY, 'This database is not sealed'],
    ['a sealed one with another key', KEY, 'cd'.repeat(32), 'sealed with another key'],
  ])('refuses %s', async (_what, sealedWith, key, why) => {
    const name = partnership();
    await filled(name, 1, sealedWith);
    await expect(openStore(cluster.url(), key, { partnership: name })).rejects.toThrow(why);
  });

  it('holds nothing legible when it is sealed, and no hash that could be tried out', async () => {
    const name = partnership();
    await filled(name, 3, KEY);
    const plain = partnership();
    await filled(plain, 3);
    const textsOf = (partnership: string) =>
      asOwner(async (client) => {
        const tables = ['entries', 'pictures'].map(
          (table) => `select t::text from heed.${table} t where partnership = '${partnership}'`,
        );
        return JSON.stringify((await client.query(tables.join(' union all '))).rows);
      });
    expect(await textsOf(plain)).toMatch(/priya/);
    const sealed = await textsOf(name);
    expect(sealed).not.toMatch(/priya|SI-2026|LL-1/);
    const links = await asOwner(
      async (client) =>
        (await client.query('select partnership, link from heed.entries where seq = 1')).rows,
    );
    const linkIn = (which: string) => links.find((one) => one.partnership === which)?.link;
    expect(linkIn(name)).not.toBe(linkIn(plain));
  });
});
