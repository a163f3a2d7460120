import { describe, expect, it } from 'vitest';
import type { Ref } from '../../src/domain/reference.ts';
import { merton } from '../support/given.ts';
import { LOGGED, openHouse, textOf } from '../support/house.ts';
import { NEXT } from '../support/next.ts';

const years = (records: 'incidents' | 'actions' | 'reviews', n: number) =>
  ({ records, years: n, source: 'Our schedule' }) as const;
const arrangement = {
  ...merton,
  retention: [years('incidents', 10), years('reviews', 10), years('actions', 2)],
};

/** An incident that was withdrawn, and an action of it that is done; ten and two years have to pass. */
const over = async (given: Parameters<typeof openHouse>[0] = {}) => {
  const house = openHouse({ arrangement, ...given });
  await house.ask('manager', LOGGED);
  await house.ask(
    'manager',
    '/action add what="Tell the school" owner=manager due=2026-04-20 source=SI-2026-1',
  );
  await house.ask('manager', '/action done AC-2026-1 evidence="A letter"');
  await house.ask('manager', '/incident withdraw SI-2026-1');
  return house;
};

const INCIDENT = 'SI-2026-1' as Ref;

describe('a legal hold', () => {
  it('keeps a record, whatever its period says, until the manager lifts it', async () => {
    const house = await over();
    house.at('2036-04-01 10:00');
    const held = await house.ask('chair', '/keep hold SI-2026-1 reason=inquest where="IQ 12/26"');
    expect(textOf(held)).toContain('It is held for an inquest (IQ 12/26), by the chair');
    const refused = await house.ask('manager', '/keep purge SI-2026-1 sure=yes');
    expect(refused.is).toBe('refused');
    expect(textOf(refused)).toMatch(NEXT);
    expect(textOf(refused)).toContain('SI-2026-1 is held for an inquest');
    await house.ask('manager', '/keep lift SI-2026-1');
    expect((await house.ask('manager', '/keep purge SI-2026-1 sure=yes')).is).toBe('accepted');
  });

  it('on a case keeps what comes of it, and on what comes of it the case', async () => {
    const house = await over();
    house.at('2036-04-01 10:00');
    await house.ask('manager', '/keep hold SI-2026-1 reason=litigation');
    expect(textOf(await house.ask('manager', '/keep purge AC-2026-1'))).toContain(
      'SI-2026-1 is held',
    );
    await house.ask('manager', '/keep lift SI-2026-1');
    await house.ask('manager', '/keep hold AC-2026-1 reason=inquiry');
    expect(textOf(await house.ask('manager', '/keep purge SI-2026-1'))).toContain(
      'AC-2026-1 is held',
    );
    expect(textOf(await house.ask('manager', '/keep list held'))).toContain(
      'AC-2026-1: held for an inquiry, by the manager',
    );
  });

  it('is lifted by nobody else, not put twice, and not taken back with an undo', async () => {
    const house = await over();
    await house.ask('manager', '/keep hold SI-2026-1 reason=other');
    for (const [who, typed] of [
      ['administrator', '/keep lift SI-2026-1'],
      ['chair', '/keep lift SI-2026-1'],
      ['manager', '/keep hold SI-2026-1 reason=inquest'],
      ['manager', '/keep lift AC-2026-1'],
      ['manager', '/undo'],
    ] as const) {
      const answer = await house.ask(who, typed);
      expect([typed, answer.is]).toEqual([typed, 'refused']);
      expect(textOf(answer)).toMatch(NEXT);
    }
    expect((await house.store.read()).holds.has(INCIDENT)).toBe(true);
  });
});

describe('a purge', () => {
  it.each([
    ['before its period has ended', '2036-03-29 10:00', /has to be kept until Sun 30 Mar\./],
    [
      'on the day on which it has',
      '2036-03-30 10:00',
      /SI-2026-1 would go for good, and with it AC-2026-1/,
    ],
  ])('%s', async (_when, at, said) => {
    const house = await over();
    house.at(at);
    expect(textOf(await house.ask('manager', '/keep purge SI-2026-1'))).toMatch(said);
  });

  it('is never of what the arrangement sets no period for', async () => {
    const house = await over({ arrangement: merton });
    house.at('2099-01-01 10:00');
    const answer = await house.ask('manager', '/keep purge SI-2026-1 sure=yes');
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain('does not say how long incidents have to be kept');
    expect(textOf(await house.ask('manager', '/keep list'))).toContain('kept for ever');
  });

  it('is never of what is not over', async () => {
    const house = openHouse({ arrangement });
    await house.ask('manager', LOGGED);
    house.at('2099-01-01 10:00');
    expect(textOf(await house.ask('manager', '/keep purge SI-2026-1'))).toContain(
      'Not all is over of SI-2026-1',
    );
  });

  it('is decided by the manager alone, and says first what would go', async () => {
    const house = await over();
    house.at('2036-04-01 10:00');
    expect(textOf(await house.ask('administrator', '/keep purge SI-2026-1'))).toContain(
      'That is for the manager alone',
    );
    const shown = await house.ask('manager', '/keep purge SI-2026-1');
    expect(shown).toMatchObject({ is: 'accepted', changed: false });
    expect(textOf(shown)).toContain('SI-2026-1 would go for good, and with it AC-2026-1');
    await house.ask('manager', '/keep purge SI-2026-1 sure=yes');
    const { purges, records } = await house.store.read();
    expect(purges.get(INCIDENT)?.refs).toEqual(['SI-2026-1', 'AC-2026-1']);
    expect(records.has(INCIDENT)).toBe(true);
    expect(textOf(await house.ask('manager', '/keep list decided'))).toContain(
      'SI-2026-1, with AC-2026-1: decided by the manager',
    );
    expect((await house.ask('manager', '/keep purge SI-2026-1')).is).toBe('refused');
  });

  it('is taken back as long as it is not carried out', async () => {
    const house = await over();
    house.at('2036-04-01 10:00');
    expect((await house.ask('manager', '/keep spare SI-2026-1')).is).toBe('refused');
    await house.ask('manager', '/keep purge SI-2026-1 sure=yes');
    await house.ask('manager', '/keep spare AC-2026-1');
    expect((await house.store.read()).purges.size).toBe(0);
  });

  it('of an action need not wait for its case', async () => {
    const house = await over();
    house.at('2028-04-01 10:00');
    expect(textOf(await house.ask('manager', '/keep list'))).toContain(
      'AC-2026-1: had to be kept until Thu 30 Mar',
    );
    expect((await house.ask('manager', '/keep purge AC-2026-1 sure=yes')).is).toBe('accepted');
  });

  it('of a case is shown to those who may see it', async () => {
    const house = await over();
    house.at('2036-04-01 10:00');
    expect(textOf(await house.ask('chair', '/keep list'))).toContain(
      'SI-2026-1, with AC-2026-1: had to be kept until Sun 30 Mar',
    );
    expect((await house.ask('police-lead', '/keep list')).is).toBe('refused');
  });
});

describe('a record that was purged', () => {
  it('is said to be, to those who might always have seen it, and does not exist for anybody else', async () => {
    const house = await over();
    house.at('2036-04-01 10:00');
    await house.ask('manager', '/keep purge SI-2026-1 sure=yes');
    const { seq } = await house.store.read();
    const purged = {
      type: 'purged',
      refs: ['SI-2026-1', 'AC-2026-1'],
      decisions: [seq],
      entries: 0,
    };
    await house.store.append({
      seq: seq + 1,
      at: house.now(),
      by: 'heed',
      via: 'clock',
      asked: 'purge',
      changes: [{ ...purged, digest: 'e'.repeat(64) }],
      queued: [],
    } as never);
    for (const typed of [
      '/incident show SI-2026-1',
      '/keep hold SI-2026-1 reason=other',
      '/why SI-2026-1',
    ])
      expect([typed, textOf(await house.ask('manager', typed))]).toEqual([
        typed,
        expect.stringContaining('SI-2026-1 was purged on Tue 1 Apr'),
      ]);
    expect(textOf(await house.ask('police-lead', '/incident show SI-2026-1'))).toContain(
      'There is no SI-2026-1',
    );
    expect(textOf(await house.ask('manager', '/keep list purged'))).toContain(
      `SI-2026-1: on Tue 1 Apr, by entry ${seq + 1} of the log`,
    );
    const next = await house.ask('manager', '/incident log harm=died abuse=known aware=2036-04-01');
    expect(textOf(next)).toContain('Child B');
  });
});

describe('what has been kept long enough', () => {
  it('is told to the business unit once a year, and never by name', async () => {
    const house = await over();
    const days = [
      '2036-03-28',
      '2036-03-31',
      '2036-04-01',
      '2036-06-02',
      '2037-01-02',
      '2037-01-05',
    ];
    for (const day of days) await house.tick(`${day} 09:00`);
    const told = house.sent.filter(({ message }) => /your help/.test(message.title));
    expect(told.map(({ to }) => to)).toEqual([
      'manager',
      'administrator',
      'manager',
      'administrator',
    ]);
    for (const { message } of told) {
      expect(textOf({ message })).toContain('/keep list shows them');
      expect(textOf({ message })).not.toMatch(/SI-2026/);
    }
  });

  it('is no news where it is held, or where the arrangement sets no period', async () => {
    for (const given of [{ arrangement }, { arrangement: merton }]) {
      const house = await over(given);
      await house.ask('manager', '/keep hold SI-2026-1 reason=inquest');
      for (const day of ['2036-03-31', '2036-04-01']) await house.tick(`${day} 09:00`);
      expect(house.sent.filter(({ message }) => /your help/.test(message.title))).toEqual([]);
    }
  });
});
