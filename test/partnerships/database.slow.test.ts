import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../store/open.ts';
import { addPartnership } from '../../store/postgres/partnerships.ts';
import { rationOf } from '../../store/postgres/ration.ts';
import { logged } from '../support/entries.ts';
import { startCluster } from '../support/postgres.ts';
import { twoPartnerships, type Which } from '../support/two-partnerships.ts';

const cluster = await startCluster({ isQuick: true });

const rowsOf = async (address: string, sql: string): Promise<readonly pg.QueryResultRow[]> => {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

const MARK = 'the lantern walk of the vale';
const ADD = `/action add what="${MARK}" owner=police-lead due=2026-05-01 source=audit`;

/** Both in one database, each as the role that is its own; or with whatever addresses a test gives. */
const inOneDatabase = async (
  database: string,
  address: (own: Readonly<Record<Which | 'owner', string>>) => Readonly<Record<Which, string>> = (
    own,
  ) => own,
) => {
  await rowsOf(cluster.url(), `create database ${database}`);
  const owner = cluster.url(database);
  const own = {
    owner,
    merton: await addPartnership(owner, 'merton'),
    sutton: await addPartnership(owner, 'sutton'),
  };
  const { merton, sutton } = address(own);
  const two = await twoPartnerships({
    store: (name) => `store: ${name.toUpperCase()}_STORE`,
    variables: { MERTON_STORE: merton, SUTTON_STORE: sutton },
  });
  return { ...two, own };
};

describe('two partnerships of one process in one database', () => {
  it('work as two roles, each of which sees its own rows alone, whatever it asks', async () => {
    const two = await inOneDatabase('neighbours');
    expect(two.said).toEqual([]);
    for (const name of ['merton', 'sutton'] as const) await two.says(name, 'manager', ADD);
    await two.tick('2026-03-30 09:10');
    const seated = await rowsOf(
      two.own.owner,
      'select distinct partnership, count(*) > 0 as is from heed.entries group by 1 order by 1',
    );
    expect(seated.map(({ partnership }) => partnership)).toEqual(['merton', 'sutton']);
    for (const [name, other] of [
      ['merton', 'sutton'],
      ['sutton', 'merton'],
    ] as const) {
      for (const table of ['entries', 'pictures', 'claims', 'journals', 'seats']) {
        const seen = JSON.stringify(await rowsOf(two.own[name], `select * from heed.${table}`));
        expect(seen).not.toContain(`"partnership":"${other}"`);
      }
      const all = await rowsOf(
        two.own[name],
        `select 1 from heed.entries where partnership = '${other}'`,
      );
      expect(all).toEqual([]);
      for (const sql of [
        `set role heed_${other}`,
        `set session authorization heed_${other}`,
        'set role owner',
        `insert into heed.entries (partnership, seq, link, body, writer) values ('${other}', 999, '', '', gen_random_uuid())`,
        `insert into heed.journals (partnership, name, writer, body) values ('${other}', 'slack', gen_random_uuid(), '')`,
        `insert into heed.pictures (partnership, seq, body) values ('${other}', 999, '')`,
        `update heed.seats set partnership = '${other}'`,
        'select * from heed.partnerships',
        'select * from pg_authid',
        'set row_security = off; select * from heed.entries',
      ])
        await expect(rowsOf(two.own[name], sql)).rejects.toThrow(
          /permission denied|row-level security|cannot|duplicate key/,
        );
    }
    const secrets = await rowsOf(two.own.owner, 'select body from heed.entries');
    expect(JSON.stringify(secrets)).not.toContain(MARK);
  });

  it.each([
    [
      'the address of the other',
      'swapped',
      ({ sutton }: Readonly<Record<Which, string>>) => ({
        merton: sutton,
        sutton: 'postgres://x@127.0.0.1:1/x',
      }),
      /merton: The user heed_sutton .* works for sutton, and the list says merton/,
    ],
    [
      'the owner’s',
      'owned',
      ({ owner, sutton }: Readonly<Record<Which | 'owner', string>>) => ({ merton: owner, sutton }),
      /merton: The user owner .* may do more than work for one partnership: .* npm run partnership -- add/,
    ],
  ])('with %s one is not opened, and says why', async (_what, database, address, why) => {
    const two = await inOneDatabase(database, address);
    expect(two.running.all[0]?.state()).toBe('not-open');
    expect(two.said.join('')).toMatch(why);
    expect(two.said.join('')).not.toMatch(/postgres:\/\/|owner-of-the-tests/);
  });

  it('one that may become the other’s role is not opened either', async () => {
    await rowsOf(cluster.url(), 'create database lent');
    const owner = cluster.url('lent');
    const own = await addPartnership(owner, 'lender');
    await addPartnership(owner, 'borrower');
    await rowsOf(owner, 'grant heed_borrower to heed_lender');
    await expect(openStore(own, undefined, { isApart: true })).rejects.toThrow(
      'may do more than work for one partnership',
    );
  });

  it('one whose database is away leaves the other at work, and is opened when it is there', async () => {
    const two = await inOneDatabase('halved', ({ sutton }) => ({
      merton: 'postgres://heed_merton:x@127.0.0.1:1/halved',
      sutton,
    }));
    expect(two.running.all.map(({ state }) => state())).toEqual(['not-open', 'open']);
    expect(two.said).toEqual([
      'merton: The database halved at 127.0.0.1:1 cannot be opened (ECONNREFUSED): see that it runs, and that the user and password in its address are right. It is tried again each minute.\n',
    ]);
    expect(await two.says('sutton', 'manager', ADD)).toContain('AC-2026-1');
    expect((await fetch(`${two.url}/merton/healthz`)).status).toBe(503);
  });
});

describe('connections that many share', () => {
  it('are never more than there are to share, whoever asks at once', async () => {
    await rowsOf(cluster.url(), 'create database shared_out');
    const owner = cluster.url('shared_out');
    const ration = rationOf(3);
    const sessions = async (): Promise<number> => {
      const [row] = await rowsOf(
        cluster.url(),
        `select count(*)::int as n from pg_stat_activity where usename like 'heed_few%'`,
      );
      return row?.n;
    };
    const stores = [];
    for (let at = 0; at < 12; at += 1)
      stores.push(
        await openStore(await addPartnership(owner, `few${at}`), undefined, {
          ration,
          isApart: true,
        }),
      );
    const counted: number[] = [];
    const work = stores.map(async (store) => {
      for (let seq = 1; seq <= 3; seq += 1) {
        expect(await store.append(logged(seq))).toBe('appended');
        counted.push(await sessions());
      }
    });
    await Promise.all(work);
    expect(Math.max(...counted)).toBeGreaterThan(0);
    expect(Math.max(...counted)).toBeLessThanOrEqual(3);
    for (const store of stores) expect((await store.read()).seq).toBe(3);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('go to whoever has waited longest, and to nobody twice', async () => {
    const { take } = rationOf(1);
    const first = await take();
    const order: string[] = [];
    const second = take().then((giveBack) => {
      order.push('second');
      return giveBack;
    });
    const third = take().then(() => void order.push('third'));
    first();
    first();
    const giveBack = await second;
    expect(order).toEqual(['second']);
    giveBack();
    await third;
    expect(order).toEqual(['second', 'third']);
  });

  it('are not waited for without end', async () => {
    const { take } = rationOf(1, 1);
    const giveBack = await take();
    await expect(take()).rejects.toThrow('every connection is taken');
    giveBack();
    await expect(take()).resolves.toBeTypeOf('function');
  });
});
