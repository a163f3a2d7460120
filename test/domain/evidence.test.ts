import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sayEvidence } from '../../src/app/evidence.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { evidenceOf } from '../../src/domain/requests/evidence.ts';
import { tallyOf } from '../../src/domain/requests/tally.ts';
import { memoryStore } from '../../store/memory.ts';
import { merton } from '../support/given.ts';
import { openHouse } from '../support/house.ts';
import { rehearse } from '../support/rehearse.ts';

const REF = 'IR-2026-1' as Ref;

const sixteen = async () => {
  const store = memoryStore();
  const script = readFileSync(
    new URL('../scenarios/sixteen-agencies.txt', import.meta.url),
    'utf8',
  );
  await rehearse(script, { store });
  const chain = await Array.fromAsync(store.chain());
  return { ledger: await store.read(), chain, evidence: evidenceOf(chain, REF) };
};

describe('the evidence of a request to sixteen agencies', () => {
  it('has every message that reached anybody, and no other', async () => {
    const { ledger, evidence } = await sixteen();
    const told = (ledger.told.get(REF) ?? []).filter(({ is }) => is === 'sent');
    const delivered = evidence.flatMap(({ at, event }) =>
      event.is === 'delivered' ? [`${at} ${event.to} ${event.duty} ${event.rung}`] : [],
    );
    expect(delivered.toSorted()).toEqual(
      told.map(({ at, to, duty, rung }) => `${at} ${to} ${duty} ${rung}`).toSorted(),
    );
    expect(delivered.length).toBeGreaterThan(50);
  });

  it('has an answer of each who gave one, and none of the one who never did', async () => {
    const { evidence, ledger } = await sixteen();
    const request = ledger.records.get(REF);
    if (request?.is !== 'request') throw new Error('no request');
    const answers = evidence.flatMap(({ event }) =>
      event.is === 'answered' ? [[event.agency, event.answer] as const] : [],
    );
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(
        Object.entries(request.parts).flatMap(([agency, { answers: given }]) =>
          given.map((answer) => [agency, answer] as const),
        ),
      ),
    );
    const tally = tallyOf(request, ledger);
    expect(tally).toMatchObject({ asked: 16, answered: 15, undeliverable: 0 });
    const delivered = evidence.filter(({ event }) => event.is === 'delivered');
    expect(tally.delivered + tally.escalated).toBe(delivered.length);
  });

  it('names for each line the entry that has it, and its hash', async () => {
    const { chain, evidence } = await sixteen();
    for (const { entry, hash, at } of evidence) {
      const sealed = chain.find((one) => one.entry.seq === entry);
      expect(sealed).toMatchObject({ hash, entry: { at } });
    }
  });
});

describe('a line of evidence says', () => {
  const lines = async (...typed: readonly (readonly [string, string])[]) => {
    const house = openHouse();
    await house.ask(
      'manager',
      '/request new what="The plan" kind=consultation to=housing due=2026-04-20',
    );
    await house.tick('2026-03-30 09:11');
    for (const [who, said] of typed) await house.ask(who, said);
    const chain = await Array.fromAsync(house.store.chain());
    return evidenceOf(chain, REF).map((one) => Object.values(sayEvidence(one, merton)).join(' | '));
  };

  it('what was asked, how it reached them, and what they answered', async () => {
    expect(
      await lines(
        ['housing-lead', '/request show IR-2026-1'],
        ['manager', '/request chase IR-2026-1'],
        ['manager', '/request extend IR-2026-1 for=housing to=2026-04-24 reason="Leave"'],
        ['housing-deputy', '/request answer IR-2026-1 answer=disagree note="Too high"'],
        ['manager', '/request close IR-2026-1 reason="All is said"'],
      ),
    ).toEqual([
      'Mon 30 Mar 2026, 09:00 | Asked of Merton Housing, due Mon 20 Apr 2026 | The Policy and Partnerships Manager, through test',
      'Mon 30 Mar 2026, 09:11 | The question about Merton Housing reached the Housing Needs Manager | Heed',
      'Mon 30 Mar 2026, 09:11 | Merton Housing opened it | The Housing Needs Manager, through test',
      'Mon 30 Mar 2026, 09:11 | Asked again by hand: Merton Housing | The Policy and Partnerships Manager, through test',
      'Mon 30 Mar 2026, 09:11 | Merton Housing may answer by Fri 24 Apr 2026. Reason: Leave | The Policy and Partnerships Manager, through test',
      'Mon 30 Mar 2026, 09:11 | Merton Housing disagrees: Too high | The Deputy Housing Needs Manager, through test',
      'Mon 30 Mar 2026, 09:11 | Closed. Reason: All is said | The Policy and Partnerships Manager, through test',
    ]);
  });

  it('what was taken back', async () => {
    const said = await lines(
      ['housing-lead', '/request answer IR-2026-1 answer=agree'],
      ['housing-lead', '/undo'],
    );
    expect(said.at(-1)).toMatch(/Entry \d+ was taken back/);
  });

  it('what could not be delivered, and what was sent more than once', async () => {
    let tries = 0;
    const house = openHouse({
      send: async (to) => {
        if (to === 'probation-lead') return 'undeliverable';
        tries += 1;
        return tries === 1 ? 'unsure' : 'sent';
      },
    });
    await house.ask(
      'manager',
      '/request new what="The plan" kind=data to=housing,probation due=2026-04-20',
    );
    await house.tick('2026-03-30 09:11');
    await house.tick('2026-03-30 09:13');
    const said = evidenceOf(await Array.fromAsync(house.store.chain()), REF).map(
      (one) => sayEvidence(one, merton).what,
    );
    expect(said).toContain(
      'The question about Probation could not reach the Regional Safeguarding Lead',
    );
    expect(said).toContain(
      'The question about Merton Housing reached the Housing Needs Manager, sent 2 times since nobody knew whether it arrived',
    );
  });
});
