import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../store/open.ts';
import { addPartnership } from '../../store/postgres/partnerships.ts';
import { STEPS } from '../../store/postgres/schema.ts';
import { logged } from '../support/entries.ts';
import { startCluster } from '../support/postgres.ts';

const cluster = await startCluster();

const asking = async <T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const rowsOf = (address: string, sql: string, values: unknown[] = []) =>
  asking(address, async (client) => (await client.query(sql, values)).rows);

const newDatabase = async (name: string): Promise<string> => {
  await rowsOf(cluster.url(), `create database ${name}`);
  return cluster.url(name);
};

/** Merton and Sutton in one database, each with entries and with all else that is kept of them. */
const neighbours = async (database: string) => {
  const owner = await newDatabase(database);
  const merton = await addPartnership(owner, 'merton');
  const sutton = await addPartnership(owner, 'sutton');
  for (const [address, count] of [
    [merton, 3],
    [sutton, 2],
  ] as const) {
    const store = await openStore(address);
    for (let seq = 1; seq <= count; seq += 1) await store.append(logged(seq));
    await store.close();
    const kept = await openStore(address);
    await kept.claim?.(['a key of theirs']);
  }
  return { owner, merton, sutton };
};

const TABLES = ['entries', 'pictures', 'claims', 'journals', 'seats'];

describe('two partnerships in one database', async () => {
  const { owner, merton, sutton } = await neighbours('shared');

  it('hold something of each, so that there is something to see', async () => {
    for (const table of ['entries', 'pictures', 'claims'])
      expect(
        await rowsOf(owner, `select distinct partnership from heed.${table} order by 1`),
      ).toEqual([{ partnership: 'merton' }, { partnership: 'sutton' }]);
  });

  it.each(TABLES)('show nothing of one to the other in %s', async (table) => {
    const seen = JSON.stringify(await rowsOf(merton, `select * from heed.${table}`));
    expect(seen).not.toContain('sutton');
    if (table !== 'journals') expect(seen).toContain('merton');
  });

  it.each([
    ['asked for by name', `select * from heed.entries where partnership = 'sutton'`],
    [
      'joined',
      `select e.* from heed.entries e right join (values (1), (2)) v (seq) on e.seq = v.seq and e.partnership = 'sutton' where e.seq is not null`,
    ],
    [
      'counted by what is not there',
      `select partnership from heed.entries group by partnership having partnership <> 'merton'`,
    ],
    [
      'through a function that leaks',
      `select * from heed.entries where partnership <> 'merton' and body ~ '.*'`,
    ],
    [
      'through a setting',
      `select e.* from set_config('heed.partnership', 'sutton', false), heed.entries e where e.partnership <> 'merton'`,
    ],
  ])('show nothing %s', async (_how, sql) => {
    expect(await rowsOf(merton, sql)).toEqual([]);
  });

  it.each([
    ['as the other', 'set role heed_sutton', /permission denied/],
    ['as the owner', 'set role owner', /permission denied/],
    [
      'with row security off',
      `set row_security = off; select * from heed.entries`,
      /row-level security/,
    ],
    ['without the policy', 'drop policy own on heed.entries', /must be owner/],
    ['without security', 'alter table heed.entries disable row level security', /must be owner/],
    [
      'by another seat',
      `insert into heed.seats values ('heed_merton', 'sutton')`,
      /permission denied/,
    ],
    ['by changing their seat', `update heed.seats set partnership = 'sutton'`, /permission denied/],
    [
      'by writing as the other',
      `insert into heed.entries (partnership, seq, link, body, writer) values ('sutton', 9, '', '', gen_random_uuid())`,
      /row-level security/,
    ],
    ['by changing an entry', `update heed.entries set body = ''`, /permission denied/],
    ['by taking one away', 'delete from heed.entries', /permission denied/],
    ['by asking who else there is', 'select * from heed.partnerships', /permission denied/],
    ['by emptying the table', 'truncate heed.entries', /permission denied/],
    [
      'by another function',
      `create or replace function heed.mine() returns text language sql as 'select ''sutton'''`,
      /permission denied|must be owner/,
    ],
    ['by a table of the same name', 'create table heed.other ()', /permission denied/],
  ])('let nobody in %s', async (_how, sql, why) => {
    await expect(rowsOf(merton, sql)).rejects.toThrow(why);
  });

  it('go on side by side', async () => {
    const store = await openStore(sutton);
    expect((await store.read()).seq).toBe(2);
    expect(await store.append(logged(3))).toBe('appended');
    await store.close();
    const other = await openStore(merton);
    expect((await other.read()).seq).toBe(3);
    await other.close();
  });

  it('and whoever comes in as the owner works as one of them, and sees that one alone', async () => {
    const store = await openStore(owner, undefined, { partnership: 'merton' });
    expect(await Array.fromAsync(store.entries())).toHaveLength(3);
    await store.close();
  });

  it('a user of one is not started for another', async () => {
    await expect(openStore(merton, undefined, { partnership: 'sutton' })).rejects.toThrow(
      'works for merton, and HEED_PARTNERSHIP says sutton',
    );
  });

  it('a new password makes the one before useless', async () => {
    const again = await addPartnership(owner, 'sutton');
    await expect(rowsOf(sutton, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(await rowsOf(again, 'select partnership from heed.pictures')).toEqual([
      { partnership: 'sutton' },
    ]);
  });
});

describe('preparing a database', () => {
  it('is done once, however many start at the same moment', async () => {
    const address = await newDatabase('crowded');
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(address)));
    expect(await rowsOf(address, 'select step from heed.steps order by 1')).toEqual(
      STEPS.map((_, at) => ({ step: at + 1 })),
    );
    await Promise.all(stores.map((store) => store.close()));
  });

  it('is the owner’s: another user is told who has to, and changes nothing', async () => {
    const address = await newDatabase('unprepared');
    await rowsOf(address, `create role guest login password 'guest'`);
    const guest = address.replace(/\/\/.*@/, '//guest:guest@');
    await expect(openStore(guest)).rejects.toThrow(
      'has to be prepared for this version by its owner',
    );
    await (await openStore(address)).close();
    await expect(openStore(guest)).rejects.toThrow('belongs to no partnership');
  });

  it('of a newer Heed is left alone', async () => {
    const address = await newDatabase('newer');
    await (await openStore(address)).close();
    await rowsOf(address, 'insert into heed.steps (step) values (99)');
    await expect(openStore(address)).rejects.toThrow('was prepared by a newer Heed');
  });

  it('works for an owner who may make no roles, and says what is better', async () => {
    await rowsOf(cluster.url(), `create role plain login password 'plain'`);
    await newDatabase('plainly');
    await rowsOf(cluster.url(), 'alter database plainly owner to plain');
    const address = cluster.url('plainly').replace(/\/\/.*@/, '//plain:plain@');
    const store = await openStore(address);
    expect(store.notes.join()).toContain('Heed works as the owner of the database');
    await store.append(logged(1));
    await store.close();
    const again = await openStore(address);
    expect((await again.read()).seq).toBe(1);
    await again.close();
    await rowsOf(cluster.url('plainly'), `insert into heed.partnerships values ('other')`);
    await rowsOf(
      cluster.url('plainly'),
      `insert into heed.entries (partnership, seq, link, body, writer) values ('other', 1, '', '', gen_random_uuid())`,
    );
    expect(await rowsOf(address, 'select distinct partnership from heed.entries')).toEqual([
      { partnership: 'heed' },
    ]);
  });

  it('gives no name that could be anything else', async () => {
    const address = await newDatabase('named');
    for (const name of ['', 'Merton', "m'; drop", 'a'.repeat(41)])
      await expect(openStore(address, undefined, { partnership: name })).rejects.toThrow(
        'cannot name a partnership',
      );
  });
});

describe('npm run partnership', () => {
  const run = promisify(execFile);
  const PROGRAM = join(import.meta.dirname, '../../store/partnership.ts');
  const partnership = async (...given: string[]) =>
    run(process.execPath, [PROGRAM, ...given]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stderr }) => ({ code, said: stderr }),
    );

  it('prepares, adds and lists', async () => {
    const address = await newDatabase('listed');
    expect(await partnership('list', address)).toEqual({
      code: 0,
      said: 'The database is prepared, and holds no partnership yet.\n',
    });
    const added = await partnership('add', 'derby', address);
    expect(added.code).toBe(0);
    const own = /^HEED_STORE=(.+)$/m.exec(added.said)?.[1] ?? '';
    const store = await openStore(own);
    await store.append(logged(1));
    await store.close();
    expect((await partnership('list', address)).said).toBe(
      'derby: 1 entries; its users: heed_derby\n',
    );
  });

  it.each([
    ['nothing', [], 'Write: npm run partnership'],
    ['what is no address', ['list', 'hello'], 'cannot be used: it is no address'],
    [
      'where nobody listens',
      ['list', 'postgres://owner:secret@127.0.0.1:1/x'],
      'cannot be opened (ECONNREFUSED)',
    ],
  ])('says what is wrong with %s', async (_what, given, why) => {
    const { code, said } = await partnership(...given);
    expect(code).toBe(2);
    expect(said).toContain(why);
    expect(said).not.toContain('secret');
  });
});
