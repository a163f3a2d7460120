import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { rolesOf } from '../../src/domain/posts.ts';
import {
  answered,
  everybody,
  knows,
  LIFE,
  OTHER,
  outsiders,
  TRACES,
  tracesIn,
} from '../support/embargo.ts';
import { answersAsWithout, HOLD, hidden, now, REFS, tryEveryWay } from '../support/embargo-ways.ts';
import { openHouse } from '../support/house.ts';
import { asking, duties } from '../support/ledger.ts';
import { runs } from '../support/seed.ts';

describe('an embargoed case, for everybody but the business unit and the chair', () => {
  it('has left nothing out of this test: its records are all there', () =>
    expect([...hidden.ledger.records.keys()].toSorted()).toEqual(
      [
        'SI-2026-1',
        'RR-2026-1',
        'DC-2026-1',
        'DS-2026-1',
        'RK-2026-1',
        'CH-2026-1',
        ...REFS,
      ].toSorted(),
    ));

  tryEveryWay(['SI-2026-2', 'RR-2026-2', 'AC-2026-1']);

  it.each([
    '/due',
    '/due all',
    '/due week',
    '/incident list',
    '/review list',
    '/action list all',
    '/action digest qapr',
    '/decision list',
    '/dispute list all',
    '/risk list all',
    '/challenge list all',
    '/help',
  ])('%s answers as if there were no such case', (typed) => {
    for (const who of outsiders) answersAsWithout(typed, who);
  });

  it('is there for the business unit and the chair', () => {
    const insiders = [...everybody.people.values()].filter(knows);
    const roles = insiders.flatMap((who) => rolesOf(everybody, who));
    // The chair chairs bodies as well.
    expect(new Set(roles.filter((role) => role !== 'group-chair'))).toEqual(
      new Set(['business-unit', 'chair']),
    );
    for (const who of insiders) {
      expect(answered(hidden.ledger, now, who, '/review show RR-2026-2').is).toBe('accepted');
      expect(tracesIn(answered(hidden.ledger, now, who, '/due all').message, now, who)).not.toEqual(
        [],
      );
    }
  });
});

/** Days on which there is something to send; the case is begun on the first of them. */
const DAYS = ['2026-04-07', '2026-04-09', '2026-04-24', '2026-05-01', '2026-05-06', '2026-06-02'];

describe('notices', () => {
  const play = async (held: number, ticks: readonly string[]) => {
    const house = openHouse({ arrangement: everybody, at: '2026-03-31 09:00' });
    for (const one of [...OTHER, ...LIFE.slice(0, held)]) await house.ask('manager', one);
    await house.deliver();
    house.sent.length = 0;
    for (const one of [HOLD, ...LIFE.slice(held)]) await house.ask('manager', one);
    for (const day of ticks) await house.tick(`${day} 09:00`);
    return house;
  };
  const tracesOutside = ({ sent }: Awaited<ReturnType<typeof play>>): readonly string[] =>
    sent.flatMap(({ to, message }) => {
      const who = outsiders.find(({ id }) => id === to);
      return who ? tracesIn(message, now, who) : [];
    });

  it('of it reach nobody who may not know, whenever it was held back and however time passes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 4, max: LIFE.length - 1 }),
        fc.subarray(DAYS, { minLength: 1 }),
        async (held, ticks) => {
          expect(tracesOutside(await play(held, ticks))).toEqual([]);
        },
      ),
      { numRuns: runs(10) },
    ));

  it('of it would have reached many, had it not been held back: the scanner sees them', async () => {
    const house = await play(99, []);
    await house.ask('manager', '/review embargo RR-2026-2 state=off');
    for (const day of DAYS) await house.tick(`${day} 09:00`);
    expect(tracesOutside(house).length).toBeGreaterThan(10);
  });

  it('that fall while it is held back come to the manager and the chair instead', async () => {
    const { sent } = await play(LIFE.length - 2, DAYS);
    const about = sent.filter(({ message }) => TRACES.test(JSON.stringify(message)));
    expect(new Set(about.map(({ to }) => to))).toEqual(new Set(['manager', 'chair']));
    expect(about.map(({ message }) => asText(message)).join('\n')).toContain(
      'The probation lead may not know of the case while it is held back, so it comes to you.',
    );
  });
});

describe('an undo', () => {
  it('gives away nothing of a case that was held back since', async () => {
    const house = openHouse({ arrangement: everybody, at: '2026-03-31 09:00' });
    for (const one of OTHER) await house.ask('manager', one);
    for (const one of LIFE.slice(0, 4)) await house.ask('manager', one);
    await house.ask('notifier', '/incident correct SI-2026-2 abuse=suspected reason="as said"');
    await house.ask('manager', HOLD);
    const answer = await house.ask('notifier', '/undo');
    expect(asText(answer.message)).toMatch(/^You have given no command/);
  });

  it('and a request that comes twice names no record that was held back since', async () => {
    const house = openHouse({ arrangement: everybody, at: '2026-03-31 09:00' });
    for (const one of OTHER) await house.ask('manager', one);
    for (const one of LIFE.slice(0, 4)) await house.ask('manager', one);
    const typed = '/incident correct SI-2026-2 abuse=suspected reason="as said"';
    const request = { actor: 'notifier', via: 'test', asking: { typed }, once: 'x' };
    await house.request(request);
    await house.ask('manager', HOLD);
    expect(asText((await house.request(request)).message)).toBe(
      'This came twice and was done once: incident correct',
    );
  });
});

describe('an incident without a review', () => {
  it('is held back by itself, is asked about once a month, and its review inherits it', () => {
    const held = asking(
      `2026-03-31 09:00 @manager /incident log harm=died abuse=known aware=2026-03-30
       2026-03-31 09:01 @manager /incident notified SI-2026-1 on=today
       2026-03-31 09:02 @manager /review embargo SI-2026-1 pending=inquest
       2026-03-31 09:03 @manager /review start SI-2026-1
       2026-03-31 09:04 @notifier /incident show SI-2026-1`,
    );
    expect(held.decision.is).toBe('refused');
    expect(duties(held, 'RR-2026-1')).toContainEqual(['check-embargo', '2026-04-30', 'open']);
    expect(duties(held, 'SI-2026-1').map(([name]) => name)).not.toContain('check-embargo');
  });
});
