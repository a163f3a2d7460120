import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Courier } from '../../src/app/deliver.ts';
import type { Instant } from '../../src/domain/day.ts';
import { assemble } from '../../src/heed.ts';
import { type InPostgres, openPostgres } from '../../store/postgres.ts';
import { logged } from '../support/entries.ts';
import { merton, moment } from '../support/given.ts';
import { LOGGED, textOf } from '../support/house.ts';
import { startCluster } from '../support/postgres.ts';

const cluster = await startCluster();

let databases = 0;
const newPartnership = () => {
  databases += 1;
  const partnership = `pair${databases}`;
  return async (more: Partial<InPostgres> = {}) => {
    const store = await openPostgres({ address: cluster.url(), partnership, ...more });
    onTestFinished(() => store.close());
    return store;
  };
};

const rowsOf = async (sql: string, partnership: string) => {
  const client = new pg.Client(cluster.url());
  await client.connect();
  const { rows } = await client.query(`${sql} and partnership = $1`, [partnership]);
  await client.end();
  return rows;
};
const partnershipNow = () => `pair${databases}`;

describe('two stores on one database', () => {
  it('each decide on what the other has written', async () => {
    const open = newPartnership();
    const [one, other] = [await open(), await open()];
    expect(await one.append(logged(1))).toBe('appended');
    expect((await other.read()).seq).toBe(1);
    expect(await other.append(logged(1))).toBe('stale');
    expect(await other.append(logged(2))).toBe('appended');
    expect((await one.read()).records.size).toBe(2);
  });

  it('lose nothing and double nothing, however they interleave', async () => {
    const open = newPartnership();
    const stores = [await open(), await open(), await open()];
    await Promise.all(
      stores.flatMap((store, which) =>
        Array.from({ length: 3 }, async (_, who) => {
          for (let done = 0; done < 8; ) {
            const { seq } = await store.read();
            if ((await store.append(logged(seq + 1, `${which}-${who}-${done}`))) === 'appended')
              done += 1;
          }
        }),
      ),
    );
    const [first] = stores;
    const entries = first ? await Array.fromAsync(first.chain()) : [];
    const said = entries.map(({ entry }) => JSON.stringify(entry.changes));
    expect(entries).toHaveLength(3 * 3 * 8);
    expect(new Set(said).size).toBe(3 * 3 * 8);
  });

  it('hear what the other has written, once each', async () => {
    const open = newPartnership();
    const heard: number[] = [];
    const one = await open({ onOthers: (all) => heard.push(...all.map(({ seq }) => seq)) });
    const other = await open();
    await one.append(logged(1));
    await other.read();
    await other.append(logged(2));
    await one.read();
    await one.append(logged(3));
    await one.read();
    expect(heard).toEqual([2]);
  });

  it('keep one list of what a surface keeps, and each learns what the other added', async () => {
    const open = newPartnership();
    const [one, other] = [await open(), await open()];
    const here = await one.journal('slack', z.string());
    const there = await other.journal('slack', z.string());
    await here.add(['a', 'b']);
    await there.add(['c']);
    expect(await there.fresh?.()).toEqual(['a', 'b']);
    expect(await here.fresh?.()).toEqual(['c']);
    expect(await here.fresh?.()).toEqual([]);
    const late = await other.journal('slack', z.string());
    expect(late.all()).toEqual(['a', 'b', 'c']);
    expect((await other.journal('teams', z.string())).all()).toEqual([]);
  });
});

describe('a claim', () => {
  const claimed = async (store: Awaited<ReturnType<typeof openPostgres>>, keys: string[]) => {
    const claim = await store.claim?.(keys);
    if (!claim) throw new Error('it has none');
    return { ...claim, taken: [...claim.keys].sort() };
  };

  it('is held by one at a time, until it is let go', async () => {
    const open = newPartnership();
    const [one, other] = [await open(), await open()];
    const held = await claimed(one, ['a', 'b']);
    expect(held.taken).toEqual(['a', 'b']);
    expect((await claimed(other, ['b', 'c'])).taken).toEqual(['c']);
    expect((await claimed(one, ['a'])).taken).toEqual([]);
    await held.release();
    expect((await claimed(other, ['a', 'b'])).taken).toEqual(['a', 'b']);
  });

  it('goes to one of those who want it at the same moment', async () => {
    const open = newPartnership();
    const stores = [await open(), await open(), await open(), await open()];
    const keys = Array.from({ length: 20 }, (_, at) => `k${at}`);
    const claims = await Promise.all(
      stores.map((store, at) => claimed(store, at % 2 ? keys : keys.toReversed())),
    );
    expect(claims.flatMap(({ taken }) => taken).sort()).toEqual(keys.toSorted());
  });

  it('of a process that is gone is free after its lease, and not before', async () => {
    const open = newPartnership();
    let now = moment('2026-04-02 09:00');
    const clock = { now: () => now, leaseMs: 90_000 };
    const [gone, other] = [await open(clock), await open(clock)];
    const held = await claimed(gone, ['a']);
    now = moment('2026-04-02 09:01');
    expect((await claimed(other, ['a'])).taken).toEqual([]);
    now = moment('2026-04-02 09:02');
    expect((await claimed(other, ['a'])).taken).toEqual(['a']);
    // Were the first not gone after all, it would let go of nothing that is another's now.
    await held.release();
    expect((await claimed(gone, ['a'])).taken).toEqual([]);
  });

  it('is renewed for as long as its process lives', async () => {
    const open = newPartnership();
    let now = moment('2026-04-02 09:00');
    const clock = { now: () => now, leaseMs: 90_000 };
    const [one, other] = [await open({ ...clock, leaseMs: 60 }), await open(clock)];
    await claimed(one, ['a']);
    now = moment('2026-04-02 12:00');
    const until = async (): Promise<string> =>
      (
        await rowsOf(
          `select (until at time zone 'UTC')::text as until from heed.claims where key = 'a'`,
          partnershipNow(),
        )
      )[0]?.until;
    await expect.poll(until).toContain('2026-04-02 11:00:00.06');
    expect((await claimed(other, ['a'])).taken).toEqual([]);
  });
});

/** Two Heeds on one database, with one courier and one clock that the test holds. */
const twoHeeds = async (send: (which: number, who: string) => ReturnType<Courier['send']>) => {
  const open = newPartnership();
  let now: Instant = moment('2026-03-30 09:00');
  const clock = { now: () => now };
  const heeds = await Promise.all(
    [0, 1].map(async (which) => {
      const store = await open(clock);
      const onBug = (bug: unknown): string => {
        throw bug;
      };
      const courier: Courier = { send: ({ id }) => send(which, id) };
      const heed = assemble({ store, courier, arrangement: merton, now: clock.now, onBug });
      const ask = async (typed: string) =>
        textOf(await heed.ask({ actor: 'manager', via: 'test', asking: { typed } }));
      return { ...heed, store, ask };
    }),
  );
  const [one, other] = heeds;
  if (!one || !other) throw new Error('there are two');
  const at = (when: string) => {
    now = moment(when);
  };
  return { one, other, at };
};

describe('two Heeds on one database', () => {
  it('both answer, each from what both have written', async () => {
    const { one, other } = await twoHeeds(async () => 'sent');
    expect(await one.ask(LOGGED)).toContain('SI-2026-1 is logged');
    expect(await other.ask(LOGGED)).toContain('SI-2026-2 is logged');
    expect(await one.ask('/incident notified SI-2026-2 on=today')).toContain('SI-2026-2');
    expect(await other.ask('/incident notified SI-2026-2 on=today')).toContain('already');
  });

  it('say each thing once, though both look at the same moment', async () => {
    const told: string[] = [];
    const { one, other, at } = await twoHeeds(async (_which, who) => {
      told.push(who);
      return 'sent';
    });
    for (let n = 0; n < 5; n += 1) await one.ask(LOGGED);
    for (const day of ['2026-04-02', '2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10']) {
      told.length = 0;
      at(`${day} 09:00`);
      await Promise.all([one.tick(), other.tick(), one.tick(), other.tick()]);
      expect(told).toEqual([...new Set(told)]);
    }
    const ledger = await one.store.read();
    expect(ledger.outbox.isEmpty()).toBe(true);
    expect(ledger.sentAgain).toBe(0);
    const keys = [...ledger.told.values()].flatMap((all) => all.map(({ key }) => key));
    expect(keys.length).toBeGreaterThan(10);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('one is gone between claim and settle: the other says it after the lease, and it is counted', async () => {
    const told: number[] = [];
    const gone = new Promise<never>(() => undefined);
    const { one, other, at } = await twoHeeds(async (which) => {
      told.push(which);
      return which === 0 ? gone : 'sent';
    });
    await one.ask(LOGGED);
    at('2026-04-02 09:00');
    void one.tick();
    await expect.poll(() => told).toEqual([0]);
    await other.tick();
    expect(told).toEqual([0]);
    at('2026-04-02 09:02');
    await other.tick();
    expect(told).toEqual([0, 1]);
    const ledger = await other.store.read();
    expect(ledger.outbox.isEmpty()).toBe(true);
    expect(ledger.sentAgain).toBe(1);
  });
});
