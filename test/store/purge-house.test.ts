import { describe, expect, it } from 'vitest';
import type { Ref } from '../../src/domain/reference.ts';
import { moveStore } from '../../store/move.ts';
import { openStore } from '../../store/open.ts';
import { purgeFolder } from '../../store/purge-folder.ts';
import { isWhole } from '../../store/report.ts';
import { survey } from '../../store/survey.ts';
import { merton, moment } from '../support/given.ts';
import { openHouse, textOf } from '../support/house.ts';
import { newFolder } from './folder.ts';
import { saidIn } from './purge-folders.ts';

const arrangement = {
  ...merton,
  retention: [{ records: 'requests', years: 1, source: 'Our schedule' }] as const,
};

/** Two requests that were answered and closed; a year later the first is decided to go. */
const decidedIn = async (dir: string) => {
  const house = openHouse({ store: await openStore(dir), arrangement });
  for (const what of ['Kestrel figures', 'Osprey figures']) {
    const due = 'kind=data to=probation due=2026-04-20';
    await house.ask('manager', `/request new what="${what}" ${due}`);
  }
  for (const ref of ['IR-2026-1', 'IR-2026-2']) {
    await house.tick('2026-03-31 09:00');
    await house.ask('probation-lead', `/request answer ${ref} answer=comment note="Of ${ref}"`);
    await house.ask('manager', `/request close ${ref} reason="All are in"`);
  }
  house.at('2027-04-01 10:00');
  await house.ask('manager', '/keep purge IR-2026-1 sure=yes');
  await house.store.close();
};

describe('Heed, after a purge', () => {
  it('goes on without the record, has the evidence of the others, and says which was purged', async () => {
    const dir = await newFolder();
    await decidedIn(dir);
    const { plan } = await purgeFolder({ dir, now: moment('2027-04-02 08:00') });
    expect(plan?.refs).toEqual(['IR-2026-1']);
    const said = await saidIn(dir);
    expect(said).not.toMatch(/Kestrel|Of IR-2026-1/);
    expect(said).toContain('Osprey');
    const house = openHouse({ store: await openStore(dir), arrangement, at: '2027-04-02 10:00' });
    expect(textOf(await house.ask('manager', '/request evidence IR-2026-2'))).toContain(
      'Osprey figures',
    );
    const purged = await house.ask('manager', '/request evidence IR-2026-1');
    expect(purged.is).toBe('refused');
    expect(textOf(purged)).toContain('IR-2026-1 was purged on Fri 2 Apr');
    expect(textOf(await house.ask('manager', '/request list all'))).not.toContain('IR-2026-1');
    await house.ask(
      'manager',
      '/request new what="Heron figures" kind=data to=probation due=2027-04-20',
    );
    await house.tick('2027-04-05 09:00');
    expect(house.bugs).toEqual([]);
    await house.store.close();
    expect(isWhole(await survey(dir))).toBe(true);
  });

  it('is moved elsewhere with its marks, and the chain is the same there', async () => {
    const [dir, other] = [await newFolder(), await newFolder()];
    await decidedIn(dir);
    await purgeFolder({ dir, now: moment('2027-04-02 08:00') });
    const [from, to] = [await openStore(dir), await openStore(other)];
    await moveStore(from, to);
    await to.close();
    await from.close();
    const [here, there] = [await survey(dir), await survey(other)];
    expect(there.hash).toBe(here.hash);
    expect(there.purges).toEqual(here.purges);
    expect(isWhole(there)).toBe(true);
    expect((await (await openStore(other)).read()).purged.has('IR-2026-1' as Ref)).toBe(true);
  });
});
