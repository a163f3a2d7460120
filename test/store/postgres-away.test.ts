import { describe, expect, it, onTestFinished } from 'vitest';
import type { Courier } from '../../src/app/deliver.ts';
import { asText } from '../../src/app/message.ts';
import { StoreAway } from '../../src/app/ports.ts';
import { healthRoutes } from '../../src/health.ts';
import { assemble } from '../../src/heed.ts';
import { openPostgres } from '../../store/postgres.ts';
import { cutLine } from '../support/cut-line.ts';
import { logged } from '../support/entries.ts';
import { merton, moment } from '../support/given.ts';
import { LOGGED } from '../support/house.ts';
import { startCluster } from '../support/postgres.ts';

const cluster = await startCluster();
const INSERT = 'insert into heed.entries';

let opened = 0;
/** A store whose line to the database can be cut. */
const open = async () => {
  opened += 1;
  const line = await cutLine(cluster.port);
  const address = cluster.url().replace(`:${cluster.port}/`, `:${line.port}/`);
  const store = await openPostgres({ address, partnership: `away${opened}`, rests: [1, 1, 1] });
  onTestFinished(() => store.close().catch(() => undefined));
  const wholeAgain = async () => {
    const other = await openPostgres({ address: cluster.url(), partnership: `away${opened}` });
    const entries = await Array.fromAsync(other.chain());
    await other.close();
    return entries.map(({ entry }) => entry);
  };
  return { store, line, wholeAgain };
};

/** Heed over such a store, with a courier that the test holds. */
const openHeed = async (courier: Courier = { send: async () => 'sent' }) => {
  const { store, line, wholeAgain } = await open();
  let now = moment('2026-03-30 09:00');
  const onBug = (bug: unknown): string => {
    throw bug;
  };
  const heed = assemble({ store, courier, arrangement: merton, now: () => now, onBug });
  const ask = (typed: string) => heed.ask({ actor: 'manager', via: 'test', asking: { typed } });
  const at = (when: string) => {
    now = moment(when);
  };
  return { store, line, wholeAgain, heed, ask, at, now: () => now };
};

describe('a line that is cut while an entry is written', () => {
  it.each(['before', 'after'] as const)(
    '%s it arrives: it is written once, and that is said',
    async (when) => {
      const { store, line, wholeAgain } = await open();
      await store.append(logged(1));
      line.cutAt(INSERT, when);
      expect(await store.append(logged(2))).toBe('appended');
      expect(await store.append(logged(3))).toBe('appended');
      expect(await wholeAgain()).toEqual([logged(1), logged(2), logged(3)]);
    },
  );

  it.each([
    ['before', 1],
    ['after', 2],
  ] as const)(
    '%s it arrives, and stays cut: that nobody knows is said, and later it is known',
    async (when, seq) => {
      const { store, line } = await open();
      await store.append(logged(1));
      line.cutAt(INSERT, when, 'down');
      const cut = await store.append(logged(2)).catch((problem: unknown) => problem);
      expect(cut).toBeInstanceOf(StoreAway);
      expect(cut).toMatchObject({ isUnclear: true });
      line.down(false);
      expect((await store.read()).seq).toBe(seq);
      expect(await store.append(logged(seq + 1))).toBe('appended');
    },
  );

  it('is no line that was cut before: then nothing was written, and that is said', async () => {
    const { store, line } = await open();
    line.down(true);
    await expect(store.read()).rejects.toThrow(StoreAway);
    const problem = await store.append(logged(1)).catch((one: unknown) => one);
    expect(problem).toBeInstanceOf(StoreAway);
    expect(problem).toMatchObject({ isUnclear: false });
  });
});

describe('a database that goes away and comes back', () => {
  it('loses nothing, and Heed says in a sentence that it is away', async () => {
    const { store, ask, wholeAgain } = await openHeed();
    expect((await ask(LOGGED)).is).toBe('accepted');
    await cluster.stop('crash');
    const refused = await ask(LOGGED);
    expect(refused.is).toBe('refused');
    expect(asText(refused.message)).toBe(
      'Heed cannot reach its database at this moment, so nothing was saved. Send it again in a few minutes.',
    );
    await cluster.start();
    expect((await ask(LOGGED)).is).toBe('accepted');
    expect((await store.read()).records.size).toBe(2);
    expect(await wholeAgain()).toHaveLength(2);
  });

  it('is asked again at the next look, and what became due meanwhile is said', async () => {
    const told: string[] = [];
    const send: Courier['send'] = async ({ id }) => {
      told.push(id);
      return 'sent';
    };
    const { heed, ask, at } = await openHeed({ send });
    await ask(LOGGED);
    await cluster.stop('stop');
    at('2026-04-02 09:00');
    await expect(heed.tick()).rejects.toThrow(StoreAway);
    expect(told).toEqual([]);
    await cluster.start();
    at('2026-04-02 09:01');
    await heed.tick();
    expect(told).toEqual(['notifier']);
  });

  it('while a message is under way: what was sent is not sent again', async () => {
    const told: string[] = [];
    const { heed, ask, at, line, store } = await openHeed({
      send: async ({ id }) => {
        told.push(id);
        line.down(true);
        return 'sent';
      },
    });
    await ask(LOGGED);
    at('2026-04-02 09:00');
    await expect(heed.tick()).rejects.toThrow(StoreAway);
    line.down(false);
    at('2026-04-02 09:05');
    await heed.tick();
    expect(told).toEqual(['notifier']);
    const ledger = await store.read();
    expect(ledger.outbox.isEmpty()).toBe(true);
    expect(ledger.sentAgain).toBe(0);
  });

  it('while one is under way that is known not to have left: it leaves, and is not counted twice', async () => {
    const told: string[] = [];
    const { heed, ask, at, line, store } = await openHeed({
      send: async ({ id }) => {
        told.push(id);
        line.down(told.length === 1);
        return told.length === 1 ? 'not-sent' : 'sent';
      },
    });
    await ask(LOGGED);
    at('2026-04-02 09:00');
    await expect(heed.tick()).rejects.toThrow(StoreAway);
    line.down(false);
    await heed.tick();
    expect(told).toEqual(['notifier', 'notifier']);
    expect((await store.read()).sentAgain).toBe(0);
  });

  it('is not well meanwhile, and says so to whoever watches', async () => {
    const { store, line, now } = await openHeed();
    const health = healthRoutes({ store, arrangement: merton, now, sweptAt: now });
    expect((await health.request('/healthz')).status).toBe(200);
    line.down(true);
    const away = await health.request('/healthz');
    expect(away.status).toBe(503);
    expect(await away.json()).toEqual({ well: false, storeAway: true, minutesSinceSweep: 0 });
    expect(await (await health.request('/metrics')).text()).toContain('heed_store_away 1\n');
    line.down(false);
    expect((await health.request('/healthz')).status).toBe(200);
  });

  it('ends connections that nobody used, without a word', async () => {
    const { store } = await open();
    await store.append(logged(1));
    await cluster.stop('stop');
    await cluster.start();
    await expect
      .poll(() =>
        store.read().then(
          ({ seq }) => seq,
          () => 'away',
        ),
      )
      .toBe(1);
  });
});
