import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { StoreAway, UnsafeStore } from '../../src/app/ports.ts';
import { type Instant, instant } from '../../src/domain/day.ts';
import { healthOfAll } from '../../src/partnerships/health.ts';
import { type Opening, runningOf } from '../../src/partnerships/running.ts';
import { inTurn } from '../../src/partnerships/turns.ts';
import type { Workspace } from '../../src/workspace.ts';
import { CannotOpen } from '../../store/cannot-open.ts';

const WELL = {
  well: true,
  storeAway: false,
  minutesSinceSweep: 0,
  minutesOfOldestUndelivered: 0,
  undelivered: 0,
  sentAgain: 0,
  troubles: 0,
  entries: 7,
  holidaysKnownUntil: '2028-12-31',
};

/** A partnership whose store does what a test wants. */
const aPartnership = (name: string, now: () => Instant = () => instant('2026-03-30T09:00:00Z')) => {
  const said: string[] = [];
  const did: string[] = [];
  const self = {
    opens: async (): Promise<void> => undefined,
    ticks: async (): Promise<void> => undefined,
    trouble: (_problem: unknown): void => undefined,
  };
  const open = async ({ onTrouble }: Opening): Promise<Workspace> => {
    self.trouble = onTrouble;
    await self.opens();
    did.push('opened');
    const doors = { slack: undefined, teams: undefined, answers: undefined };
    return {
      doors: { ...doors, outward: new Hono() },
      notes: [],
      tick: async () => {
        did.push('ticked');
        await self.ticks();
      },
      found: async () => WELL,
      close: async () => void did.push('closed'),
      abandon: async () => void did.push('abandoned'),
    } as unknown as Workspace;
  };
  const running = runningOf({ name, open, now, tell: (line) => void said.push(line) });
  return { self, said, did, running };
};

const rejecting = (problem: unknown) => async (): Promise<never> => {
  throw problem;
};

describe('a partnership of several', () => {
  it('that cannot be opened is tried again each minute, and told of once', async () => {
    const { self, said, did, running } = aPartnership('merton');
    self.opens = rejecting(new CannotOpen('This folder is sealed: set HEED_KEY.'));
    for (let minute = 0; minute < 3; minute += 1) await running.look();
    expect(said).toEqual(['This folder is sealed: set HEED_KEY. It is tried again each minute.']);
    expect(running.state()).toBe('not-open');
    self.opens = async () => undefined;
    await running.look();
    expect([running.state(), did]).toEqual(['open', ['opened']]);
  });

  it('whose store is away goes on when it is back, and is told of anew when it goes again', async () => {
    const { self, said, did, running } = aPartnership('merton');
    await running.look();
    const away = rejecting(new StoreAway('The database cannot be reached (ECONNREFUSED).'));
    for (const ticks of [away, away, async () => undefined, away]) {
      self.ticks = ticks;
      await running.look();
    }
    expect(said).toHaveLength(2);
    expect(did).toEqual(['opened', 'ticked', 'ticked', 'ticked', 'ticked']);
    expect(running.state()).toBe('open');
  });

  it.each(['in a tick', 'in an answer'])(
    'whose store is unsafe %s is let go of, at once and for good',
    async (how) => {
      const { self, said, did, running } = aPartnership('merton');
      await running.look();
      const problem = new UnsafeStore('The log could not be written (ENOSPC).');
      if (how === 'in an answer') self.trouble(problem);
      else self.ticks = rejecting(problem);
      await running.look();
      await running.look();
      expect(running.state()).toBe('unsafe');
      expect(did.filter((one) => one !== 'ticked')).toEqual(['opened', 'abandoned']);
      expect(said).toEqual([
        'The log could not be written (ENOSPC). The other partnerships go on.',
      ]);
      await running.close();
      expect(did).not.toContain('closed');
    },
  );

  it('that was unsafe before it was open is let go of too', async () => {
    const { self, did, running } = aPartnership('merton');
    self.opens = async () => self.trouble(new UnsafeStore('The log could not be written (EIO).'));
    await running.look();
    expect([running.state(), did]).toEqual(['unsafe', ['opened', 'abandoned']]);
  });

  it('logs a bug under a code, without what it says, and goes on', async () => {
    const { self, said, running } = aPartnership('merton');
    await running.look();
    self.ticks = rejecting(new Error('what somebody typed'));
    await running.look();
    expect(said.join()).toMatch(/bug [0-9A-F]{8} Error/);
    expect(said.join()).not.toContain('what somebody typed');
    expect(running.state()).toBe('open');
  });

  it('is looked at by one at a time', async () => {
    const { self, did, running } = aPartnership('merton');
    await running.look();
    const slow = Promise.withResolvers<void>();
    self.ticks = () => slow.promise;
    const first = running.look();
    await running.look();
    slow.resolve();
    await first;
    expect(did).toEqual(['opened', 'ticked']);
  });
});

describe('what is said of all of them', () => {
  it('is by name, is well while one of them is, and is old where nobody has looked', async () => {
    let now = instant('2026-03-30T09:00:00Z');
    const [one, other] = [aPartnership('merton', () => now), aPartnership('sutton', () => now)];
    const health = healthOfAll([one.running, other.running], () => now);
    const ask = async () => {
      const response = await health.request('/healthz');
      return { status: response.status, ...((await response.json()) as object) };
    };
    expect(await ask()).toEqual({
      status: 503,
      well: false,
      unwell: ['merton', 'sutton'],
      partnerships: {
        merton: { is: 'not-open', well: false },
        sutton: { is: 'not-open', well: false },
      },
    });
    await one.running.look();
    other.self.opens = rejecting(new UnsafeStore('The log could not be written (EIO).'));
    await other.running.look();
    expect(await ask()).toEqual({
      status: 200,
      well: false,
      unwell: ['sutton'],
      partnerships: { merton: { is: 'open', ...WELL }, sutton: { is: 'unsafe', well: false } },
    });
    now = instant('2026-03-30T09:06:00Z');
    expect(await ask()).toMatchObject({
      status: 503,
      unwell: ['merton', 'sutton'],
      partnerships: { merton: { minutesSinceSweep: 6 } },
    });
  });

  it('is the same as figures, each with the name of its partnership', async () => {
    const [one, other] = [aPartnership('merton'), aPartnership('sutton')];
    await one.running.look();
    const health = healthOfAll([one.running, other.running], () => instant('2026-03-30T09:00:00Z'));
    const figures = await (await health.request('/metrics')).text();
    expect(figures).toContain(
      'heed_well{partnership="merton"} 1\nheed_well{partnership="sutton"} 0\n',
    );
    expect(figures).toContain('heed_entries_total{partnership="merton"} 7\n');
    expect(figures).not.toContain('heed_entries_total{partnership="sutton"}');
  });
});

describe('a round over many', () => {
  it('asks a few at a time, and all of them', async () => {
    let underWay = 0;
    let most = 0;
    const seen: number[] = [];
    await inTurn(
      Array.from({ length: 150 }, (_, at) => at),
      async (at) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise(setImmediate);
        underWay -= 1;
        seen.push(at);
      },
    );
    expect(most).toBe(4);
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, at) => at));
  });

  it('waits for nobody who hangs', async () => {
    const seen: string[] = [];
    await inTurn(
      ['hangs', 'hangs too', 'merton', 'sutton'],
      (one) => {
        seen.push(one);
        return one.startsWith('hangs') ? new Promise(() => undefined) : Promise.resolve();
      },
      { atOnce: 2, slowMs: 1 },
    );
    expect(seen).toEqual(['hangs', 'hangs too', 'merton', 'sutton']);
  });
});
